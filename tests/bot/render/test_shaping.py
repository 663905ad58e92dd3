from __future__ import annotations

import unicodedata

import pytest
from rich.text import Text

from bot.bidi import isolate
from bot.render.shaping import shape

CASES = [
    ("letters turn round", "قال", "لاق"),
    ("numbers keep their order", "قال 12", "12 لاق"),
    ("Arabic digits too", "قال ١٢", "١٢ لاق"),
    ("Latin names keep theirs", "قال NATO نعم", "معن NATO لاق"),
    ("brackets are mirrored", "(قال) نعم", "معن (لاق)"),
    ("lam-alef is one letter", "لا", "لا"),
    ("a mark is drawn over its letter", "قَلْ", "لْقَ"),
    ("isolated names don't run together", f"{isolate('NATO 1')} · {isolate('3 مايو')}", "ويام 3 · NATO 1"),
]


@pytest.mark.parametrize(("line", "look"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_line_looks_right_where_characters_are_drawn_from_the_left(line: str, look: str) -> None:
    shaped = shape(Text(line), right_to_left=True).plain
    assert unicodedata.normalize("NFKC", shaped) == look


def test_an_english_line_keeps_its_direction() -> None:
    line = Text(f"Forms: {isolate('قال')}, {isolate('قل')}")
    shaped = shape(line, right_to_left=False).plain
    assert unicodedata.normalize("NFKC", shaped) == "Forms: لاق, لق"


def test_styles_stay_with_their_words() -> None:
    line = Text("أولا. ثانيا.")
    line.stylize("bold", 6, 12)
    shaped = shape(line, right_to_left=True)
    (span,) = shaped.spans
    assert unicodedata.normalize("NFKC", shaped.plain[span.start : span.end]) == ".ايناث"


def test_letters_take_the_form_of_their_place() -> None:
    assert shape(Text("بب"), right_to_left=True).plain == "\ufe90\ufe91"
