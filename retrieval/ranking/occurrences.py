"""Where a question's terms occur in a text: places by terms, counted by paragraph or by sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.intp]
    Floats = NDArray[np.float64]


class Units:
    """A text's division into paragraphs, sentences or titles.

    of: the unit of each place of the text; count: how many units
    lengths: field -> terms of each unit in it, as far as they have been asked for
    """

    __slots__ = ("count", "lengths", "of")

    def __init__(self, of: Ints, count: int) -> None:
        self.of = of
        self.count = count
        self.lengths: dict[str, Floats] = {}

    @classmethod
    def of_lengths(cls, lengths: Sequence[int] | Ints) -> Units:
        """Units of so many places each, one after another."""
        return cls(np.repeat(np.arange(len(lengths)), lengths), len(lengths))


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Pairs of (place in a text, index of the asked term that the word there has), a term's in order."""

    places: Ints
    terms: Ints
    term_count: int

    def frequencies(self, units: Units, weight: Floats | None = None) -> Floats:
        """A table, units by terms: how often each unit has each term.

        weight: what each occurrence counts for; 1 by default
        """
        counts = np.bincount(
            units.of[self.places] * self.term_count + self.terms,
            weights=weight,
            minlength=units.count * self.term_count,
        )
        return counts.reshape(units.count, self.term_count).astype(np.float64, copy=False)

    def of(self, term: int) -> Ints:
        """The places of one term, in order."""
        places: Ints = self.places[self.terms == term]
        return places


def find(local: Ints, terms: Ints, owner: Ints, asked: Ints, counts: tuple[int, int]) -> Occurrences:
    """The occurrences of the terms `asked` in a text.

    local: each word of the text, by its index among the distinct ones
    terms, owner: the terms of the distinct words, and for each the index of its word
    counts: how many distinct words there are, and how many terms in the field
    """
    is_asked = np.zeros(counts[1], dtype=np.bool_)
    is_asked[asked] = True
    held = np.flatnonzero(is_asked.take(terms))
    index_of = np.empty(counts[1], dtype=np.int32)
    index_of[asked] = np.arange(len(asked))
    index, owner = index_of[terms[held]], owner[held]

    count = np.bincount(owner, minlength=counts[0])
    first = np.cumsum(count) - count
    places = np.flatnonzero((count > 0).take(local))
    words = local[places]
    repeats = count[words]
    step = np.arange(repeats.sum()) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    return Occurrences(np.repeat(places, repeats), index[np.repeat(first[words], repeats) + step], len(asked))
