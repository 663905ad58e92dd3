"""The words and terms of an index, looked up where they are: nothing of them is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.index.counters import in_titles
from retrieval.index.keeping import kept
from retrieval.ranking.vocabulary import OWN_TERMS

if TYPE_CHECKING:
    import sqlite3

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.index.counters import Counters
    from retrieval.index.snapshot import Snapshot
    from retrieval.ranking.statistics import Frequencies
    from retrieval.ranking.vocabulary import TermTable

    Ints = NDArray[np.intp]

KEPT_TERMS = 50_000
"""Terms that a generation keeps once they have been looked up, a few hundred bytes each."""


class StoredTerms:
    """The words and terms of one generation; see `ranking.collection.Terms`."""

    def __init__(self, database: sqlite3.Connection, snapshot: Snapshot) -> None:
        self._database = database
        self._snapshot = snapshot

    def __len__(self) -> int:
        return self._snapshot.count("words")

    def term(self, field: str, term: str) -> int | None:
        """The number of a term; None where no text has it, be it that none has it any more."""
        return kept(self._snapshot.found, (field, term), KEPT_TERMS, lambda: self._look_up(field, term))

    def term_count(self, field: str) -> int:
        """A number greater than that of any term."""
        return len(self) if field == "word" else self._snapshot.count(f"count of {field}")

    def table(self, field: str) -> TermTable:
        """The terms of all words in a field."""
        if field == "word":
            return OWN_TERMS
        return self._snapshot.tables[field]

    def frequencies(self, field: str, *, titles: bool) -> Frequencies:
        """How many texts, or titles, have each term."""
        return _Frequencies(self._snapshot.counters, in_titles(field) if titles else field)

    def _look_up(self, field: str, term: str) -> int | None:
        row = self._database.execute(
            f"select number from terms_{field} where term = ?",  # noqa: S608 - a field's name
            [term],
        ).fetchone()
        if row is None:
            return None
        number, count = int(row[0]), self._snapshot.counters.one
        return number if count(field, number) or count(in_titles(field), number) else None


class _Frequencies:
    """The counts of a counter, asked like an array."""

    def __init__(self, counters: Counters, counter: str) -> None:
        self._counters = counters
        self._counter = counter

    def __getitem__(self, terms: Ints, /) -> Ints:
        return self._counters.of(self._counter, terms)

    def item(self, term: int, /) -> int:
        """How many texts have one term."""
        return self._counters.one(self._counter, term)
