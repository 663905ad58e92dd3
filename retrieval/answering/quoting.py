"""Passages that bear on a question -> quotations: near-copies count once, those on one fact are paired."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from retrieval.answering.agreement import parallel
from retrieval.answers import Place, Quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.answering.findings import Findings
    from retrieval.answering.stated import Stated
    from retrieval.answering.stories import Stories
    from retrieval.answers import Parallel
    from retrieval.model import Paragraph
    from retrieval.ranking.search import Ranked

QUOTABLE = 20
"""So many different passages may be quoted: what ranks lower has never been seen to answer."""
CONSIDERED = 60
"""So many of the best passages are looked at: an agency's story stands in many papers."""
_BEARING = 0.5
"""A passage that scores less than this share of the best one's doesn't bear on the question."""
_SIDE_BY_SIDE = 6
"""So many of the first quotations are set side by side."""


def bearing(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Those that bear on the question."""
    return [each for each in ranked if each.score >= _BEARING * ranked[0].score]


class Quoting:
    """What is quoted for a question, best first.

    stories: tells reports of one event from reports of another
    """

    def __init__(self, findings: Findings, stories: Stories) -> None:
        self._findings = findings
        self._stories = stories
        self._found = bearing(findings.ranked[:CONSIDERED])
        self._firsts = [self._found[place] for place in findings.copies(self._found)]
        self._ranked = list(islice(self._without_copies(), QUOTABLE))
        self._stated: dict[int, Stated] = {}

    def __len__(self) -> int:
        return len(self._ranked)

    def quotes(self, places: range) -> tuple[Quote, ...]:
        """The quotations at `places`, the best one's being 0."""
        return tuple(self._quote(place) for place in places if place < len(self))

    def _quote(self, place: int) -> Quote:
        ranked = self._ranked[place]
        passage = self._findings.passage(ranked)
        return Quote(
            place + 1,
            passage.paragraph,
            passage.answer,
            passage.highlights,
            passage.score,
            also=tuple(Place(each.source.path, each.start, each.end) for each in self._copies(ranked)),
            why=self._findings.why(ranked, passage.answer),
            dates=self._findings.dates(ranked, passage.answer),
            parallels=self._parallels(place),
        )

    def _without_copies(self) -> Iterator[Ranked]:
        """The passages less those that another document has in nearly the same words."""
        for each, first in zip(self._found, self._firsts, strict=True):
            if each is first or not self._is_copy(each, first):
                yield each

    def _copies(self, ranked: Ranked) -> Iterator[Paragraph]:
        """The other places where a passage stands in nearly the same words."""
        for each, first in zip(self._found, self._firsts, strict=True):
            if first is ranked and each is not ranked and self._is_copy(each, ranked):
                yield self._findings.paragraph(each)

    def _is_copy(self, each: Ranked, first: Ranked) -> bool:
        """Whether it is quoted with the first: one that gives other figures may correct it."""
        paragraph, original = self._findings.paragraph(each), self._findings.paragraph(first)
        told_alike = self._findings.figures(each) == self._findings.figures(first)
        return told_alike and paragraph.source.path != original.source.path

    def _parallels(self, place: int) -> tuple[Parallel, ...]:
        if place >= _SIDE_BY_SIDE:
            return ()
        own = self._findings.paragraph(self._ranked[place])
        found: list[Parallel] = []
        for other, ranked in enumerate(self._ranked[:_SIDE_BY_SIDE]):
            paragraph = self._findings.paragraph(ranked)
            if paragraph.source.path == own.source.path or not self._stories.same(own, paragraph):
                continue
            if side := parallel(self._states(place), self._states(other)):
                found.append(side)
        return tuple(found)

    def _states(self, place: int) -> Stated:
        if place not in self._stated:
            self._stated[place] = self._findings.stated(self._ranked[place], place + 1)
        return self._stated[place]
