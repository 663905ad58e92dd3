"""Terms under numbers 0, 1, 2, … in a table of the database; those that a writer has met, in memory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

_MOST = 1 << 20
"""Terms that are kept from one commit to the next, a hundred bytes each."""


class Numbering:
    """The numbers of one field's terms, for the writer of an index.

    known: term -> number, of the terms met since it was made or cleared
    After a rollback it must not be used any more: it may hold what was never committed.
    """

    def __init__(self, field: str) -> None:
        self.known: dict[str, int] = {}
        self._table = f"terms_{field}"

    def learn(self, database: sqlite3.Connection, terms: Collection[str], count: int) -> list[str]:
        """Make `terms` known; those that had no number, in their order, which is that of their numbers now.

        terms: none of them twice; count: how many have a number
        """
        known = self.known
        unknown = [term for term in terms if term not in known]
        if unknown and len(known) < count:
            known.update(self._stored(database, unknown))
            unknown = [term for term in unknown if term not in known]
        known.update(zip(unknown, range(count, count + len(unknown)), strict=True))
        # In the order in which the database keeps them.
        rows = ((term, known[term]) for term in sorted(unknown))
        database.executemany(f"insert into {self._table} values (?, ?)", rows)  # noqa: S608 - a field's name
        return unknown

    def forget(self) -> None:
        """Make room where there are too many; between two commits."""
        if len(self.known) > _MOST:
            self.known.clear()

    def _stored(self, database: sqlite3.Connection, terms: Collection[str]) -> list[tuple[str, int]]:
        return database.execute(
            f"select term, number from {self._table} "  # noqa: S608 - a field's name
            "where term in (select value from json_each(?))",
            [json.dumps(terms)],
        ).fetchall()
