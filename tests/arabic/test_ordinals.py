"""Numbers by which things are known, in words and in digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.arabic.ordinals import numbered, writings
from retrieval.arabic.tokens import tokenize


def things(text: str) -> list[tuple[str, int]]:
    return [(thing.name, thing.number) for thing in numbered([token.folded for token in tokenize(text)])]


@pytest.mark.parametrize(
    ("description", "text", "wanted"),
    [
        ("an ordinal", "ما نص المادة الثالثة؟", [("ماده", 3)]),
        ("digits of either script", "المادة ٣ والمادة 4", [("ماده", 3), ("ماده", 4)]),
        ("digits in brackets", "المادة (12) من النظام", [("ماده", 12)]),
        ("«رقم» before the number", "القرار رقم 45 لسنة 2019", [("قرار", 45)]),
        ("no article", "بموجب مادة 7", [("ماده", 7)]),
        ("a particle", "عملا بالفقرة الأولى", [("فقره", 1)]),
        ("eleven", "المادة الحادية عشرة", [("ماده", 11)]),
        ("a teen", "في القرن التاسع عشر", [("قرن", 19)]),
        ("tens", "الحديث العشرون", [("حديث", 20)]),
        ("tens and units", "المادة الثالثة والعشرين", [("ماده", 23)]),
        ("two things", "الباب الثاني، الفصل الأول", [("باب", 2), ("فصل", 1)]),
        ("a number of other things", "قال 3 أشخاص في الساعة الثالثة", []),
        ("a year", "القرار 1994", []),
        ("a number at the end of nothing", "المادة", []),
    ],
)
def test_things_known_by_their_number_are_found(
    description: str, text: str, wanted: list[tuple[str, int]]
) -> None:
    assert things(text) == wanted, description


@given(number=st.integers(1, 999), data=st.data())
def test_every_writing_of_a_number_is_read_as_that_number(number: int, data: st.DataObject) -> None:
    words = data.draw(st.sampled_from(writings(number)))
    assert things(f"المادة {' '.join(words)} تلغى") == [("ماده", number)]
