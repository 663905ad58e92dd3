"""The engine in memory, on the library rank-bm25: the reference, good for a few thousand paragraphs.

rank-bm25 has a floor under its IDF, and no way to add a paragraph; so `commit` builds it anew, and its order
serves to choose candidates only.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, islice
from typing import TYPE_CHECKING

import numpy as np
from rank_bm25 import BM25Okapi

from retrieval.engines.protocol import FieldStatistics, TermsByField

if TYPE_CHECKING:
    from collections.abc import Iterable

_CANDIDATE_FIELDS = ("stem", "root")


class RankBM25Engine:
    """Candidates by BM25 over stems and roots, counts for every field, all in memory.

    >>> engine = RankBM25Engine()
    >>> engine.add(7, {"stem": ["كتاب", "جديد"], "root": ["كتب", "جدد"]})
    >>> engine.add(8, {"stem": ["بيت", "جديد"], "root": ["بيت", "جدد"]})
    >>> engine.commit()
    >>> engine.candidates({"stem": ["كتاب"], "root": ["كتب"]}, limit=10)
    [7]
    >>> engine.statistics("stem", ["جديد", "قلم"])
    FieldStatistics(count=2, average_length=2.0, frequencies={'جديد': 2, 'قلم': 0})
    """

    def __init__(self) -> None:
        self._terms: dict[int, TermsByField] = {}
        self._keys: list[int] = []
        self._bm25: BM25Okapi | None = None
        self._frequencies: dict[str, Counter[str]] = {}
        self._lengths: Counter[str] = Counter()

    def add(self, key: int, terms: TermsByField) -> None:
        """Hold a paragraph's terms under `key`; visible after `commit`."""
        self._terms[key] = terms

    def delete(self, keys: Iterable[int]) -> None:
        """Forget paragraphs; those that are not held are passed over."""
        for key in keys:
            self._terms.pop(key, None)

    def commit(self) -> None:
        """Build the index over all that is held: linear in the collection."""
        frequencies: dict[str, Counter[str]] = {}
        lengths: Counter[str] = Counter()
        for terms in self._terms.values():
            for field, words in terms.items():
                frequencies.setdefault(field, Counter()).update(set(words))
                lengths[field] += len(words)
        self._frequencies, self._lengths = frequencies, lengths
        self._keys = list(self._terms)
        documents = [_candidate_terms(terms) for terms in self._terms.values()]
        self._bm25 = BM25Okapi(documents) if any(documents) else None

    def candidates(self, terms: TermsByField, limit: int) -> list[int]:
        """Keys of at most `limit` paragraphs that share a stem or a root with a question, best first."""
        if self._bm25 is None:
            return []
        wanted = _candidate_terms(terms)
        scores = self._bm25.get_scores(wanted)
        held = self._bm25.doc_freqs
        sharing = (
            place for place in np.argsort(-scores, kind="stable") if not held[place].keys().isdisjoint(wanted)
        )
        return [self._keys[place] for place in islice(sharing, limit)]

    def statistics(self, field: str, terms: Iterable[str]) -> FieldStatistics:
        """Counts for `terms` in `field`, over all that is committed."""
        count = len(self._keys)
        held = self._frequencies.get(field, Counter())
        return FieldStatistics(
            count=count,
            average_length=self._lengths[field] / count if count else 0.0,
            frequencies={term: held[term] for term in terms},
        )


def _candidate_terms(terms: TermsByField) -> list[str]:
    """Stems and roots in one list, told apart by the name of their field."""
    return list(
        chain.from_iterable(
            (f"{field}:{term}" for term in terms.get(field, ())) for field in _CANDIDATE_FIELDS
        )
    )
