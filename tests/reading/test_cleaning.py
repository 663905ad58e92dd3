"""The furniture of web pages goes; no sentence, verse, item or heading of a text goes with it."""

from __future__ import annotations

import pytest

from tests.reading.quoting import lines, quotable

FIRST = "افتتح الوزير أمس المكتبة الوطنية الجديدة في العاصمة بحضور عدد من الأدباء."
SECOND = "وتضم المكتبة أكثر من مليون كتاب، بينها مخطوطات نادرة لم تعرض من قبل."
THIRD = "وقال الوزير إن الدخول إليها سيكون مجانيا حتى نهاية العام."

_MENU = ("سوريا", "أخبار البلد", "الرئيسية / ثقافة")
_CLIPPED_TEASERS = (
    *("ارتفاع الأسعار", "ارتفعت أسعار القمح في الأسواق اليوم…", "منذ 3 ساعات"),
    *("أمطار في الشمال", "توقعت الأرصاد هطول أمطار...", "منذ يومين"),
)
_TEASERS_OF_SENTENCES = (
    *("ارتفاع الأسعار.", "ارتفعت أسعار القمح اليوم.", "05/01/2024"),
    *("أمطار في الشمال", "توقعت الأرصاد هطول أمطار غزيرة.", "04/01/2024"),
)

FURNITURE = [
    ("a button to load more", lines(FIRST, SECOND, "إظهار المزيد")),
    ("a link back to the top", lines(FIRST, SECOND, "زر الذهاب إلى الأعلى")),
    ("a notice after copying", lines(FIRST, SECOND, "تم نسخ الرابط")),
    ("a notice between paragraphs", lines(FIRST, "تم نسخ الرابط بنجاح", SECOND)),
    ("calls to share, with hamza or without", lines(FIRST, SECOND, "شارك المقال", "إنشر الخبر على تويتر")),
    ("a call with instructions", lines(FIRST, SECOND, "انقر للمشاركة على فيسبوك (فتح في نافذة جديدة)")),
    ("a call to follow", lines(FIRST, "تابعونا على تليجرام", SECOND)),
    ("networks beside a call", lines(FIRST, SECOND, "شارك الخبر", "فيسبوك", "تويتر", "واتساب", "طباعة")),
    ("three networks in a row", lines(FIRST, SECOND, "فيسبوك", "تويتر", "واتساب")),
    ("counters, in digits of two scripts", lines(FIRST, SECOND, "١٢ مشاركة", "التعليقات (3)", "234 مشاهدة")),
    ("how long reading takes", lines("افتتاح المكتبة الوطنية في العاصمة", "3 دقائق للقراءة", FIRST, SECOND)),
    (
        "related articles",
        lines(FIRST, SECOND, "مواضيع ذات صلة", "معرض الكتاب يفتح أبوابه", "جوائز الأدب هذا العام"),
    ),
    ("the most read", lines(FIRST, SECOND, "الأكثر قراءة", "1. معرض الكتاب يفتح أبوابه", "2. جوائز الأدب")),
    ("a marker with tatweel and marks", lines(FIRST, SECOND, "إقـــرأ أيضًـا:", "معرض الكتاب يفتح أبوابه")),
    ("a pointer with its headline", lines(FIRST, "اقرأ أيضا: معرض الكتاب يفتح أبوابه", SECOND)),
    ("tags below their label", lines(FIRST, SECOND, "الوسوم", "مكتبات كتب ثقافة مخطوطات")),
    ("tags behind their label", lines(FIRST, SECOND, "الكلمات الدلالية: مكتبات، كتب، ثقافة")),
    ("the source", lines(FIRST, SECOND, "المصدر: وكالة الأنباء")),
    ("the copyright", lines(FIRST, SECOND, "جميع الحقوق محفوظة لموقع المكتبة © 2024")),
    (
        "the form for comments",
        lines(
            FIRST,
            SECOND,
            "اترك تعليقاً",
            "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *",
        ),
    ),
    (
        "teasers whose words end in a full stop",
        lines(FIRST, SECOND, "آخر الأخبار", *_TEASERS_OF_SENTENCES),
    ),
    (
        "teasers without a marker",
        lines(FIRST, SECOND, *_CLIPPED_TEASERS),
    ),
    (
        "the names of icons beside a notice",
        lines("profile", "clock 5 يناير 2024", "• تم نسخ الرابط", "Slide 03", FIRST, SECOND),
    ),
    (
        "a menu, a masthead and a trail above the title",
        lines(*_MENU, "افتتاح المكتبة الوطنية في العاصمة", FIRST, SECOND, "عرض المزيد"),
    ),
]

PROSE = [
    ("a sentence that begins like a call", "شارك في الاجتماع وزراء الثقافة في الدول العربية"),
    ("a sentence that begins like a marker", "أحدث الأخبار الواردة تشير إلى انتهاء الأزمة"),
    ("a sentence about the most read", "الأكثر قراءة في العالم العربي هي الروايات بحسب الدراسة"),
    ("a sentence about comments", "التعليقات على الخبر بلغت المئات خلال ساعة واحدة"),
    ("a sentence about rights", "جميع الحقوق محفوظة في الدستور لكل المواطنين."),
    ("a sentence about its source", "المصدر: قال الكاتب ذلك في مقدمة كتابه الأول عن تاريخ المدينة."),
    ("a call that tells a story", "تابعنا على فيسبوك أخبار الثورة لحظة بلحظة"),
    ("a headline below which there is a date", "طباعة المصحف في المدينة المنورة"),
    ("a caption with its source", "المصدر: البنك الدولي"),
]


@pytest.mark.parametrize(("description", "text"), FURNITURE, ids=[case[0] for case in FURNITURE])
def test_furniture_is_not_quoted(description: str, text: str) -> None:
    kept = [words for words in quotable(text) if words not in {FIRST, SECOND}]
    assert kept == [], description
    assert FIRST in quotable(text)


@pytest.mark.parametrize(("description", "sentence"), PROSE, ids=[case[0] for case in PROSE])
def test_prose_that_resembles_furniture_is_quoted(description: str, sentence: str) -> None:
    text = lines(FIRST, sentence, THIRD)
    assert any(sentence in words for words in quotable(text)), description


def test_a_marker_within_an_article_goes_alone() -> None:
    text = lines(FIRST, "اقرأ أيضا", "معرض الكتاب يفتح أبوابه أمام الزوار غدا", SECOND, THIRD)
    assert quotable(text) == [FIRST, "معرض الكتاب يفتح أبوابه أمام الزوار غدا\n\n" + SECOND, THIRD]


def test_the_last_sentence_stays_where_a_date_and_lists_follow() -> None:
    text = lines(FIRST, SECOND, "05/01/2024", "أحدث الأخبار", "ارتفاع الأسعار", "أمطار في الشمال")
    assert quotable(text) == [FIRST, SECOND + "\n\n05/01/2024"]


def test_paragraphs_between_a_marker_and_the_date_below_the_article_stay() -> None:
    text = lines(FIRST, "شاهد أيضا", SECOND, THIRD, "نشر في 5 يناير 2024")
    assert quotable(text)[:3] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    ("description", "steps"),
    [
        ("steps that read like buttons", ["1. انسخ الرابط", "2. أرسل", "3. طباعة"]),
        ("items that read like networks", ["- فيسبوك", "- تويتر", "- واتساب"]),
        ("items that read like markers", ["• الوسوم", "• الكلمات المفتاحية", "• التعليقات"]),
    ],
)
def test_items_of_a_list_stay(description: str, steps: list[str]) -> None:
    text = lines(FIRST, "يتضمن الدليل ما يلي:", "\n".join(steps))
    assert all(any(step in words for words in quotable(text)) for step in steps), description


def test_networks_below_a_line_that_announces_them_stay() -> None:
    text = lines(FIRST, "أكثر المواقع زيارة:", "فيسبوك", "تويتر", "يوتيوب")
    assert "يوتيوب" in "".join(quotable(text))


@pytest.mark.parametrize(
    ("description", "text"),
    [
        (
            "verses with a title",
            lines("على قدر أهل العزم", "على قدر أهل العزم تأتي العزائم\nوتأتي على قدر الكرام المكارم")
            + "\nوتعظم في عين الصغير صغارها\nوتصغر في عين العظيم العظائم",
        ),
        (
            "verses set apart",
            lines("إلى الأعلى", "يمضي بنا الدرب الطويل", "ونحن نمضي", "والليل بحر", "المزيد"),
        ),
        ("verses called like a list", lines("أحدث الأخبار", "في قريتي لا خبر جديد", "والريح تعرف وحدها")),
        ("names, one a line", "محمد\nأحمد\nبحث\nالقائمة\nسارة"),
    ],
)
def test_no_line_of_a_poem_or_list_is_lost(description: str, text: str) -> None:
    quoted = "\n".join(quotable(text)).split("\n")
    missing = [line for line in text.split("\n") if line and line not in quoted]
    assert [line for line in missing if line != "أحدث الأخبار"] == [], description


def test_no_line_of_a_chapter_is_lost_but_its_title() -> None:
    text = lines(
        "الفصل الثاني", "في ذكر المدينة", FIRST, SECOND, "3 مارس 1950", THIRD, "المصادر", "لسان العرب"
    )
    assert quotable(text) == [
        "في ذكر المدينة\n\n" + FIRST,
        SECOND,
        "3 مارس 1950\n\n" + THIRD + "\n\nالمصادر\n\nلسان العرب",
    ]


def test_a_bibliography_stays() -> None:
    references = ["المصادر", "ابن خلدون، المقدمة، بيروت", "ابن منظور، لسان العرب، القاهرة"]
    assert "\n\n".join(references) in quotable(lines(FIRST, SECOND, *references))[-1]


def test_a_text_of_nothing_but_furniture_stays_whole() -> None:
    assert "".join(quotable("زر الذهاب إلى الأعلى")) == "زر الذهاب إلى الأعلى"
