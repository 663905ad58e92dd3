from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bidi import right_to_left, without_marks
from bot.render.excerpt import excerpt, first_lines, units
from retrieval import Span

TEXT = "واحد اثنان ثلاثة أربعة خمسة"

CASES = [
    ("room for all", TEXT, (11, 16), 27, ("واحد اثنان ", "ثلاثة", " أربعة خمسة")),
    ("whole words around the answer", TEXT, (11, 16), 25, ("… اثنان ", "ثلاثة", " أربعة …")),
    ("no room around it", TEXT, (11, 16), 10, ("… ", "ثلاثة", " …")),
    ("an answer at the start leaves its room to what follows", TEXT, (0, 4), 20, ("", "واحد", " اثنان …")),
    ("an answer at the end, to what precedes", TEXT, (23, 27), 20, ("… أربعة ", "خمسة", "")),
    ("an answer longer than the room is cut itself", TEXT, (0, 27), 20, ("", "واحد اثنان", " …")),
    ("a word longer than the room is cut within", "ا" * 30, (0, 30), 20, ("", "ا" * 15, " …")),
    ("characters of two units are never halved", "😀" * 20, (0, 20), 20, ("", "😀" * 7, " …")),
]


@pytest.mark.parametrize(
    ("text", "answer", "room", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_quotation_is_cut_around_its_answer(
    text: str, answer: tuple[int, int], room: int, expected: tuple[str, str, str]
) -> None:
    parts = excerpt(text, Span(*answer), room)
    assert tuple(map(without_marks, parts)) == expected
    assert sum(map(units, parts)) <= room


@given(st.text(), st.data(), st.integers(min_value=10, max_value=200))
def test_the_parts_never_take_more_than_the_room(text: str, data: st.DataObject, room: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    answer = Span(start, data.draw(st.integers(start, len(text))))
    parts = excerpt(right_to_left(text), answer, room)
    assert sum(map(units, parts)) <= room
    if units(right_to_left(text)) <= room:
        assert "".join(parts) == right_to_left(text)


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [("one\ntwo", 7, "one\ntwo"), ("one\ntwo", 6, "one\n"), ("one two", 5, "one "), ("onetwo", 3, "one")],
    ids=["all fits", "a line fits", "a word fits", "nothing whole fits"],
)
def test_long_notes_end_with_a_line_or_a_word(text: str, room: int, expected: str) -> None:
    assert first_lines(text, room) == expected
