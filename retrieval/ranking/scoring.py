"""The formulas of the ranking, one pure function each, with their sources.

n terms, m units (paragraphs or sentences): frequencies are tables of shape (m, n), weights of shape (n,).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.intp]
    Floats = NDArray[np.float64]

NEAR = 4
"""Words apart at which two words of a question still stand together in a paragraph."""
NEAR_IN_QUESTION = 2
"""Words apart at which two words of a question ought to stand together."""
_FADING_FLOOR, _FADING_WORDS = 0.5, 30


def idf(count: int, frequencies: Ints) -> Floats:
    """How telling terms are that so many of `count` paragraphs hold; never negative.

    ln(1 + (N - n + 0.5) / (n + 0.5)): Robertson and Spärck Jones's weight, with the 1 that Lucene adds
    (BM25Similarity) so that a term in most paragraphs still counts for something.

    >>> idf(100, np.array([1, 100])).round(3).tolist()
    [4.21, 0.005]
    """
    return np.log1p((count - frequencies + 0.5) / (frequencies + 0.5))


def bm25(  # noqa: PLR0913, PLR0917 - the formula has as many
    frequencies: Floats, lengths: Floats, weights: Floats, k1: float, b: float, average: float
) -> Floats:
    """The BM25 score of each unit: weights are the terms' idf times their count in the question.

    tf / (tf + k1 (1 - b + b dl / avgdl)): Robertson and Zaragoza, "The probabilistic relevance framework"
    (2009), section 3.4, without its constant factor k1 + 1.

    >>> table, lengths = np.array([[0.0], [1.0], [3.0]]), np.array([9.0, 9.0, 9.0])
    >>> bm25(table, lengths, np.array([2.0]), k1=1.0, b=0.75, average=9.0).tolist()
    [0.0, 1.0, 1.5]
    """
    norm = k1 * (1 - b + b * lengths / (average or 1.0))
    return (frequencies / (frequencies + norm[:, None])) @ weights


def fading(places: Ints) -> Floats:
    """What an occurrence at each place of a paragraph is worth: 1 for the first word, falling towards a half.

    What a paragraph is about is said early in it.
    """
    return _FADING_FLOOR + (1 - _FADING_FLOOR) / (1 + places / _FADING_WORDS)


def coverage(frequencies: Floats, weights: Floats) -> Floats:
    """The weight of the terms that each unit holds at all."""
    return (frequencies > 0) @ weights


def best_of(scores: Floats, starts: Ints) -> Floats:
    """The best score in each paragraph; starts: the index of its first sentence."""
    return np.maximum.reduceat(scores, starts)


def pairs_of(question_words: int) -> list[tuple[int, int]]:
    """The pairs of a question's words that ought to stand together.

    >>> pairs_of(3)
    [(0, 1), (0, 2), (1, 2)]
    """
    return [
        (one, other)
        for one in range(question_words)
        for other in range(one + 1, min(one + NEAR_IN_QUESTION, question_words - 1) + 1)
    ]


def pair_frequencies(
    places: Sequence[Ints], units: Sequence[Ints], pairs: Sequence[tuple[int, int]], unit_count: int
) -> Floats:
    """A table, units by pairs: how often both words of a pair stand near each other, in either order.

    places: for each word of the question where it occurs, in order; units stand further apart than NEAR
    units: for each word of the question the unit of each of its places
    """
    table = np.zeros((unit_count, len(pairs)))
    for column, (one, other) in enumerate(pairs):
        here, there = places[one], places[other]
        near = np.searchsorted(there, here + NEAR, "right") - np.searchsorted(there, here - NEAR, "left")
        table[:, column] = np.bincount(units[one], weights=near, minlength=unit_count)
    return table
