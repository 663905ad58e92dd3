"""What stands above and below the text of printed pages: running headers, footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import zip_longest
from statistics import median
from typing import TYPE_CHECKING

from retrieval.reading.extracted import Dropped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.reading.pdf.page import Page, TextLine

_DEPTH = 3
"""Lines of a header or footer at most."""
_SHARE = 0.3
"""Share of the pages on which a header stands at least: some stand on left pages only, or in one chapter."""
_MARGIN = 0.1
"""Share of the page's height that is margin, above and below."""
_SMALL = 0.95
"""Size of small print, as a share of the text's."""
_APART = 1.5
"""How far small print lies from the text, in sizes of the text's letters."""
_LONGEST = 120
"""Characters of a header at most."""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:(?:ال)?صفحة|ص|page|p\.?)?[\W_]*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|من|of|-)\s*\d{1,4})?[\W_]*",
    re.IGNORECASE,
)

_REPEATED = "the same line stands at the edge of other pages"
_NUMBER = "a page number"
_SMALL_PRINT = "small print above the page's text"


def without_furniture(pages: Sequence[Page]) -> tuple[list[Page], list[Dropped]]:
    """The pages without the lines at their edges that belong to no text, and these lines."""
    sizes = [line.size for page in pages for line in page.lines for _ in line.text]
    size = median(sizes) if sizes else 0.0
    often = max(2, _SHARE * len(pages))
    counts = Counter(key for page in pages for key in {_key(line) for edge in _edges(page) for line in edge})
    repeated = {key for key, count in counts.items() if count >= often}
    kept, dropped = [], []
    for page in pages:
        gone = {line: why for edge in _edges(page) for line, why in _outside(edge, page, size, repeated)}
        kept.append(replace(page, lines=[line for line in page.lines if line not in gone]))
        dropped += [Dropped(line.text, why) for line, why in gone.items()]
    return kept, dropped


def _edges(page: Page) -> tuple[list[TextLine], list[TextLine]]:
    """The first lines from the top of a page, and the last from its foot."""
    downwards = sorted(page.lines, key=lambda line: -line.y)
    return downwards[:_DEPTH], downwards[::-1][:_DEPTH]


def _key(line: TextLine) -> str:
    return _DIGITS.sub("0", line.text)


def _outside(
    edge: Sequence[TextLine], page: Page, size: float, repeated: set[str]
) -> Iterator[tuple[TextLine, str]]:
    """The lines at an edge that belong to no text, from the outermost inwards, and why."""
    top = max((line.y for line in page.lines), default=0.0)
    for line, inner in zip_longest(edge, edge[1:]):
        in_margin = not _MARGIN * page.height < line.y < (1 - _MARGIN) * page.height
        is_apart = inner is None or abs(line.y - inner.y) > _APART * size
        if len(line.text) <= _LONGEST and _key(line) in repeated:
            yield line, _REPEATED
        elif in_margin and _PAGE_NUMBER.fullmatch(line.text):
            yield line, _NUMBER
        elif line.y == top and in_margin and is_apart and line.size < _SMALL * size:
            yield line, _SMALL_PRINT
        else:
            return
