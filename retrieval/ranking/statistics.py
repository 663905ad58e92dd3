"""What BM25 wants to know of a field: how many texts, how long, and how many of them have each term."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from retrieval.ranking.scoring import idf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from retrieval.ranking.vocabulary import TermTable

    Ints = NDArray[np.intp]
    Floats = NDArray[np.float64]


BACKGROUND = 100
"""Paragraphs without any of the terms, among which a collection is thought to lie: in a few paragraphs of one
matter, its words would else look as if they said nothing."""


class Frequencies(Protocol):
    """Number of a term -> texts that have it: an array, or what is asked like one."""

    def __getitem__(self, terms: Ints, /) -> Ints:
        """Of many terms at once."""

    def item(self, term: int, /) -> int:
        """Of a single one, for which numpy takes ten times as long."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts over the texts of a collection in one field.

    count: texts; average_length: terms in a text
    frequencies: number of a term -> texts that have it
    """

    count: int
    average_length: float
    frequencies: Frequencies

    def idf(self, frequency: int) -> float:
        """How telling a term is that so many texts have; see `scoring.idf`."""
        # Of a single term without numpy, which takes ten times as long for one.
        return math.log1p((self.count + BACKGROUND - frequency + 0.5) / (frequency + 0.5))

    def weights(self, terms: Ints) -> Floats:
        """How telling each of `terms` is."""
        return idf(self.count + BACKGROUND, self.frequencies[terms])


def count(texts: Iterable[Ints], table: TermTable, term_count: int) -> Statistics:
    """The statistics of texts given as word numbers.

    table: the terms of all words in the field; term_count: how many terms the field has
    """
    frequencies = np.zeros(term_count, dtype=np.intp)
    texts_seen = terms_seen = 0
    for words in texts:
        terms, _ = table.of(words)
        frequencies[np.unique(terms)] += 1
        texts_seen += 1
        terms_seen += len(terms)
    return Statistics(texts_seen, terms_seen / texts_seen if texts_seen else 0.0, frequencies)
