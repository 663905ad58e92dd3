"""The formulas, one pure function each, with their sources."""

from __future__ import annotations

import math


def idf(count: int, frequency: int) -> float:
    """How telling a term is that `frequency` of `count` paragraphs hold; never negative.

    ln(1 + (N - n + 0.5) / (n + 0.5)): Robertson and Spärck Jones's weight, with the 1 that Lucene adds
    (BM25Similarity) so that a term in most paragraphs still counts for something.

    >>> round(idf(100, 1), 2), round(idf(100, 100), 3)
    (4.21, 0.005)
    """
    return math.log(1 + (count - frequency + 0.5) / (frequency + 0.5))


def saturation(frequency: int, length: int, average_length: float, k1: float, b: float) -> float:
    """How much `frequency` occurrences in a field of `length` terms are worth: 0 to 1.

    tf / (tf + k1 (1 - b + b dl / avgdl)): the BM25 of Robertson and Zaragoza, "The probabilistic relevance
    framework" (2009), section 3.4, without its constant factor k1 + 1.

    >>> saturation(0, 10, 10.0, k1=0.7, b=0.75), saturation(1, 10, 10.0, k1=1.0, b=0.75)
    (0.0, 0.5)
    """
    if not frequency:
        return 0.0
    return frequency / (frequency + k1 * (1 - b + b * length / average_length))
