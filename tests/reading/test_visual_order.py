"""Lines of Arabic as they are laid out, and the text they are laid out from."""

from __future__ import annotations

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from retrieval.reading.pdf.visual_order import logical, logical_in_latin

CASES = [
    ("a date with strokes", "قال في 14/10/2019 إن"),
    ("a percentage", "إن 45% منها"),
    ("years from to, after Arabic letters", "سنة 2020-2021 كانت"),
    ("years from to, at the beginning", "2020-2021"),
    ("a hyphen in a telephone number", "الرقم 1800-555 أو"),
    ("a bracket closed after Latin letters", "شركة SunPath (SP) وقال"),
    ("a list of Latin names", "NATO، UNESCO، WHO هي"),
    ("a name before its number", "كأس FIFA 2022."),
    ("a number before its unit", "نحو 8 GB من"),
    ("a digit within a name", "من 3D إلى"),
    ("separators in digits of two scripts", "٧٫٥ أمتار و1,450 مترا"),
    ("an hour", "الساعة 10:30 مساء"),
    ("a currency sign before the number", "$500 مليون"),
    ("a currency sign behind it", "دفع 500$ فقط"),
    ("a version", "الإصدار 4.2.1 منه"),
    ("an address", "من example.org/download مجانا"),
]


@pytest.mark.parametrize(("_", "text"), CASES, ids=[case for case, _ in CASES])
def test_a_laid_out_line_is_read_as_it_was_written(_: str, text: str) -> None:
    laid_out = get_display(text, base_dir="R")
    assert logical(list(laid_out), after_arabic=False) == text


def test_brackets_told_by_their_looks_are_turned() -> None:
    assert logical(list("(ب) أ"), mirrored=True) == "أ (ب)"


def test_several_letters_in_one_place_keep_their_order() -> None:
    assert logical(["م", "لا", "س"]) == "سلام"


def test_arabic_within_a_line_of_latin_is_turned_alone() -> None:
    assert logical_in_latin(list("the word مالس means peace")) == "the word سلام means peace"


WORDS = st.lists(
    st.one_of(
        st.text("ابتجدرسعفقكلمنهوي", min_size=1, max_size=6),
        st.text("٠١٢٣٤٥٦٧٨٩", min_size=1, max_size=4),
        st.from_regex(r"[1-9][0-9]{0,3}(?:[.,:/][0-9]{1,3})?", fullmatch=True),
    ),
    min_size=1,
    max_size=8,
)


@given(WORDS)
def test_any_words_and_numbers_come_back(words: list[str]) -> None:
    text = " ".join(["كلمة", *words])
    assert logical(list(get_display(text, base_dir="R")), after_arabic=False) == text


@given(st.text(max_size=60))
def test_nothing_is_lost_of_any_line(line: str) -> None:
    assert sorted(logical(list(line))) == sorted(line)
