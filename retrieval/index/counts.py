"""In how many texts each term stands, counted for many texts at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from retrieval.ranking.vocabulary import TermTable

    Ints = NDArray[np.intp]

_AT_ONCE = 2048
"""Texts whose terms are laid out together: it bounds the memory."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts as numbers of words, end to end.

    lengths: words of each text; weights: for how many paragraphs each counts, negative where they go
    """

    words: Ints
    lengths: Ints
    weights: Ints

    @classmethod
    def joined(cls, texts: Sequence[Ints], weights: Sequence[int]) -> Texts:
        """Several texts as one."""
        lengths = np.array(list(map(len, texts)), dtype=np.intp)
        words = np.concatenate([np.empty(0, dtype=np.intp), *texts], dtype=np.intp)
        return cls(words, lengths, np.array(weights, dtype=np.intp))

    def __len__(self) -> int:
        return len(self.lengths)

    def some(self) -> Iterator[Texts]:
        """All of them, so many at a time."""
        ends = np.cumsum([0, *self.lengths])
        for first in range(0, len(self), _AT_ONCE):
            last = min(first + _AT_ONCE, len(self))
            words = self.words[ends[first] : ends[last]]
            yield Texts(words, self.lengths[first:last], self.weights[first:last])


def tally(
    texts: Texts, tables: Mapping[str, TermTable], counts: Mapping[str, int]
) -> dict[str, tuple[Ints, int]]:
    """Field -> for how many paragraphs each term counts, and how many terms there are in all.

    tables: field -> the terms of every word; counts: field -> a number greater than that of any term
    """
    found = {field: np.zeros(count, dtype=np.intp) for field, count in counts.items()}
    for some in texts.some():
        words, place = _distinct(np.repeat(np.arange(len(some)), some.lengths), some.words)
        for field, table in tables.items():
            terms, owner = table.of(words)
            terms, held = _distinct(place[owner], terms)
            frequencies = np.bincount(terms, some.weights[held], counts[field])
            found[field] += frequencies.astype(np.intp)
    weights = np.repeat(texts.weights, texts.lengths)
    return {
        field: (found[field], int((tables[field].lengths(texts.words) * weights).sum())) for field in tables
    }


def _distinct(texts: Ints, items: Ints) -> tuple[Ints, Ints]:
    """Each item of a text once, and for each the index of its text."""
    bits = int(items.max(initial=0)).bit_length()
    # Sorted as single numbers, many times faster than as pairs.
    pairs = np.sort((texts << bits) | items)
    pairs = pairs[np.diff(pairs, prepend=-1) != 0]
    return pairs & ((1 << bits) - 1), pairs >> bits
