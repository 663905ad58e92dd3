from __future__ import annotations

import sys
import unicodedata

import pytest

from bot.spans import moved
from bot.visible import visible, visible_line
from retrieval import Span

CASES = [
    ("Arabic with marks is untouched", "قَالَ الرئيسُ: «نعم»، ثمّ سكت.", "قَالَ الرئيسُ: «نعم»، ثمّ سكت."),
    ("joiners belong to words", "می\u200cخواهد", "می\u200cخواهد"),
    ("directional marks of the author stay", "قال\u200f!", "قال\u200f!"),
    ("a terminal's escape loses its power", "\x1b[2J\x1b]0;x\x07نص", "[2J]0;xنص"),
    ("the one-byte escape too", "\x9b31mنص", "31mنص"),
    ("bidi overrides are dropped", "\u202eتقرير\u202c", "تقرير"),
    ("isolates of a document can't close ours", "a\u2069b\u2066c", "abc"),
    ("NUL is dropped", "ن\x00ص", "نص"),
    ("tabs and returns become spaces", "أ\tب\r\nج", "أ ب \nج"),
    ("line and paragraph separators become line breaks", "أ\u2028ب\u2029ج", "أ\nب\nج"),
    ("lone surrogates can't be encoded and are dropped", "ن\ud83dص", "نص"),
    ("invisible tag letters are dropped", "نص\U000e0041", "نص"),
    ("emoji stay", "نص 😀", "نص 😀"),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_only_what_is_for_the_eye_stays(text: str, expected: str) -> None:
    assert visible(text) == expected


def test_no_control_character_nor_override_of_unicode_comes_through() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    left = {character for character in visible(everything) if unicodedata.category(character) in {"Cc", "Cs"}}
    overrides = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    assert left == {"\n"}
    assert not {unicodedata.bidirectional(character) for character in visible(everything)} & overrides


def test_a_span_follows_its_words_through_the_change() -> None:
    text = "\x00قال\x1b الرئيس\u202e نعم"
    start = text.index("الرئيس")
    assert moved(text, Span(start, start + 6), visible).of(visible(text)) == "الرئيس"


def test_a_name_stands_on_one_line() -> None:
    assert visible_line("  تقرير\r\n\tعام\x00 ") == "تقرير عام"
