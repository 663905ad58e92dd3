"""A text as a page: its lines, what each is, and where the article ends and lists of other things begin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from retrieval.reading.page.kinds import Kind, kind
from retrieval.reading.page.lines import Line, lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WRAP_WIDTH = 120
"""Characters beyond which nobody wraps lines by hand: a block with a longer one holds a paragraph a line."""

_TEASERS = re.compile(r"(?:[hpec]{1,2}d){2,}")
"""Teasers in a row: what each says may end in a full stop, yet its date ends it."""
_OTHER_THINGS = re.compile(r"m|(?:hed){2}")
"""What opens the lists after an article: a marker, or teasers of headline, clipped beginning and date."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a text and what they are.

    kinds: a letter for each line, see `Kind`
    body: the article, from its first line of prose to the last; every line where there is no prose
    end: the line at which lists of other things begin that run to the end of the text
    """

    lines: Sequence[Line]
    kinds: str
    body: range
    end: int

    @property
    def head(self) -> range:
        """The lines before the article's first prose: title, date, and furniture among them."""
        return range(self.body.start)

    @property
    def foot(self) -> range:
        """The lines after the article's last prose, before the lists of other things."""
        return range(self.body.stop, self.end)

    @property
    def is_web(self) -> bool:
        """Whether furniture tells that the text was taken from a web page."""
        return Kind.BUTTON in self.kinds or Kind.LIST in self.kinds


def lay_out(text: str) -> Page:
    """The page that a text makes."""
    found = lines(text)
    letters = [kind(line.text) for line in found]
    if any(line.apart for line in found):
        for block in blocks(found):
            _mark_wrapped(found, letters, block)
    kinds = "".join(letters)
    end = _end(kinds)
    prose = [kinds.find(Kind.PROSE, 0, end), kinds.rfind(Kind.PROSE, 0, end)]
    body = range(prose[0], prose[1] + 1) if prose[0] >= 0 else range(end)
    return Page(found, kinds, body, end)


def blocks(found: Sequence[Line]) -> Iterator[range]:
    """The runs of lines without a blank line between them."""
    starts = [0, *(place for place, line in enumerate(found) if line.apart and place), len(found)]
    return (range(start, stop) for start, stop in pairwise(starts) if start < stop)


def _mark_wrapped(found: Sequence[Line], letters: list[Kind], block: range) -> None:
    """Mark as prose, in a block of short lines, the plain ones that a line of prose completes."""
    if len(block) == 1 or max(len(found[place].text) for place in block) > WRAP_WIDTH:
        return
    completed = False
    for place in reversed(block):
        completed = letters[place] is Kind.PROSE or (completed and letters[place] is Kind.PLAIN)
        if completed:
            letters[place] = Kind.PROSE


def _end(kinds: str) -> int:
    """Where the lists after the article begin: no prose stands behind it but that of teasers."""
    prose = _TEASERS.sub(lambda found: Kind.TEASER * len(found[0]), kinds).rfind(Kind.PROSE)
    found = _OTHER_THINGS.search(kinds, prose + 1)
    return found.start() if found and Kind.PROSE in kinds[: found.start()] else len(kinds)
