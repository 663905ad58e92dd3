"""The second stage: candidates scored exactly, part by part."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from retrieval.arabic.analyzer import FIELDS
from retrieval.ranking import scoring

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retrieval.ranking.candidates import Candidates
    from retrieval.ranking.collection import Collection
    from retrieval.ranking.occurrences import Occurrences
    from retrieval.ranking.query import Query
    from retrieval.ranking.statistics import Statistics
    from retrieval.ranking.weights import Weights

    Ints = NDArray[np.intp]
    Floats = NDArray[np.float64]

_BODY_FIELDS = ("gram", "root", "word")
_SENTENCE_FIELDS = ("gram", "root")


@dataclass(frozen=True, slots=True)
class Asked:
    """The question's terms in one field, as far as the collection has them.

    terms: their numbers; weights: the idf of each, times its count in the question
    """

    terms: Ints
    weights: Floats


class Rescoring:
    """The parts of the candidates' scores for one question; each method gives one value a candidate."""

    def __init__(
        self, query: Query, collection: Collection, candidates: Candidates, weights: Weights
    ) -> None:
        self._query = query
        self._collection = collection
        self._candidates = candidates
        self._weights = weights
        self._vocabulary = collection.vocabulary
        self._found: dict[str, tuple[Asked, Occurrences]] = {}

    def scores(self) -> Floats:
        """The parts together."""
        parts = [self.body(field) for field in _BODY_FIELDS if self._weight(field)]
        return sum(parts, start=self.title() + self.best_sentence() + self.pairs())

    def body(self, field: str) -> Floats:
        """BM25 over the paragraph; what stands early in it counts for more."""
        asked, found = self._in_body(field)
        body = self._candidates.body
        fade = scoring.fading(self._candidates.places) if field == "gram" else None
        frequencies = found.frequencies(body.unit, body.count, fade)
        lengths = body.lengths(self._vocabulary, field, body.unit, body.count)
        average = self._collection.statistics(field).average_length
        return self._weight(field) * self._bm25(frequencies, lengths, asked.weights, average)

    def title(self) -> Floats:
        """BM25 over the title of the paragraph's document."""
        titles = self._candidates.titles
        statistics = self._collection.statistics("gram", titles=True)
        asked = self._asked("gram", statistics)
        frequencies = titles.find(self._vocabulary, "gram", asked.terms).frequencies(
            titles.unit, titles.count
        )
        lengths = titles.lengths(self._vocabulary, "gram", titles.unit, titles.count)
        settings = self._weights
        score = scoring.bm25(
            frequencies,
            lengths,
            asked.weights,
            k1=settings.k1,
            b=settings.title_b,
            average=statistics.average_length,
        )
        return settings.title * score

    def best_sentence(self) -> Floats:
        """BM25 over each sentence, with the paragraphs' idf; the best of each paragraph."""
        candidates = self._candidates
        unit, count = candidates.sentence, candidates.sentence_count
        total = np.zeros(count)
        for field in _SENTENCE_FIELDS:
            asked, found = self._in_body(field)
            lengths = candidates.body.lengths(self._vocabulary, field, unit, count)
            frequencies = found.frequencies(unit, count)
            total += self._weight(field) * self._bm25(frequencies, lengths, asked.weights, lengths.mean())
        return self._weights.sentence * scoring.best_of(total, candidates.first_sentence)

    def pairs(self) -> Floats:
        """BM25 of pairs of the question's words that stand together, told by their likeliest roots.

        Distances count content words only; a pair is as telling as the commoner of its two.
        """
        body, statistics = self._candidates.body, self._collection.statistics("root")
        roots = self._first_roots()
        pairs = [(one, other) for one, other in scoring.pairs_of(len(roots)) if roots[one] != roots[other]]
        if not pairs:
            return np.zeros(body.count)
        is_content = self._collection.is_content[body.words][body.local]
        content_unit = body.unit[is_content]
        # Paragraphs are set apart by more words than two of a pair may stand from each other.
        place = np.cumsum(is_content) - 1 + body.unit * 2 * scoring.NEAR
        found = body.find(self._vocabulary, "root", np.array(roots, dtype=np.intp))
        places = [place[(where := found.of(word))[is_content[where]]] for word in range(len(roots))]
        unit = np.zeros(place[-1] + 1, dtype=np.intp)
        unit[place] = body.unit
        idf = statistics.weights(np.array(roots, dtype=np.intp))
        frequencies = scoring.pair_frequencies(places, pairs, unit, body.count)
        lengths = np.bincount(content_unit, minlength=body.count).astype(np.float64)
        weights = np.array([min(idf[one], idf[other]) for one, other in pairs])
        return self._weights.pairs * self._bm25(frequencies, lengths, weights, lengths.mean())

    def covered(self) -> Floats:
        """How much of the question each candidate holds, repetition aside."""
        body = self._candidates.body
        total = np.zeros(body.count)
        for field in _SENTENCE_FIELDS:
            asked, found = self._in_body(field)
            total += self._weight(field) * scoring.coverage(
                found.frequencies(body.unit, body.count), asked.weights
            )
        return total

    def _weight(self, field: str) -> float:
        weight: float = getattr(self._weights, field)
        return weight

    def _bm25(self, frequencies: Floats, lengths: Floats, weights: Floats, average: float) -> Floats:
        return scoring.bm25(
            frequencies, lengths, weights, k1=self._weights.k1, b=self._weights.b, average=average
        )

    def _in_body(self, field: str) -> tuple[Asked, Occurrences]:
        if field not in self._found:
            asked = self._asked(field, self._collection.statistics(field))
            self._found[field] = asked, self._candidates.body.find(self._vocabulary, field, asked.terms)
        return self._found[field]

    def _asked(self, field: str, statistics: Statistics) -> Asked:
        words = self._collection.analyzer.terms(field, self._query.tokens)
        counts = Counter(self._vocabulary.term(field, word) for word in words)
        known = {term: count for term, count in counts.items() if term is not None}
        terms = np.array(list(known), dtype=np.intp)
        return Asked(terms, statistics.weights(terms) * np.array(list(known.values()), dtype=np.float64))

    def _first_roots(self) -> list[int]:
        """The likeliest root of each word of the question that the collection has."""
        roots = (FIELDS["root"](token.bare)[0] for token in self._query.tokens)
        numbers = (self._vocabulary.term("root", root) for root in roots)
        return [number for number in numbers if number is not None]
