"""A page -> the lines of its article, without the furniture of the web page around it.

A sentence of the article must never be lost; so a line goes only where its whole wording is furniture, where
it may be and stands among furniture, or behind the marker of a list after which no prose follows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.reading.page.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from retrieval.reading.page.lines import Line
    from retrieval.reading.page.page import Page

_FURNITURE = {Kind.BUTTON: "what a page offers to do", Kind.LIST: "the heading of a list of other things"}
_AMONG_FURNITURE = re.compile(r"(?<![abcdfms])(?:[abd]*[fms][abdfms]*|a{3,})")
"""Lines that may be furniture beside one that is, or three of them; not below «… ما يلي:»."""


def furniture(page: Page, said: Mapping[int, str]) -> dict[int, str]:
    """The lines that are not quoted -> why; none where nothing would be left.

    said: the lines that do nothing but say something of the document -> what
    """
    found = dict.fromkeys(range(page.end, len(page.lines)), "behind the article: lists of other things")
    for edge in (page.head, page.foot):
        for among in _AMONG_FURNITURE.finditer(page.kinds, edge.start, edge.stop):
            found |= dict.fromkeys(range(*among.span()), "among furniture before or after the article")
    for place, kind in enumerate(page.kinds):
        if place < page.end and kind in _FURNITURE:
            found[place] = _FURNITURE[Kind(kind)]
    found |= {place: f"told of the document: its {what}" for place, what in said.items()}
    return found if len(found) < len(page.lines) else {}


def stretches(page: Page, left_out: Collection[int]) -> list[list[Line]]:
    """The other lines, in stretches with nothing left out of them."""
    found: list[list[Line]] = [[]]
    for place, line in enumerate(page.lines):
        if place not in left_out:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [stretch for stretch in found if stretch]
