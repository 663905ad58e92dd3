"""The second stage: candidates scored exactly, part by part."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np

from retrieval.arabic.analyzer import FIELDS
from retrieval.ranking import scoring

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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


class Kinship(IntEnum):
    """What a word of a text shares with any word of the question; of two the latter tells more."""

    NONE = 0
    PIECE = 1
    ROOT = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """The question's terms in one field, as far as the collection has them.

    terms: their numbers; weights: the idf of each, times its count in the question
    """

    terms: Ints
    weights: Floats


def weighted_terms(query: Query, terms_of: Callable[[str], Sequence[str]]) -> list[dict[str, float]]:
    """For each word of the question its terms in a field, with what each counts for.

    A term that the word and an alternative share counts once, for what it is worth in the better of them:
    paragraphs hold one spelling or another, seldom all.
    """
    found: list[dict[str, float]] = []
    for place, token in enumerate(query.tokens):
        terms = dict[str, float](Counter(terms_of(token.bare)))
        for other in query.alternatives.get(place, ()):
            for term, count in Counter(term for word in other.words for term in terms_of(word.bare)).items():
                terms[term] = max(terms.get(term, 0.0), count * other.weight)
        found.append(terms)
    return found


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
        self._counted: dict[str, tuple[Ints, Floats]] = {}
        self._found: dict[str, tuple[Asked, Occurrences]] = {}
        self._tables: dict[str, Floats] = {}

    def scores(self) -> Floats:
        """The parts together."""
        parts = [self.body(field) for field in _BODY_FIELDS if self._weight(field)]
        return sum(parts, start=self.title() + self.best_sentence() + self.pairs())

    def body(self, field: str) -> Floats:
        """BM25 over the paragraph; what stands early in it counts for more."""
        asked, _ = self._in_body(field)
        body = self._candidates.body
        frequencies, lengths = self._frequencies(field), body.lengths(field, body.units)
        average = self._collection.statistics(field).average_length
        return self._weight(field) * self._bm25(frequencies, lengths, asked.weights, average)

    def title(self) -> Floats:
        """BM25 over the title of the paragraph's document."""
        titles = self._candidates.titles
        statistics = self._collection.statistics("gram", titles=True)
        asked = self._asked("gram", statistics)
        frequencies = titles.find("gram", asked.terms).frequencies(titles.units)
        lengths, average = titles.lengths("gram", titles.units), statistics.average_length
        return self._weights.title * self._bm25(
            frequencies, lengths, asked.weights, average, b=self._weights.title_b
        )

    def best_sentence(self) -> Floats:
        """BM25 over each sentence, with the paragraphs' idf; the best of each paragraph."""
        candidates = self._candidates
        total = np.zeros(candidates.sentences.count)
        for field in _SENTENCE_FIELDS:
            asked, found = self._in_body(field)
            lengths = candidates.body.lengths(field, candidates.sentences)
            frequencies = found.frequencies(candidates.sentences)
            total += self._weight(field) * self._bm25(frequencies, lengths, asked.weights, lengths.mean())
        return self._weights.sentence * scoring.best_of(total, candidates.first_sentence)

    def pairs(self) -> Floats:
        """BM25 of pairs of the question's words that stand together, told by their likeliest roots.

        Distances count content words only; a pair is as telling as the commoner of its two.
        """
        units, content = self._candidates.body.units, self._candidates.content
        roots = self._first_roots()
        pairs = [(one, other) for one, other in scoring.pairs_of(len(roots)) if roots[one] != roots[other]]
        if not pairs:
            return np.zeros(units.count)
        asked, found = self._in_body("root")
        index_of = {root: index for index, root in enumerate(asked.terms.tolist())}
        where = [found.of(index_of[root]) for root in roots]
        where = [held[content.is_content[held]] for held in where]
        frequencies = scoring.pair_frequencies(
            [content.places[held] for held in where], [units.of[held] for held in where], pairs, units.count
        )
        idf = self._collection.statistics("root").weights(np.array(roots, dtype=np.intp))
        weights = np.array([min(idf[one], idf[other]) for one, other in pairs])
        return self._weights.pairs * self._bm25(frequencies, content.lengths, weights, content.lengths.mean())

    def covered(self) -> Floats:
        """How much of the question each candidate holds, repetition aside."""
        total = np.zeros(self._candidates.body.units.count)
        for field in _SENTENCE_FIELDS:
            asked, _ = self._in_body(field)
            total += self._weight(field) * scoring.coverage(self._frequencies(field), asked.weights)
        return total

    def related(self, paragraphs: Ints) -> list[NDArray[np.int8]]:
        """For each word of some candidates, given by index, what it shares with the question: a `Kinship`."""
        units = self._candidates.body.units.of
        shares = np.full(len(units), Kinship.NONE, dtype=np.int8)
        for field, kinship in (("gram", Kinship.PIECE), ("root", Kinship.ROOT)):
            shares[self._in_body(field)[1].places] = kinship
        starts, ends = (np.searchsorted(units, paragraphs, side).tolist() for side in ("left", "right"))
        return [shares[start:end] for start, end in zip(starts, ends, strict=True)]

    def _weight(self, field: str) -> float:
        weight: float = getattr(self._weights, field)
        return weight

    def _bm25(
        self, frequencies: Floats, lengths: Floats, weights: Floats, average: float, b: float | None = None
    ) -> Floats:
        k1, b = self._weights.k1, self._weights.b if b is None else b
        return scoring.bm25(frequencies, lengths, weights, k1=k1, b=b, average=average)

    def _in_body(self, field: str) -> tuple[Asked, Occurrences]:
        if field not in self._found:
            asked = self._asked(field, self._collection.statistics(field))
            self._found[field] = asked, self._candidates.body.find(field, asked.terms)
        return self._found[field]

    def _frequencies(self, field: str) -> Floats:
        """How often each paragraph has each asked term; pieces that stand early in it count for more."""
        if field not in self._tables:
            _, found = self._in_body(field)
            fade = scoring.fading(self._candidates.places[found.places]) if field == "gram" else None
            self._tables[field] = found.frequencies(self._candidates.body.units, fade)
        return self._tables[field]

    def _asked(self, field: str, statistics: Statistics) -> Asked:
        terms, counts = self._counts(field)
        return Asked(terms, statistics.weights(terms) * counts)

    def _counts(self, field: str) -> tuple[Ints, Floats]:
        """The question's terms that the collection has, by number, and what each counts for in it."""
        if field not in self._counted:
            counts: dict[int, float] = defaultdict(float)
            for terms in weighted_terms(self._query, FIELDS[field]):
                for term, weight in terms.items():
                    if (number := self._vocabulary.term(field, term)) is not None:
                        counts[number] += weight
            values = np.array(list(counts.values()), dtype=np.float64)
            self._counted[field] = np.array(list(counts), dtype=np.intp), values
        return self._counted[field]

    def _first_roots(self) -> list[int]:
        """The likeliest root of each word of the question that the collection has."""
        roots = (FIELDS["root"](token.bare)[0] for token in self._query.tokens)
        numbers = (self._vocabulary.term("root", root) for root in roots)
        return [number for number in numbers if number is not None]
