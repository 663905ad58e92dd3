"""Near-copies among ranked paragraphs: which of them hold each other, which goes first, which are shown once.

News agencies' texts, encyclopaedias and collections of traditions hold the same passage several times, with
more or less around it. BM25 lets whichever repeats the question's words more often win; a reader is served
by the one that says as much in fewer words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.intp]
    Words = NDArray[np.integer[Any]]

_SHINGLE = 3
"""Words to a piece that is compared: Broder, "On the resemblance and containment of documents" (1997)."""
_MIXER = np.uint64(0x9E3779B97F4A7C15)
"""2 to the 64th over the golden ratio: it spreads numbers, so that hardly two runs of words get the same."""
_LAST_BITS = np.uint64((1 << 14) - 1)
CONTAINED = 0.8
"""Share of a paragraph's shingles that a longer one must hold to be its near-copy."""
AS_MUCH = 0.95
"""Share of the longer one's coverage of the question that the shorter must reach to go first."""


def shared(texts: Sequence[Words]) -> Ints:
    """How many different runs of three words each two of some texts share; each with itself: how many it has.

    texts: as word numbers, 0 or greater; a text of fewer words is one run

    >>> shared([np.array([1, 2, 3, 4]), np.array([2, 3, 4]), np.array([7])]).tolist()
    [[2, 1, 0], [1, 1, 0], [0, 0, 1]]
    """
    runs, owner = _runs(texts)
    # Most runs occur once, and are told by their last bits: only the others are worth sorting.
    ends = (runs & _LAST_BITS).astype(np.intp)
    again = np.bincount(ends)[ends] > 1 if len(ends) else ends > 0
    distinct, run = np.unique(runs[again], return_inverse=True)
    held = np.zeros((len(texts), len(distinct) + -len(distinct) % 64), dtype=np.bool_)
    held[owner[again], run] = True
    bits = np.packbits(held, axis=1).view(np.uint64).T
    table: Ints = np.bitwise_count(bits[:, :, None] & bits[:, None]).sum(axis=0, dtype=np.intp)
    np.fill_diagonal(table, np.bincount(owner[~again], minlength=len(texts)) + table.diagonal())
    return table


def copies(table: Ints) -> list[int]:
    """For each of ranked paragraphs the place of the first that it is a copy of, or its own.

    table: see `shared`
    Copies hold each other but for a fifth; a passage within a long text is no copy of it.

    >>> copies(shared([np.arange(9), np.arange(20, 24), np.arange(8)]))
    [0, 1, 0]
    """
    sizes = table.diagonal()
    alike = np.tril(table >= CONTAINED * np.maximum(sizes[:, None], sizes), -1)
    firsts = list(range(len(table)))
    for place, at in np.argwhere(alike).tolist():
        if firsts[place] == place and firsts[at] == at:
            firsts[place] = at
    return firsts


def shorter_first(table: Ints, lengths: Sequence[int], coverage: Sequence[float]) -> list[int]:
    """A new order for ranked paragraphs, best first: places in the old one.

    table: see `shared`
    lengths: words of each paragraph; coverage: how much of the question each covers, repetition aside

    >>> table = shared([np.arange(6), np.arange(4)])
    >>> shorter_first(table, [6, 4], [3.0, 3.0]), shorter_first(table, [6, 4], [3.0, 2.0])
    ([1, 0], [0, 1])
    """
    order = list(range(len(lengths)))
    held = np.triu(table >= CONTAINED * table.diagonal(), 1)
    for above, below in np.argwhere(held).tolist():
        if lengths[below] >= lengths[above]:
            continue
        if coverage[below] >= AS_MUCH * coverage[above] and order.index(above) < order.index(below):
            order.remove(below)
            order.insert(order.index(above), below)
    return order


def _runs(texts: Sequence[Words]) -> tuple[NDArray[np.uint64], Ints]:
    """Every run of three words as one number, and the text it stands in."""
    lengths = np.array([len(text) for text in texts], dtype=np.intp)
    ends = np.cumsum(np.maximum(lengths, _SHINGLE))
    starts = ends - np.maximum(lengths, _SHINGLE)
    owner = np.repeat(np.arange(len(texts)), ends - starts)
    words = np.zeros(len(owner), dtype=np.uint64)  # a short text is filled up with 0, which is no word below
    place = np.arange(lengths.sum()) + np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
    words[place] = np.concatenate([np.empty(0, dtype=np.intp), *texts], dtype=np.intp) + 1
    first = np.flatnonzero(owner[: 1 - _SHINGLE] == owner[_SHINGLE - 1 :])
    runs = np.zeros(len(first), dtype=np.uint64)
    for step in range(_SHINGLE):
        runs = (runs ^ (runs >> np.uint64(29))) * _MIXER + words[first + step]
    return runs, owner[first]
