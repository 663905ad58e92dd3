"""A page -> the lines of its article, without the furniture of the web page around it.

A sentence of the article must never be lost; so a line goes only where its whole wording is furniture, where
it may be and stands among furniture, or behind the marker of a list after which no prose follows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.reading.kinds import Kind

if TYPE_CHECKING:
    from retrieval.reading.lines import Line
    from retrieval.reading.metadata import Metadata
    from retrieval.reading.page import Page

_FURNITURE = frozenset({Kind.BUTTON, Kind.LIST})
_AMONG_FURNITURE = re.compile(r"(?<![abcdfms])(?:[abd]*[fms][abdfms]*|a{3,})")
"""Lines that may be furniture beside one that is, or three of them; not below «… ما يلي:»."""


def clean(page: Page, metadata: Metadata) -> list[list[Line]]:
    """The lines of the article, in stretches with nothing left out of them.

    Where nothing would be left, everything stays.
    """
    dropped = set(metadata.places) | {*range(page.end, len(page.lines))}
    dropped |= {place for place, kind in enumerate(page.kinds) if kind in _FURNITURE}
    for edge in (page.head, page.foot):
        for found in _AMONG_FURNITURE.finditer(page.kinds, edge.start, edge.stop):
            dropped |= {*range(*found.span())}
    if len(dropped) == len(page.lines):
        return [list(page.lines)]
    return _stretches(page, dropped)


def _stretches(page: Page, dropped: set[int]) -> list[list[Line]]:
    stretches: list[list[Line]] = [[]]
    for place, line in enumerate(page.lines):
        if place not in dropped:
            stretches[-1].append(line)
        elif stretches[-1]:
            stretches.append([])
    return [stretch for stretch in stretches if stretch]
