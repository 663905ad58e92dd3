from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.arabic.analyzer import Analyzer
from retrieval.arabic.letters import LETTER
from retrieval.arabic.tokens import tokenize

WORDS = [
    ("vowel marks do not cut a word", "العَرَبِيَّةُ", ["العَرَبِيَّةُ"]),
    ("quotation marks are no part of it", "«تركيا»", ["تركيا"]),
    ("curly and straight quotes neither", '“سوليفان” و"قالن"', ["سوليفان", "و", "قالن"]),
    ("a joiner inside a word", "می\u200cخواهم", ["می\u200cخواهم"]),
    ("punctuation without spaces", "سوريا،وليبيا.", ["سوريا", "وليبيا"]),
    ("a slash separates", "PKK/YPG", ["PKK", "YPG"]),
    ("Latin in Arabic", "حلف NATO", ["حلف", "NATO"]),
    ("grouped thousands are one number", "1,000 و ١٬٠٠٠", ["1,000", "و", "١٬٠٠٠"]),
    ("a decimal is one number", "270.6 مليار", ["270.6", "مليار"]),
    ("a full stop after a number is none of it", "عام 2016.", ["عام", "2016"]),
    ("a date falls into its numbers", "04/12/2025", ["04", "12", "2025"]),
    ("marks alone are no word", "ًٌٍ ، —", []),
    ("nothing", "", []),
]
NUMBERS = [
    ("grouping by comma", "1,000", "1000"),
    ("Arabic grouping", "١٬٠٠٠", "1000"),
    ("Arabic decimal mark", "٣٫٧", "3.7"),
    ("Persian digits", "۲۰۲۱", "2021"),
    ("two groups", "1,234,567", "1234567"),
]
DESIGNATORS = [
    ("Latin with a hyphen", "S-400", "s400"),
    ("Latin with a space", "S 400", "s400"),
    ("Latin attached", "s400", "s400"),
    ("letter name with a hyphen", "إس-400", "s400"),
    ("letter name, a dash between spaces", "إس – 400", "s400"),
    ("letter name, a hyphen leaning left", "إس- 400", "s400"),
    ("letter name, a hyphen leaning right", "إس -400", "s400"),
    ("letter name with a space, Arabic digits", "«أس ٤٠٠»", "s400"),
    ("letter name attached, Persian digits", "إس۴۰۰", "s400"),
    ("letter name attached", "إس400", "s400"),
    ("without hamza", "اس400", "s400"),
    ("a stray mark in the name", "إٍس – 400", "s400"),
    ("another number is another thing", "S-300", "s300"),
    ("a fighter in Latin", "F-35", "f35"),
    ("a fighter in Arabic", "إف-35", "f35"),
    ("a fighter in Arabic digits", "إف ٣٥", "f35"),
    ("two Latin letters", "MH-370", "mh370"),
    ("letter b for p", "P-8", "b8"),
]
NO_DESIGNATORS = [
    ("a preposition before a number", "في 2021", ["في", "2021"]),
    ("or before a number", "أم 16", ["ام", "16"]),
    ("an English preposition", "in 2021", ["in", "2021"]),
    ("a word and a number", "قرار رقم 2254", ["قرار", "رقم", "2254"]),
    ("a sentence between", "قال إس. 400 دبابة", ["قال", "اس", "400", "دبابه"]),
]


@pytest.mark.parametrize(("description", "text", "expected"), WORDS)
def test_text_is_cut_into_words_and_numbers(description: str, text: str, expected: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == expected, description


@pytest.mark.parametrize(("description", "text", "expected"), NUMBERS)
def test_a_number_is_searched_under_its_value(description: str, text: str, expected: str) -> None:
    assert [token.folded for token in tokenize(text)] == [expected], description


@pytest.mark.parametrize(("description", "text", "expected"), DESIGNATORS)
def test_a_letter_and_a_number_make_one_term(description: str, text: str, expected: str) -> None:
    assert [token.folded for token in Analyzer().tokens(text)] == [expected], description


@pytest.mark.parametrize(("description", "text", "expected"), NO_DESIGNATORS)
def test_a_word_before_a_number_stays_a_word(description: str, text: str, expected: list[str]) -> None:
    assert [token.folded for token in Analyzer().tokens(text)] == expected, description


arabic = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةًٌٍَُِّْٰـ٠١٢٣۴5,. \n-–sSfF\u200c\u200f\ufeff«»؟")


@given(st.one_of(st.text(), arabic))
def test_every_token_is_a_slice_of_the_text_in_order_and_apart(text: str) -> None:
    tokens = Analyzer().tokens(text)
    assert all(token.text == text[token.start : token.end] != "" for token in tokens)
    assert all(one.end <= other.start for one, other in itertools.pairwise(tokens))


@given(st.one_of(st.text(), arabic))
def test_no_letter_or_digit_is_left_out(text: str) -> None:
    kept = "".join(token.text for token in tokenize(text))
    assert re.findall(LETTER, kept) == re.findall(LETTER, text)
    assert [char for char in kept if char.isdecimal()] == [char for char in text if char.isdecimal()]


def test_a_megabyte_of_one_character_takes_linear_time() -> None:
    for character in "ا1َ -,ـ\u200c":
        assert len(Analyzer().tokens(character * 1_000_000)) <= 1
