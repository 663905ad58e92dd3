"""Title, publisher and date as a text gives them; None where it does not."""

from __future__ import annotations

import pytest

from tests.reading.quoting import document, lines, quotable

TITLE = "افتتاح المكتبة الوطنية في العاصمة"
FIRST = "افتتح الوزير أمس المكتبة الوطنية الجديدة في العاصمة بحضور عدد من الأدباء."
SECOND = "وتضم المكتبة أكثر من مليون كتاب، بينها مخطوطات نادرة لم تعرض من قبل."
BUTTON = "إظهار المزيد"

TITLES = [
    ("a line above the body", lines(TITLE, FIRST, SECOND), TITLE),
    ("a question", lines("هل تعود الروح إلى المكتبات العامة؟", FIRST), "هل تعود الروح إلى المكتبات العامة؟"),
    ("a line above paragraphs without blank lines", f"{TITLE}\n{FIRST}\n{SECOND}\n{FIRST * 3}", TITLE),
    ("a masthead above it on a web page", lines("صحيفة المدينة", TITLE, FIRST, BUTTON), TITLE),
    ("a trail above it on a web page", lines("الأخبارثقافة", TITLE, FIRST, BUTTON), TITLE),
    ("a heading of two words", lines("الفصل الأول", FIRST, SECOND), "الفصل الأول"),
    ("a title that names a day", lines("هجمات 11 سبتمبر 2001", FIRST), "هجمات 11 سبتمبر 2001"),
    ("a first line that is a sentence", lines(FIRST, SECOND), None),
    ("a single line", TITLE, None),
    (
        "a poem",
        lines("يمضي بنا الدرب", "والليل بحر", "ونحن نمضي", "بلا شراع", "بلا دليل", "حتى الصباح"),
        None,
    ),
]

PUBLISHERS = [
    ("behind a bar", lines(TITLE, FIRST, "المصدر | وكالة الأنباء"), "وكالة الأنباء"),
    ("behind a colon", lines(TITLE, FIRST, "المصدر: رويترز"), "رويترز"),
    ("behind a dash", lines(TITLE, FIRST, "المصدر – الجزيرة + وكالات"), "الجزيرة + وكالات"),
    ("above the article", lines(TITLE, "المصدر: رويترز", FIRST), "رويترز"),
    ("below its label", lines(TITLE, FIRST, "المصادر", "رويترز", BUTTON), "رويترز"),
    (
        "below its label, where references follow",
        lines(TITLE, FIRST, "المصادر", "رويترز", "أ ف ب", BUTTON),
        None,
    ),
    ("two sources", lines(TITLE, FIRST, "المصدر: رويترز", "المصدر: أ ف ب"), None),
    ("a label with nothing behind it", lines(TITLE, FIRST, "المصدر: ."), None),
    ("an address", lines(TITLE, FIRST, "المصدر: https://example.org/news"), None),
    ("the source of a picture within the article", lines(TITLE, FIRST, "المصدر: رويترز", SECOND), None),
    ("a sentence about a source", lines(TITLE, FIRST, "المصدر المفتوح فكرة قديمة", SECOND), None),
    ("no source", lines(TITLE, FIRST), None),
]

DATES = [
    ("with weekday and hour", "الأربعاء 3 فبراير 2021 07:50 ص", "2021-02-03"),
    ("with the name of an icon", "• clock 9 مارس 2024, 9:06:28 م", "2024-03-09"),
    ("in numbers, day first", "03/02/2021", "2021-02-03"),
    ("by the Hijri calendar", "الثلاثاء ١٥ رمضان ١٤٤٢ هـ", "2021-04-27"),
    ("by the Hijri calendar, in numbers", "1442/09/15هـ", "2021-04-27"),
    ("by both calendars, as it is given", "14 رمضان 1442 هـ الموافق 27 أبريل 2021 م", "2021-04-27"),
    ("by a Hijri month that is too short", "31 رمضان 1442 هـ", None),
    ("in numbers, year first", "2021-02-03T07:50:00Z", "2021-02-03"),
    ("in Arabic digits and by the Levantine name", "٣ شباط ٢٠٢١", "2021-02-03"),
    ("in Persian digits", "۰۳/۰۲/۲۰۲۱", "2021-02-03"),
    ("by a Maghrebi name", "الخميس 5 جويلية 2012", "2012-07-05"),
    ("by both names", "تاريخ النشر: 17 أبريل/ نيسان 2022", "2022-04-17"),
    ("the hour before it", "10:56 م 09/03/2026", "2026-03-09"),
    ("in both calendars", "الأربعاء 21 جمادى الآخرة 1442 هـ - 3 فبراير 2021 م", "2021-02-03"),
    ("published and updated", "نشر في 3 فبراير 2021 - آخر تحديث 5 فبراير 2021", "2021-02-03"),
    ("a Hijri date alone", "21/06/1442", None),
    ("a month alone", "فبراير 2021", None),
    ("no such day", "31/02/2021", None),
    ("a day within a sentence", "ولد الكاتب في 3 فبراير 1921 في القاهرة", None),
]


@pytest.mark.parametrize(("description", "text", "title"), TITLES, ids=[case[0] for case in TITLES])
def test_the_title_is_the_headline_before_the_body(description: str, text: str, title: str | None) -> None:
    assert document(text).source.title == title, description


@pytest.mark.parametrize(
    ("description", "text", "publisher"), PUBLISHERS, ids=[case[0] for case in PUBLISHERS]
)
def test_the_publisher_is_the_one_source_named(description: str, text: str, publisher: str | None) -> None:
    assert document(text).source.publisher == publisher, description


AUTHORS = [
    ("behind its label", lines(TITLE, "بقلم: ليلى حداد", FIRST, SECOND), "ليلى حداد"),
    ("below the article", lines(TITLE, FIRST, SECOND, "إعداد | سالم العلي"), "سالم العلي"),
    ("two of them", lines(TITLE, "بقلم: ليلى حداد", FIRST, "إعداد: سالم العلي"), None),
    ("a sentence", lines(TITLE, FIRST, "إعداد الطعام فن قديم", SECOND), None),
    ("within the article", lines(TITLE, FIRST, "بقلم: ليلى حداد", SECOND), None),
]


@pytest.mark.parametrize(("description", "text", "author"), AUTHORS, ids=[case[0] for case in AUTHORS])
def test_the_author_is_the_one_that_a_label_names(description: str, text: str, author: str | None) -> None:
    found = document(text)
    assert found.source.author == author, description
    assert author is None or not any(author in words for words in quotable(text))


@pytest.mark.parametrize(("description", "line", "day"), DATES, ids=[case[0] for case in DATES])
def test_the_date_is_that_of_a_line_in_the_head(description: str, line: str, day: str | None) -> None:
    date = document(lines(TITLE, line, FIRST, SECOND)).source.date
    assert (str(date) if date else None) == day, description


@pytest.mark.parametrize(
    ("description", "text"),
    [
        ("a teaser's", lines(TITLE, FIRST, "أحدث الأخبار", "خبر آخر", "بداية خبر آخر…", "04/12/2025")),
        ("an entry's in a diary", lines(TITLE, FIRST, "4 مارس 1950", SECOND)),
        ("one at the foot", lines(TITLE, FIRST, SECOND, "4 مارس 1950")),
        ("one in the first sentence", lines(TITLE, "في 4 مارس 1950 افتتحت المكتبة الوطنية.", SECOND)),
    ],
)
def test_another_date_is_not_taken_for_the_document_s(description: str, text: str) -> None:
    assert document(text).source.date is None, description


def test_title_date_and_publisher_are_not_quoted_where_a_body_follows() -> None:
    text = lines(TITLE, "رويترز", "3 فبراير 2021", FIRST, SECOND, "المصدر: رويترز")
    assert quotable(text) == [FIRST, SECOND]


def test_a_title_that_may_be_the_first_sentence_stays_quotable() -> None:
    assert quotable(f"{TITLE}\n{FIRST}\n{SECOND}")[0] == f"{TITLE}\n{FIRST}"
