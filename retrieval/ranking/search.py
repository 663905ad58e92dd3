"""Two stages: the engine names candidates, and each is scored exactly over every field."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from retrieval.ranking.candidates import Candidates
from retrieval.ranking.collection import CANDIDATE_FIELDS
from retrieval.ranking.rescoring import Rescoring
from retrieval.ranking.weights import CANDIDATES, COMMON, SMALL, WEIGHTS, Weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from retrieval.ranking.collection import Collection
    from retrieval.ranking.query import Query


class Ranked(NamedTuple):
    """A paragraph's place in the answer to a question.

    covered: how much of the question it holds, repetition aside, on the scale of the score
    related: for each of its words what it shares with a word of the question, a `Kinship`
    meaning: what its meaning says for its answering (log-odds); None where no reranker told
    """

    key: int
    score: float
    covered: float
    related: NDArray[np.int8]
    meaning: float | None = None


def raised(found: Sequence[Ranked], gains: Iterable[float]) -> list[Ranked]:
    """Ranked paragraphs, each with so much more of a score: the best first, equals in their order."""
    moved = [each._replace(score=each.score + gain) for each, gain in zip(found, gains, strict=True)]
    return sorted(moved, key=lambda each: -each.score)


def rank(
    query: Query, collection: Collection, limit: int, weights: Weights = WEIGHTS, among: int = CANDIDATES
) -> list[Ranked]:
    """At most `limit` paragraphs that share a term with the question, best first, equals in their order.

    among: how many paragraphs of the first stage are scored exactly
    """
    candidates = _candidates(query, collection, among)
    if not candidates.keys:
        return []
    rescoring = Rescoring(query, collection, candidates, weights)
    # Rounded, since equal paragraphs may differ in the last bit.
    scores, covered = np.round(rescoring.scores(), 9), rescoring.covered()
    best = np.argsort(-scores, kind="stable")[:limit]
    best = best[scores[best] > 0]
    keys = [candidates.keys[place] for place in best.tolist()]
    related = rescoring.related(best)
    return list(map(Ranked, keys, scores[best].tolist(), covered[best].tolist(), related))


def _candidates(query: Query, collection: Collection, count: int) -> Candidates:
    selection = query.selection
    if selection and len(selection.keys) <= SMALL:
        return Candidates.of(collection, selection.keys.tolist())
    if len(collection) <= SMALL:
        return collection.whole
    words = [
        *query.tokens,
        *(word for found in query.alternatives.values() for each in found for word in each.words),
    ]
    among = selection.keys if selection else None
    terms = {field: collection.analyzer.terms(field, words) for field in CANDIDATE_FIELDS}
    telling = {
        field: [term for term in held if collection.idf(field, term) >= COMMON]
        for field, held in terms.items()
    }
    # Going through all that have a common term takes longest, and sets none of them apart.
    keys = collection.candidates(telling, count, among)
    if len(keys) < count and telling != terms:
        keys = collection.candidates(terms, count, among)
    return Candidates.of(collection, keys)
