"""Where a text holds what a question asks for."""

from __future__ import annotations

import pytest

from retrieval.arabic.kinds import evidence
from retrieval.arabic.questions import Kind
from retrieval.arabic.tokens import tokenize


@pytest.mark.parametrize(
    ("description", "kind", "text", "expected"),
    [
        ("a month", Kind.TIME, "وصل في شباط 2021", ["شباط", "2021"]),
        ("a month after which people are named", Kind.TIME, "الصيام في رمضان", ["رمضان"]),
        ("the same with a day", Kind.TIME, "ليلة 27 رجب", ["رجب"]),
        ("a man of that name", Kind.TIME, "الرئيس رجب طيب أردوغان", []),
        ("a period told from now", Kind.TIME, "يبدأ مطلع الشهر المقبل", ["المقبل"]),
        ("a period by its number", Kind.TIME, "فرضت في السنة الثانية", ["الثانية"]),
        ("how long before", Kind.TIME, "بدأ قبل ساعتين", ["ساعتين"]),
        ("the same with a number", Kind.TIME, "غادر بعد ثلاثة أيام", ["أيام"]),
        ("the second of something else", Kind.TIME, "وصلت السفينة الثانية", []),
        ("a duration in words", Kind.DURATION, "استمر نحو ثلاث ساعات", ["ثلاث ساعات"]),
        ("a duration without a number", Kind.DURATION, "استمر نحو ساعة", ["ساعة"]),
        ("a dual", Kind.DURATION, "دام يومين", ["يومين"]),
        ("a number, not the year", Kind.NUMBER, "في عام 2020 دفع 300 دولار", ["300"]),
        ("a place", Kind.PLACE, "التقيا في روما", ["روما"]),
        ("a person", Kind.PERSON, "قال الوزير سليمان", ["سليمان"]),
        ("a person with an office", Kind.PERSON, "مستشار الأمن القومي الأمريكي جيك سوليفان", ["جيك"]),
        ("an office without a person", Kind.PERSON, "أعلن وزير الخارجية في الاجتماع", []),
        ("a name with an article", Kind.PERSON, "زار الرئيس السيسي باريس", ["السيسي"]),
    ],
)
def test_the_kind_asked_for_is_found(description: str, kind: Kind, text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in evidence(kind, text, tokenize(text))] == expected, description
