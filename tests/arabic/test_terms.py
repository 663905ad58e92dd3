"""Stems, roots, n-grams and stop words: which words meet under one term."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.arabic.analyzer import FIELDS, Analyzer
from retrieval.arabic.folding import bare, fold
from retrieval.arabic.grams import grams
from retrieval.arabic.roots import root
from retrieval.arabic.stem import stem
from retrieval.arabic.stopwords import is_stop_word

SAME_STEM = [
    ("the article", "الوزير", "وزير"),
    ("and the article", "والوزير", "وزير"),
    ("by the article", "بالوزير", "وزير"),
    ("to the article", "للوزير", "وزير"),
    ("the plural in at", "الولايات", "ولاية"),
    ("a pronoun after the plural", "وزاراتها", "وزارة"),
    ("the sound plural", "مسؤولين", "مسؤول"),
    ("the dual", "بلدين", "بلدان"),
    ("the relative ending", "التركية", "تركي"),
]
OTHER_STEM = [
    ("the و of the word itself", "وزير", "زير"),
    ("the ل of the word itself", "لجنة", "جنة"),
    ("the ال of a short word", "الم", "م"),
]
SAME_ROOT = [
    ("a broken plural of fawaail", "صواريخ", "صاروخ"),
    ("a broken plural of fualaa", "سفراء", "سفير"),
    ("a verbal noun and its participle", "مكافحة", "كافح"),
    ("the seventh letter of a form", "اتفقا", "اتفاق"),
    ("the tenth form", "استخدام", "يستخدم"),
    ("clitics", "وبالعقوبات", "عقوبات"),
    ("a plural and its article", "القوات", "قوات"),
]


@pytest.mark.parametrize(("description", "one", "other"), SAME_STEM)
def test_forms_of_a_word_share_a_stem(description: str, one: str, other: str) -> None:
    assert stem(fold(one)) == stem(fold(other)), description


@pytest.mark.parametrize(("description", "one", "other"), OTHER_STEM)
def test_other_words_have_another_stem(description: str, one: str, other: str) -> None:
    assert stem(fold(one)) != stem(fold(other)), description


@pytest.mark.parametrize(("description", "one", "other"), SAME_ROOT)
def test_related_words_share_a_root(description: str, one: str, other: str) -> None:
    assert root(fold(one)) == root(fold(other)), description


@pytest.mark.parametrize("word", ["من", "وماذا", "هل", "ليش", "شو", "الذي", "التي", "لماذا", "فكيف", "إلى"])
def test_words_that_only_hold_a_sentence_together_are_stop_words(word: str) -> None:
    assert is_stop_word(bare(word))


@pytest.mark.parametrize("word", ["ماء", "علي", "إمام", "رئيس", "وعد", "فكر", "كامل", "مدينة", "عدد"])
def test_words_with_a_meaning_are_not_stop_words(word: str) -> None:
    assert not is_stop_word(bare(word))


def test_a_question_of_stop_words_alone_keeps_them() -> None:
    assert [token.text for token in Analyzer().content("من هو؟")] == ["من", "هو"]


@given(st.text())
def test_every_word_has_terms_in_every_field_and_none_is_empty(text: str) -> None:
    analyzer = Analyzer()
    tokens = analyzer.tokens(text)
    for field in FIELDS:
        terms = analyzer.terms(field, tokens)
        assert len(terms) >= len(tokens)
        assert all(terms)


@given(st.text(min_size=1))
def test_the_pieces_of_a_word_are_slices_of_it_with_its_edges_marked(word: str) -> None:
    assert all(piece in f"_{word}_" and len(piece) in {3, 4} for piece in grams(word))
