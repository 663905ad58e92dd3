"""The lines of printed pages -> their paragraphs, over the ends of columns and pages."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from retrieval.model import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.reading.pdf.page import Page, TextLine

_WIDER = 1.3
"""How much more than the usual the distance of two lines is between paragraphs."""
_OTHER_SIZE = 0.12
"""How much the size of letters differs between a heading and a text."""
_INDENT = 0.8
"""Indent of a first line at least, in sizes of its letters."""
_SPARE = 0.5
"""Width of a space and what justification spares, in sizes of the letters."""
_SHORT = 0.2
"""Share of the column that the last line of a paragraph leaves empty, if no sentence ends with it."""
_USUAL = 1.5
"""Distance of two lines in sizes of the letters, where no two follow each other."""
_ITEM = re.compile(r"[•●▪◦‣·*–—-]\s|[(\[]?(?:\d{1,3}|[a-zA-Zأ-ي])[).\]-]\s")


def text_of(pages: Sequence[Page]) -> tuple[str, tuple[Mark, ...]]:
    r"""The text, a blank line between paragraphs, and where each page begins.

    The rows of a table and the verses of a poem follow each other line by line.
    """
    usual = _usual_leading(pages)
    text = ""
    marks: list[Mark] = []
    before: TextLine | None = None
    for page in pages:
        for place, line in enumerate(page.lines):
            text += _between(before, line, usual, same_page=place > 0) if before else ""
            if not place:
                marks.append(Mark(len(text), "page", page.name))
            text += line.text
            before = line
    return text, tuple(marks)


def _usual_leading(pages: Sequence[Page]) -> float:
    """The distance of most lines that follow each other in a paragraph, in sizes of their letters."""
    distances = [
        (above.y - below.y) / below.size
        for page in pages
        for above, below in pairwise(page.lines)
        if 0 < above.y - below.y < 4 * below.size and above.left == below.left
    ]
    return median(distances) if distances else _USUAL


def _between(before: TextLine, line: TextLine, usual: float, *, same_page: bool) -> str:
    """What parts two lines: a space within a paragraph, a line break within a table, else a blank line."""
    if before.cell is not None and line.cell is not None and same_page:
        return " " if before.cell <= line.cell else "\n"
    if before.cell != line.cell or abs(before.size - line.size) > _OTHER_SIZE * line.size:
        return "\n\n"
    if _ITEM.match(line.text) or _ends_early(before, line):
        return "\n\n"
    if same_page and (before.left, before.right) == (line.left, line.right) and before.y > line.y:
        apart = before.y - line.y > _WIDER * usual * line.size
        indented = line.indent - before.indent > _INDENT * line.size
        return "\n\n" if apart or indented else " "
    return "\n\n" if before.ends_sentence else " "


def _ends_early(before: TextLine, line: TextLine) -> bool:
    """Whether a line leaves room for the next word: some programs break lines early, yet not by much."""
    if before.room <= line.first_word + _SPARE * line.size:
        return False
    return before.ends_sentence or before.room > _SHORT * (before.right - before.left)
