from __future__ import annotations

import pytest

from bot.bidi import right_to_left, without_marks

RLM = "\u200f"

CASES = [
    ("a line that starts in Arabic is left alone", "قال NATO", "قال NATO"),
    ("a line that starts in Latin gets a mark", "NATO قال", RLM + "NATO قال"),
    ("digits are weak, Arabic ones too", "٣ دول", RLM + "٣ دول"),
    ("punctuation is neutral", "«قال»", RLM + "«قال»"),
    ("each line counts by itself", "قال\n1. نعم\n\n- لا", f"قال\n{RLM}1. نعم\n\n{RLM}- لا"),
    ("a mark is not doubled", RLM + "1", RLM + "1"),
    ("Hebrew is strong as well", "שלום", "שלום"),
    ("nothing stays nothing", "", ""),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_each_line_starts_in_a_strong_right_to_left_character(text: str, expected: str) -> None:
    assert right_to_left(text) == expected


def test_marks_are_taken_out_where_a_display_orders_by_itself() -> None:
    assert without_marks("\u2068NATO\u2069\u200f \u061cقال\u200e") == "NATO قال"
