"""Where sentences end, and where a dot ends nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.arabic.sentences import sentences

CASES = [
    ("full stop", "وصل الوزير. ثم غادر الوفد.", ["وصل الوزير.", "ثم غادر الوفد."]),
    ("Arabic question mark", "متى وصل؟ وصل أمس.", ["متى وصل؟", "وصل أمس."]),
    ("exclamation mark", "ما أجمل المدينة! زرناها أمس", ["ما أجمل المدينة!", "زرناها أمس"]),
    ("several marks", "هل رأيت؟! نعم رأيت.", ["هل رأيت؟!", "نعم رأيت."]),
    ("line break", "أقسام المكتبة\nتضم المكتبة أقساما", ["أقسام المكتبة", "تضم المكتبة أقساما"]),
    ("blank lines", "أولا\n\n\nثانيا", ["أولا", "ثانيا"]),
    (
        "space before the mark",
        "من أجل السلام والازدهار . وقال آخر",
        ["من أجل السلام والازدهار .", "وقال آخر"],
    ),
    ("no space after the mark", "انتهى الاجتماع.وقال الوزير", ["انتهى الاجتماع.", "وقال الوزير"]),
    ("closing quote", "قال: “لن نعود”. ثم مضى", ["قال: “لن نعود”.", "ثم مضى"]),
    ("quote behind the mark", 'قال "لن نعود." ثم مضى', ['قال "لن نعود."', "ثم مضى"]),
    ("guillemet behind a space", "قال: « هل نعود ؟ » ومضى", ["قال: « هل نعود ؟ »", "ومضى"]),
    ("opening quote after the mark", 'مضى الوفد. "لن نعود" قال', ["مضى الوفد.", '"لن نعود" قال']),
    ("bracket", "(كان ذلك أمس.) ثم مضى", ["(كان ذلك أمس.)", "ثم مضى"]),
    ("semicolon", "حضر الوزير؛ لأن الأمر مهم", ["حضر الوزير؛ لأن الأمر مهم"]),
    ("colon", "قال: حضرت", ["قال: حضرت"]),
    ("decimal", "نما الاقتصاد 3.7 بالمئة", ["نما الاقتصاد 3.7 بالمئة"]),
    ("decimal in Arabic digits", "بلغ ٣.٧ بالمئة. انتهى", ["بلغ ٣.٧ بالمئة.", "انتهى"]),
    ("year at the end", "كان ذلك عام 2016. ثم تغير الأمر", ["كان ذلك عام 2016.", "ثم تغير الأمر"]),
    ("date", "في 3.2.2021 وصل", ["في 3.2.2021 وصل"]),
    ("time", "في 07.50 وصل. ومضى", ["في 07.50 وصل.", "ومضى"]),
    ("ellipsis", "وصل... ثم مضى… ولم يعد", ["وصل... ثم مضى… ولم يعد"]),
    ("pause of two dots", "بعد عام.. مباحثات جديدة", ["بعد عام.. مباحثات جديدة"]),
    ("title", "قال د. أحمد للصحفيين", ["قال د. أحمد للصحفيين"]),
    ("title with a conjunction", "حضر م. علي ود. سعاد", ["حضر م. علي ود. سعاد"]),
    ("two titles", "حضر أ. د. محمود", ["حضر أ. د. محمود"]),
    ("era", "في القرن الثالث ق. م. كانت قرطاج", ["في القرن الثالث ق. م. كانت قرطاج"]),
    ("Hijri year", "سنة 1445 هـ. الموافق", ["سنة 1445 هـ. الموافق"]),
    ("agency", "باريس (أ.ف.ب) وصل الوزير", ["باريس (أ.ف.ب) وصل الوزير"]),
    ("Latin initials", "كتب J. R. Tolkien رواية", ["كتب J. R. Tolkien رواية"]),
    ("Latin title", "قال Dr. Smith ذلك. ومضى", ["قال Dr. Smith ذلك.", "ومضى"]),
    ("volume of a book", "انظر مج. 2 ص. 5 من الكتاب", ["انظر مج. 2 ص. 5 من الكتاب"]),
    ("numbered item", "1. قسم المخطوطات. 2. قسم الدوريات", ["1. قسم المخطوطات.", "2. قسم الدوريات"]),
    ("numbered lines", "1. المخطوطات\n2. الدوريات", ["1. المخطوطات", "2. الدوريات"]),
    ("address", "زوروا https://example.org/a.b?q=1 الآن", ["زوروا https://example.org/a.b?q=1 الآن"]),
    ("Arabic site", "نقلت الجزيرة.نت عن الوزير", ["نقلت الجزيرة.نت عن الوزير"]),
    ("mark before a comma", "الحرب الأهلية.، والدخول في خلاف", ["الحرب الأهلية.، والدخول في خلاف"]),
    ("only marks", "؟!", ["؟!"]),
    ("nothing", " \n\t", []),
]


@pytest.mark.parametrize(("description", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_text_is_cut_where_sentences_end(description: str, text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == expected, description


def test_a_sentence_goes_on_in_the_next_line_of_wrapped_text() -> None:
    wrapped = (
        "أقسام المكتبة\n"
        "افتتح الوزير أمس المكتبة الوطنية الجديدة في العاصمة بحضور عدد من\n"
        "الأدباء والكتاب والصحفيين. وتضم المكتبة أكثر من مليون كتاب، بينها\n"
        "مخطوطات نادرة.\n"
        "- قسم المخطوطات"
    )
    assert [span.of(wrapped).split()[0] for span in sentences(wrapped)] == ["أقسام", "افتتح", "وتضم", "-"]


@given(st.text() | st.text(alphabet='مكتبة 3٣.؟!…\n\t،»"()«-د', max_size=300))
def test_sentences_cover_all_but_white_space_in_order(text: str) -> None:
    at = 0
    for span in sentences(text):
        assert text[at : span.start].strip() == ""
        words = span.of(text)
        assert words == words.strip() != ""
        at = span.end
    assert text[at:].strip() == ""
