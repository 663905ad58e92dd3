"""A quotation cut to the room there is, around the sentence that answers.

Room is counted in UTF-16 units, Telegram's measure of text and never less than the code points.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.bidi import right_to_left

if TYPE_CHECKING:
    from retrieval import Span

_OPENING = right_to_left("… ")
_ENDING = " …"
_CUT_WORD_AT_START = re.compile(r"^\S+(?=\s)")
_CUT_WORD_AT_END = re.compile(r"(?<=\s)\S+\Z")


class Excerpt(NamedTuple):
    """What stands before the answer, the answer, and what follows it."""

    before: str
    answer: str
    after: str


def units(text: str) -> int:
    """The length of `text` in UTF-16 units.

    >>> units("نص 😀")
    5
    """
    return len(text.encode("utf-16-le")) // 2


def excerpt(text: str, answer: Span, room: int) -> Excerpt:
    r"""`text` in three parts, in at most `room` units; what is left out is marked by an ellipsis.

    >>> from retrieval import Span
    >>> excerpt("واحد اثنان ثلاثة أربعة خمسة", Span(11, 16), 25)
    Excerpt(before='\u200f… اثنان ', answer='ثلاثة', after=' أربعة …')
    """
    whole = Excerpt(text[: answer.start], answer.of(text), text[answer.end :])
    if units(text) <= room:
        return whole
    room -= units(_OPENING + _ENDING)
    middle = _first(whole.answer, room)
    if middle != whole.answer:
        return Excerpt(_OPENING if whole.before else "", middle.rstrip(), _ENDING)
    room -= units(middle)
    # Each side may use what the other leaves.
    before = _last(whole.before, max(room // 2, room - units(whole.after)))
    after = _first(whole.after, room - units(before))
    return Excerpt(
        before if before == whole.before else _OPENING + before.lstrip(),
        middle,
        after if after == whole.after else after.rstrip() + _ENDING,
    )


def first_lines(text: str, room: int) -> str:
    r"""The start of `text` within `room` units, up to the end of a line if there is one.

    >>> first_lines("one two\nthree", 10)
    'one two\n'
    """
    start = _first(text, room)
    return start if start == text or "\n" not in start else start[: start.rindex("\n") + 1]


def _first(text: str, room: int) -> str:
    """Whole words of the start of `text`."""
    start = text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore")
    whole = start == text or text[len(start)].isspace()
    return start if whole else _CUT_WORD_AT_END.sub("", start)


def _last(text: str, room: int) -> str:
    """Whole words of the end of `text`."""
    data = text.encode("utf-16-le")
    end = data[max(0, len(data) - 2 * room) :].decode("utf-16-le", "ignore")
    whole = end == text or text[-len(end) - 1].isspace()
    return end if whole else _CUT_WORD_AT_START.sub("", end)
