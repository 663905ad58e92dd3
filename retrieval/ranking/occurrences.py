"""Where a question's terms occur in a text: places by terms, counted by paragraph or by sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retrieval.ranking.vocabulary import TermTable

    Ints = NDArray[np.intp]
    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Pairs of (place in a text, index of the asked term that the word there has), in order of places."""

    places: Ints
    terms: Ints
    term_count: int

    def frequencies(self, unit: Ints, unit_count: int, weight: Floats | None = None) -> Floats:
        """A table, units by terms: how often each unit has each term.

        unit: the paragraph or sentence of each place of the text
        weight: what an occurrence at each place counts for; 1 by default
        """
        counts = np.bincount(
            unit[self.places] * self.term_count + self.terms,
            weights=None if weight is None else weight[self.places],
            minlength=unit_count * self.term_count,
        )
        return counts.reshape(unit_count, self.term_count).astype(np.float64, copy=False)

    def of(self, term: int) -> Ints:
        """The places of one term, in order."""
        places: Ints = self.places[self.terms == term]
        return places


def find(local: Ints, distinct: Ints, table: TermTable, asked: Ints, term_count: int) -> Occurrences:
    """The occurrences of the terms `asked` in a text.

    distinct: the numbers of the text's distinct words; local: each word of the text, by index among them
    table: the terms of all words in the field; term_count: how many terms the field has
    """
    index_of = np.full(term_count, -1, dtype=np.intp)
    index_of[asked] = np.arange(len(asked))
    terms, owner = table.of(distinct)
    index = index_of[terms]
    held = index >= 0
    index, owner = index[held], owner[held]

    count = np.bincount(owner, minlength=len(distinct))
    first = np.cumsum(count) - count
    places = np.flatnonzero(count[local])
    words = local[places]
    repeats = count[words]
    step = np.arange(repeats.sum()) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    return Occurrences(np.repeat(places, repeats), index[np.repeat(first[words], repeats) + step], len(asked))
