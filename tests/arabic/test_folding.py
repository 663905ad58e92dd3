from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.arabic.folding import bare, fold

SAME_WORD = [
    ("tatweel", "تـــركيا", "تركيا"),
    ("Persian ye and kaf", "ترکیا", "تركيا"),
    ("presentation forms", "ﺗﺮﻛﻴﺎ", "تركيا"),
    ("vowel marks", "تُرْكِيَا", "تركيا"),
    ("dagger alef", "الرَّحْمٰن", "الرحمن"),
    ("zero-width non-joiner", "تر\u200cكيا", "تركيا"),
    ("right-to-left mark", "تركيا\u200f", "تركيا"),
    ("lam-alef ligature", "ﻻجئ", "لاجئ"),
    ("Arabic-Indic digits", "٤٠٠", "400"),
    ("Persian digits", "۴۰۰", "400"),
    ("full-width Latin", "ＮＡＴＯ", "nato"),
]
SAME_SEARCH = [
    ("hamza above alef", "أردوغان", "اردوغان"),
    ("hamza below alef", "إدلب", "ادلب"),
    ("madda", "آلية", "الية"),
    ("alef wasla", "ٱلحمد", "الحمد"),
    ("hamza on waw, common and Egyptian", "مسؤول", "مسئول"),
    ("the same, in the plural", "شؤون", "شئون"),
    ("hamza on ye", "رئيس", "رييس"),
    ("alef maqsura and ye", "مستشفى", "مستشفي"),
    ("teh marbuta and heh", "قرة", "قره"),
    ("Gaf for a foreign sound", "گوگل", "كوكل"),
]
DIFFERENT_SEARCH = [
    ("a hamza at the end is a letter", "شيء", "شي"),
    ("another consonant", "كالن", "قالن"),
    ("water is not what", "ماء", "ما"),
]


@pytest.mark.parametrize(("description", "written", "expected"), SAME_WORD)
def test_bare_takes_away_what_does_not_make_another_word(
    description: str, written: str, expected: str
) -> None:
    assert bare(written) == bare(expected), description


@pytest.mark.parametrize(("description", "one", "other"), SAME_WORD + SAME_SEARCH)
def test_spellings_that_writers_confuse_fold_together(description: str, one: str, other: str) -> None:
    assert fold(one) == fold(other), description


@pytest.mark.parametrize(("description", "one", "other"), SAME_SEARCH)
def test_bare_keeps_spellings_apart_that_only_fold_together(description: str, one: str, other: str) -> None:
    if "Gaf" not in description:
        assert bare(one) != bare(other), description


@pytest.mark.parametrize(("description", "one", "other"), DIFFERENT_SEARCH)
def test_other_words_stay_apart(description: str, one: str, other: str) -> None:
    assert fold(one) != fold(other), description


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
