r"""Text -> its lines that hold something, each with its place.

>>> [(line.text, line.apart) for line in lines("عنوان\n\n  نص أول\nنص ثان\n")]
[('عنوان', False), ('نص أول', True), ('نص ثان', False)]
"""

from __future__ import annotations

from typing import NamedTuple

_BLANK = (
    " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000"
    "\u061c\u200b\u200e\u200f\u2060\ufeff"  # no white space to Unicode, and yet nothing to see
)


class Line(NamedTuple):
    """A line without the white space at its ends.

    start, end: where it stands in the text
    apart: whether a blank line stands between it and the line before
    """

    start: int
    end: int
    text: str
    apart: bool


def lines(text: str) -> list[Line]:
    """The lines of `text` that are not blank, in order."""
    found: list[Line] = []
    at, apart = 0, False
    for raw in text.splitlines(keepends=True):
        line = raw.strip(_BLANK)
        if line:
            start = at + len(raw) - len(raw.lstrip(_BLANK))
            found.append(Line(start, start + len(line), line, apart))
        apart = not line and bool(found)
        at += len(raw)
    return found
