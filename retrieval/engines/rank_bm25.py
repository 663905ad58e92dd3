"""The engine in memory, on the library rank-bm25: the reference, good for a few thousand paragraphs.

rank-bm25 has a floor under its IDF, and no way to add a paragraph; so `commit` builds it anew, and its order
serves to choose candidates only.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
from rank_bm25 import BM25Okapi

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from retrieval.engines.protocol import TermsByField


class RankBM25Engine:
    """Candidates by BM25 over the terms of all fields, in memory.

    >>> engine = RankBM25Engine()
    >>> engine.add(7, {"stem": ["كتاب", "جديد"], "root": ["كتب", "جدد"]})
    >>> engine.add(8, {"stem": ["بيت", "جديد"], "root": ["بيت", "جدد"]})
    >>> engine.commit()
    >>> engine.candidates({"stem": ["كتاب"], "root": ["كتب"]}, limit=10)
    [7]
    """

    def __init__(self) -> None:
        self._terms: dict[int, TermsByField] = {}
        self._keys: list[int] = []
        self._bm25: BM25Okapi | None = None

    def add(self, key: int, terms: TermsByField) -> None:
        """Hold a paragraph's terms under `key`; visible after `commit`."""
        self._terms[key] = terms

    def delete(self, keys: Iterable[int]) -> None:
        """Forget paragraphs; those that are not held are passed over."""
        for key in keys:
            self._terms.pop(key, None)

    def commit(self) -> None:
        """Build the index over all that is held: linear in the collection."""
        self._keys = list(self._terms)
        documents = [_flat(terms) for terms in self._terms.values()]
        self._bm25 = BM25Okapi(documents) if any(documents) else None

    def candidates(
        self, terms: TermsByField, limit: int, among: NDArray[np.integer[Any]] | None = None
    ) -> list[int]:
        """Keys of at most `limit` paragraphs that share a term with a question, best first.

        among: the keys that are wanted, all unless told
        """
        if self._bm25 is None:
            return []
        wanted = _flat(terms)
        order = np.argsort(-self._bm25.get_scores(wanted), kind="stable")
        if among is not None:
            order = order[np.isin(np.array(self._keys)[order], among)]
        held = self._bm25.doc_freqs
        sharing = (place for place in order if not held[place].keys().isdisjoint(wanted))
        return [self._keys[place] for place in islice(sharing, limit)]


def _flat(terms: TermsByField) -> list[str]:
    """The terms of all fields in one list, told apart by the names of their fields."""
    return [f"{field}:{term}" for field, held in terms.items() for term in held]
