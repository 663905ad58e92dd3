"""The shortcut past the tokens: where it speaks at all, it says what they do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.arabic.analyzer import Analyzer
from retrieval.evaluation import read_set
from retrieval.model import Paragraph, Source
from retrieval.ranking.text import sentence_lengths, tokens_of, words_of

DATA = Path(__file__).parents[3] / "shared" / "data"
ANALYZER = Analyzer()

TEXTS = [
    ("words and marks", "قال الوزير، أمس: «انتهى».", True),
    ("a letter's name that is a word", "في 2016 أو بعده", True),
    ("two single letters, as initials are", "ج. ب. شو", True),
    ("an acronym by letters", "حزب ب ك ك", False),
    ("an acronym by the names of letters, over the end of a sentence", "سي. إن. إن", False),
    ("a Latin acronym", "حلف NATO وFBI", False),
    ("a letter's name and a number", "منظومة إس 400", False),
    ("a date in numbers", "في 03/02/2021", False),
    ("a month of two words", "كانون الثاني", False),
    ("a weekday, which may mean a date", "وصل الثلاثاء", False),
    ("a decimal at the end", "بلغت 3.7.", True),
    ("nothing", "", True),
]
PIECES = [
    *"ب ك ك س م و أ a X إس سي إن بي في أو أن التي كي NATO FBI PKK 400 ٤٠٠ 3.7 1,000 03/02/2021 2021-3-4".split(),
    *"شباط مارس باب كانون الثاني الأول الثلاثاء السبت اليوم العَرَبِيَّةُ تُـــرْكِيَا ﺗﺮﻛﻴﺎ والوزير آ 12 / - – ـ".split(),
    *["،", ".", "؟", "!", "«", "»", "(", "…", " ", "\n", "\u00a0", "\u200f", "’", "٬", "٫", ":", "  "],
]
"""What the steps of the analysis look for, and what may stand between."""


@pytest.mark.parametrize(("description", "text", "plain"), TEXTS, ids=[row[0] for row in TEXTS])
def test_only_texts_that_no_step_concerns_are_plain(description: str, text: str, plain: bool) -> None:
    assert (ANALYZER.plain_words([text]) is not None) == plain, description
    agree(text)


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3))).map("".join))
def test_plain_words_are_those_of_the_tokens(text: str) -> None:
    agree(text)


@given(st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_plain_words_are_those_of_the_tokens_in_texts_of_words(text: str) -> None:
    agree(text)


@pytest.mark.parametrize("name", ["arcd", "xquad_ar"])
def test_plain_words_are_those_of_the_tokens_of_real_texts(name: str) -> None:
    if not (DATA / name).is_dir():
        pytest.skip(f"no {DATA / name}: its texts can't be compared")
    for paragraph in read_set(DATA / name).paragraphs:
        agree(paragraph.text)


def agree(text: str) -> None:
    for day in (None, date(2021, 2, 3)):
        paragraph = Paragraph(text, 0, len(text), Source("text.txt", date=day), "")
        tokens = tokens_of(paragraph, ANALYZER)
        expected = [token.bare for token in tokens], sentence_lengths(tokens, text).tolist()
        assert words_of(paragraph, ANALYZER) == expected, (text, day)
