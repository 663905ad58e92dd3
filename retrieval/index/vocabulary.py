"""The words and terms of an index, looked up where they are: nothing of them is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from retrieval.index.snapshot import Term
from retrieval.ranking.vocabulary import OWN_TERMS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from retrieval.index.snapshot import Snapshot
    from retrieval.ranking.statistics import Frequencies
    from retrieval.ranking.vocabulary import TermTable

    Ints = NDArray[np.intp]

_KEPT = 50_000
"""Terms that a generation keeps once they have been looked up, a few hundred bytes each."""


class StoredTerms:
    """The words and terms of one generation; see `ranking.collection.Terms`."""

    def __init__(self, database: sqlite3.Connection, snapshot: Snapshot) -> None:
        self._database = database
        self._snapshot = snapshot
        self._by_number: dict[tuple[str, int], Term] = {}

    def __len__(self) -> int:
        return self._snapshot.count("words")

    def find(self, field: str, term: str) -> Term | None:
        """What is known of a term; None where no text has it, be it that none has it any more."""
        kept = self._snapshot.found
        try:
            found = kept[field, term]
        except KeyError:
            found = self._look_up(field, term)
            if len(kept) >= _KEPT:
                kept.clear()
            kept[field, term] = found
        if found:
            self._by_number[field, found.number] = found
        return found

    def term(self, field: str, term: str) -> int | None:
        """The number of a term, or None where no text has it."""
        found = self.find(field, term)
        return found.number if found else None

    def term_count(self, field: str) -> int:
        """A number greater than that of any term."""
        return len(self) if field == "word" else self._snapshot.count(f"count of {field}")

    def table(self, field: str) -> TermTable:
        """The terms of all words in a field."""
        if field == "word":
            return OWN_TERMS
        return self._snapshot.tables[field]

    def frequencies(self, field: str, *, titles: bool) -> Frequencies:
        """How many texts, or titles, have each term that was found before."""
        return _Frequencies(self._by_number, field, "titles" if titles else "frequency")

    def _look_up(self, field: str, term: str) -> Term | None:
        row = self._database.execute(
            f"select number, frequency, titles from terms_{field} "  # noqa: S608 - a field's name
            "where term = ? and (frequency > 0 or titles > 0)",
            [term],
        ).fetchone()
        return Term(*row) if row else None


class _Frequencies:
    """The frequencies of terms, asked like an array."""

    def __init__(self, terms: Mapping[tuple[str, int], Term], field: str, count: str) -> None:
        self._terms = terms
        self._field = field
        self._count = count

    def __getitem__(self, terms: Ints, /) -> Ints:
        found = (self._terms[self._field, number] for number in terms.tolist())
        return np.array([getattr(term, self._count) for term in found], dtype=np.intp)
