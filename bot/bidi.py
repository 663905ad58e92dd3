"""Direction of text, by the marks of the Unicode bidirectional algorithm (UAX #9)."""

from __future__ import annotations

import re
import unicodedata

FIRST_STRONG_ISOLATE = "\u2068"
POP_DIRECTIONAL_ISOLATE = "\u2069"
RIGHT_TO_LEFT_MARK = "\u200f"

_MARKS = re.compile("[\u200e\u200f\u061c\u2066-\u2069]")
_FIRST_OF_LINE = re.compile(r"^.", re.MULTILINE)


def isolate(text: str) -> str:
    r"""`text` between FSI and PDI: a Latin name in it can't reorder the Arabic around it.

    >>> isolate("NATO")
    '\u2068NATO\u2069'
    """
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_DIRECTIONAL_ISOLATE}"


def right_to_left(text: str) -> str:
    r"""`text` with each line starting in a strong right-to-left character: its own, or a mark.

    Telegram takes a line's direction from its first strong character, so that a line that starts with
    a number or a Latin name would run the wrong way.

    >>> right_to_left("قال\n“NATO”")
    'قال\n\u200f“NATO”'
    """
    return _FIRST_OF_LINE.sub(_marked, text)


def without_marks(text: str) -> str:
    """`text` without the marks of this module, for a display that does its own ordering.

    >>> without_marks(isolate("NATO"))
    'NATO'
    """
    return _MARKS.sub("", text)


def _marked(first: re.Match[str]) -> str:
    strong = unicodedata.bidirectional(first[0]) in {"R", "AL"}
    return first[0] if strong else RIGHT_TO_LEFT_MARK + first[0]
