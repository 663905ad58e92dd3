"""A quotation held against its document again: its words, its place, and what is told of the document.

>>> from retrieval.reading.document import read
>>> document = read("seeds/001_8ab90e2d4c4efa4d.txt")
>>> quoted = document.quotable()[0]
>>> check(quoted, document).faults
()
>>> from dataclasses import replace
>>> check(replace(quoted, text=quoted.text.replace("أكبر", "أصغر")), document).faults
(<Fault.ALTERED: 'altered'>,)
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from retrieval.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.model import Document, Paragraph


class Fault(StrEnum):
    """What is wrong with a quotation.

    MISSING: there is no document of that path
    ALTERED: the document doesn't hold these words
    MOVED: it holds them at another place
    REVISED: its text has changed since, there or elsewhere
    MISATTRIBUTED: its title, author, publisher, date or address aren't those given
    """

    MISSING = "missing"
    ALTERED = "altered"
    MOVED = "moved"
    REVISED = "revised"
    MISATTRIBUTED = "misattributed"


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of checking a quotation.

    faults: none where every word and number of it is true
    place: where in the document its words stand, the nearest to the place given; None where they don't
    """

    faults: tuple[Fault, ...]
    place: Span | None = None


def check(quoted: Paragraph, document: Document | None) -> Checked:
    """Hold a quotation against the document of its path; None where there is no such document."""
    if document is None:
        return Checked((Fault.MISSING,))
    place = _nearest(quoted, document.text)
    found = {
        Fault.ALTERED: place is None,
        Fault.MOVED: place not in {None, Span(quoted.start, quoted.end)},
        Fault.REVISED: quoted.sha256 != document.sha256,
        Fault.MISATTRIBUTED: quoted.source != document.source,
    }
    return Checked(tuple(fault for fault, is_there in found.items() if is_there), place)


def _nearest(quoted: Paragraph, text: str) -> Span | None:
    starts = _occurrences(quoted.text, text)
    start = min(starts, key=lambda start: abs(start - quoted.start), default=None)
    return None if start is None else Span(start, start + len(quoted.text))


def _occurrences(words: str, text: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + 1)
