"""Two stages: the engine names candidates, and each is scored exactly over every field."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from retrieval.ranking.candidates import Candidates
from retrieval.ranking.collection import CANDIDATE_FIELDS
from retrieval.ranking.rescoring import Rescoring
from retrieval.ranking.weights import CANDIDATES, WEIGHTS, Weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.ranking.collection import Collection
    from retrieval.ranking.query import Query


class Ranked(NamedTuple):
    """A paragraph's place in the answer to a question.

    covered: how much of the question it holds, repetition aside, on the scale of the score
    """

    key: int
    score: float
    covered: float


def rank(query: Query, collection: Collection, limit: int, weights: Weights = WEIGHTS) -> list[Ranked]:
    """At most `limit` paragraphs that share a term with the question, best first, equals in their order."""
    candidates = Candidates.of(collection, _keys(query, collection))
    if not candidates.keys:
        return []
    rescoring = Rescoring(query, collection, candidates, weights)
    scores, covered = rescoring.scores(), rescoring.covered()
    best = np.argsort(-scores, kind="stable")[:limit]
    return [
        Ranked(candidates.keys[place], float(scores[place]), float(covered[place]))
        for place in best
        if scores[place] > 0
    ]


def _keys(query: Query, collection: Collection) -> Sequence[int]:
    if len(collection) <= CANDIDATES:
        return range(len(collection))
    terms = {field: collection.analyzer.terms(field, query.tokens) for field in CANDIDATE_FIELDS}
    return collection.engine.candidates(terms, CANDIDATES)
