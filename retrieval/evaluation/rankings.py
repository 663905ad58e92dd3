"""Named rankings to compare: what ships, what most people ship, and what ships without each of its parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
from rank_bm25 import BM25Okapi

from retrieval.answering.findings import Findings
from retrieval.ranking.expansion import understand
from retrieval.ranking.search import rank
from retrieval.ranking.weights import WEIGHTS, Weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.ranking.collection import Collection
    from retrieval.ranking.reranker import Reranker

Ranker = Callable[[str, int], "Sequence[int]"]
"""(question, limit) -> keys of at most so many paragraphs, best first."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """A way to rank.

    over: the paragraphs to rank -> the ranker
    against: name of the ranking that it differs from by one thing
    """

    over: Callable[[Collection], Ranker]
    against: str = "iqtibas"


def quoted(collection: Collection, reranker: Reranker | None = None) -> Ranker:
    """In the order of quotation."""

    def ranker(question: str, limit: int) -> list[int]:
        query = understand(question, collection)
        return (
            [each.key for each in Findings(query, collection, limit, reranker).ranked[:limit]]
            if query.tokens
            else []
        )

    return ranker


def scored(weights: Weights) -> Callable[[Collection], Ranker]:
    """By scores alone: nothing is read, and near-copies stay where they are."""

    def over(collection: Collection) -> Ranker:
        def ranker(question: str, limit: int) -> list[int]:
            query = understand(question, collection)
            return [each.key for each in rank(query, collection, limit, weights)] if query.tokens else []

        return ranker

    return over


def words(collection: Collection) -> Ranker:
    """BM25 as rank-bm25 has it, over words as white space parts them."""
    texts = [collection[key].paragraph.text.split() for key in range(len(collection))]
    bm25 = BM25Okapi(texts) if any(texts) else None

    def ranker(question: str, limit: int) -> list[int]:
        if bm25 is None:
            return []
        scores = bm25.get_scores(question.split())
        best = np.argsort(-scores, kind="stable")[:limit]
        keys: list[int] = best[scores[best] > 0].tolist()
        return keys

    return ranker


def _without(part: str) -> Ranking:
    return Ranking(scored(replace(WEIGHTS, **{part: 0.0})), against="scores")


_GRAMS = Weights(gram=1, root=0, word=0, title=0, sentence=0, pairs=0)

RANKINGS = MappingProxyType(
    {
        # What ships.
        "iqtibas": Ranking(quoted),
        # What most people ship.
        "words": Ranking(words),
        # In-word n-grams alone.
        "grams": Ranking(scored(_GRAMS)),
        # N-grams, roots and titles: BM25 with good terms, and nothing else.
        "recipe": Ranking(scored(replace(_GRAMS, root=3, title=0.4))),
        # What ships, before its best paragraphs are read and near-copies put in order.
        "scores": Ranking(scored(WEIGHTS)),
        # The scores without one of their parts.
        "no-grams": _without("gram"),
        "no-root": _without("root"),
        "no-title": _without("title"),
        "no-sentence": _without("sentence"),
        "no-pairs": _without("pairs"),
    }
)
"""Name -> ranking."""
