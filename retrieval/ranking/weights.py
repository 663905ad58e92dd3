"""What counts for how much in the ranking. The one place where such numbers stand.

Chosen by `benchmarks/ranking.py`: fitted on one of ARCD and XQuAD-ar, reported on the other, both ways; flat
around the values here. `benchmarks/distractors.py` tells what parts are worth among many other paragraphs.
docs/ranking.md has the figures of both.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Factors of a paragraph's score.

    gram, root, word: BM25 of in-word n-grams, of roots, of the exact spelling, over the paragraph
    title: BM25 of n-grams over the document's title
    sentence: n-grams and roots over the paragraph's best sentence
    pairs: BM25 of pairs of the question's words that stand together
    k1, b: BM25's saturation and length normalisation; title_b: the latter in titles, which are all short
    """

    gram: float = 1.0
    root: float = 3.0
    word: float = 0.3
    title: float = 0.4
    sentence: float = 0.4
    pairs: float = 0.8
    k1: float = 0.5
    b: float = 0.75
    title_b: float = 0.3


WEIGHTS = Weights()

CANDIDATES = 200
"""How many paragraphs of the first stage are rescored: among 20,000 others, more find nothing better
(`benchmarks/distractors.py`)."""

SMALL = 1000
"""A collection of no more paragraphs is rescored whole: that takes no longer than to choose among them."""

COMMON = 1.6
"""Inverse document frequency, that of one in five paragraphs, below which a term names candidates only where
the others name too few. Among 20,000 others this changes no answer's rank (2.0 changes two); at a million
paragraphs it saves the engine a quarter of its time, and half of it for the slowest questions."""
