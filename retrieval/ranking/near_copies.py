"""Of near-copies, the shorter goes first, unless the longer covers more of the question.

News agencies' texts, encyclopaedias and collections of traditions hold the same passage several times, with
more or less around it. BM25 lets whichever repeats the question's words more often win; a reader is served
by the one that says as much in fewer words.
"""

from __future__ import annotations

from collections.abc import Hashable
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Shingles = frozenset[tuple[Hashable, ...]]
"""The runs of words of a text."""

_SHINGLE = 3
"""Words to a piece that is compared: Broder, "On the resemblance and containment of documents" (1997)."""
CONTAINED = 0.8
"""Share of a paragraph's shingles that a longer one must hold to be its near-copy."""
AS_MUCH = 0.95
"""Share of the longer one's coverage of the question that the shorter must reach to go first."""


def shingles(words: Sequence[Hashable]) -> Shingles:
    """Every run of three words; all of a shorter text.

    >>> sorted(shingles(["a", "b", "c", "d"]))
    [('a', 'b', 'c'), ('b', 'c', 'd')]
    """
    if len(words) < _SHINGLE:
        return frozenset([tuple(words)])
    return frozenset(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))


def copies(texts: Sequence[Shingles]) -> list[int]:
    """For each of ranked paragraphs the place of the first that it is a copy of, or its own.

    Copies hold each other but for a fifth; a passage within a long text is no copy of it.

    >>> text, other = shingles("قال الوزير اليوم ان زيارته غدا".split()), shingles("نفى الوزير".split())
    >>> copies([text, other, text])
    [0, 1, 0]
    """
    firsts: list[int] = []
    for place, own in enumerate(texts):
        alike = (first for first in dict.fromkeys(firsts) if _are_copies(own, texts[first]))
        firsts.append(next(alike, place))
    return firsts


def shorter_first(
    lengths: Sequence[int], coverage: Sequence[float], pieces: Callable[[int], Shingles]
) -> list[int]:
    """A new order for ranked paragraphs, best first: places in the old one.

    lengths: words of each paragraph; coverage: how much of the question each covers, repetition aside
    pieces: place -> the paragraph's shingles, asked for where it may go up or down

    >>> long, short = "قال الوزير اليوم ان زيارته غدا".split(), "قال الوزير اليوم ان".split()
    >>> pieces = [shingles(long), shingles(short)].__getitem__
    >>> shorter_first([6, 4], [3.0, 3.0], pieces), shorter_first([6, 4], [3.0, 2.0], pieces)
    ([1, 0], [0, 1])
    """
    order = list(range(len(lengths)))
    for above, below in combinations(range(len(lengths)), 2):
        if lengths[below] >= lengths[above] or coverage[below] < AS_MUCH * coverage[above]:
            continue
        if len(pieces(below) & pieces(above)) < CONTAINED * len(pieces(below)):
            continue
        if order.index(above) < order.index(below):
            order.remove(below)
            order.insert(order.index(above), below)
    return order


def _are_copies(one: Shingles, other: Shingles) -> bool:
    least = CONTAINED * max(len(one), len(other))
    return min(len(one), len(other)) >= least and len(one & other) >= least
