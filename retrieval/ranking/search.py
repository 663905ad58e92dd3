"""Two stages: the engine names candidates, and each is scored exactly over every field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.ranking.scoring import idf, saturation
from retrieval.ranking.weights import CANDIDATES, FIELD_WEIGHTS, FieldWeight

if TYPE_CHECKING:
    from retrieval.ranking.collection import Collection, Entry
    from retrieval.ranking.query import Query

_TERMS_OF = {"gram": "gram", "root": "root", "title": "gram"}
"""Field of a paragraph -> the question's terms that are looked up in it."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A paragraph's place in the answer to a question."""

    key: int
    score: float


def rank(query: Query, collection: Collection, limit: int) -> list[Ranked]:
    """At most `limit` paragraphs that share a term with the question, best first, equals in their order."""
    fields = [_Field.of(name, query, collection) for name in FIELD_WEIGHTS]
    scored = (
        Ranked(key, sum(field.score(collection[key]) for field in fields))
        for key in _candidates(query, collection)
    )
    found = [ranked for ranked in scored if ranked.score > 0]
    return sorted(found, key=lambda ranked: (-ranked.score, ranked.key))[:limit]


def _candidates(query: Query, collection: Collection) -> list[int]:
    if len(collection) <= CANDIDATES:
        return list(range(len(collection)))
    terms = {field: list(counts) for field, counts in query.terms.items()}
    return collection.engine.candidates(terms, CANDIDATES)


@dataclass(frozen=True, slots=True)
class _Field:
    """One field of one search: the weight of each of the question's terms that the collection holds."""

    name: str
    weights: dict[str, float]
    average_length: float
    settings: FieldWeight

    @classmethod
    def of(cls, name: str, query: Query, collection: Collection) -> _Field:
        asked = query.terms[_TERMS_OF[name]]
        settings = FIELD_WEIGHTS[name]
        statistics = collection.engine.statistics(name, asked)
        weights = {
            term: settings.weight * asked[term] * idf(statistics.count, frequency)
            for term, frequency in statistics.frequencies.items()
            if frequency
        }
        return cls(name, weights, statistics.average_length, settings)

    def score(self, entry: Entry) -> float:
        counts, length = entry.counts[self.name], entry.lengths[self.name]
        k1, b = self.settings.k1, self.settings.b
        return sum(
            weight * saturation(counts[term], length, self.average_length, k1, b)
            for term, weight in self.weights.items()
            if term in counts
        )
