"""The sentence of a paragraph that answers, with its neighbour where the two are hard to tell apart.

Signs -> a score for each sentence -> how probable it is that the answer stands in it -> the one or two
sentences that hold most of the probability for the least text.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from retrieval.answering.evidence import coverage
from retrieval.answering.weights import KIND, SENTENCE, SHARE_COST
from retrieval.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from retrieval.answering.reading import Reading

LONGEST = 2
"""Sentences to an answer: more would no longer point anywhere."""


def pieces(reading: Reading, place: int) -> float:
    """The weighted share of the pieces of the question's words that the sentence holds, 0 to 1."""
    weights = reading.inquiry.grams
    return sum(weights[gram] for gram in reading.sentences[place].grams) / reading.whole


def words_here(reading: Reading, place: int) -> float:
    """As coverage by words, each weighted also by how few other sentences of the paragraph hold it."""
    inquiry, found = reading.inquiry, reading.sentences[place].words
    here = sum(w * reading.word_rarity[k] * found[k] for k, w in enumerate(inquiry.weights))
    return here / (sum(inquiry.weights) or 1.0)


def pieces_here(reading: Reading, place: int) -> float:
    """As `pieces`, each weighted also by how few other sentences of the paragraph hold it."""
    weights = reading.inquiry.grams
    here = sum(weights[gram] * reading.gram_rarity[gram] for gram in reading.sentences[place].grams)
    return here / reading.whole


def words_before(reading: Reading, place: int) -> float:
    """The weighted share of words that only the sentence before holds: what a pronoun may mean, 0 to 1."""
    if not place:
        return 0.0
    before, here = reading.sentences[place - 1].words, reading.sentences[place].words
    return coverage(reading.inquiry.weights, [max(0.0, b - h) for b, h in zip(before, here, strict=True)])


def kind(reading: Reading, place: int) -> float:
    """What holding the kind of thing asked for is worth; 0 where the sentence doesn't."""
    return KIND.get(reading.inquiry.asked.kind, 0.0) if reading.sentences[place].kinds else 0.0


def opening(reading: Reading, place: int) -> float:
    """The likeness found to the first telling word: mostly the verb, or the class of the thing asked for."""
    return reading.sentences[place].words[0] if reading.inquiry.words else 0.0


FEATURES: Mapping[str, Callable[[Reading, int], float]] = {
    "pieces": pieces,
    "words here": words_here,
    "pieces here": pieces_here,
    "words before": words_before,
    "kind": kind,
    "opening": opening,
}
"""Sign -> its measure for the sentence at a place of the reading; weighted by `SENTENCE`."""


def probabilities(reading: Reading) -> list[float]:
    """For each sentence how probable it is that it answers, given that one of them does."""
    scores = [
        sum(SENTENCE[name] * measure(reading, place) for name, measure in FEATURES.items())
        for place in range(len(reading.sentences))
    ]
    powers = [math.exp(score - max(scores)) for score in scores]
    return [power / sum(powers) for power in powers]


def best_sentence(reading: Reading) -> Span:
    """The span to show: at most `LONGEST` sentences, the earlier of equals.

    It doesn't end with a question where something follows: that is what answers.
    """
    likely = probabilities(reading)
    lengths = [len(one.span) for one in reading.sentences]
    stretches = [
        (first, last)
        for first in range(len(lengths))
        for last in range(first + 1, min(first + LONGEST, len(lengths)) + 1)
        if last == len(lengths) or not reading.sentences[last - 1].asks
    ]
    first, last = max(
        stretches,
        key=lambda at: sum(likely[slice(*at)]) - SHARE_COST * sum(lengths[slice(*at)]) / sum(lengths),
    )
    return Span(reading.sentences[first].span.start, reading.sentences[last - 1].span.end)
