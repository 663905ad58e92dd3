"""An index on disk: opened at once, asked by many threads, written to by one process at a time."""

from __future__ import annotations

import threading
import time
import zlib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.engines.tantivy import Damaged, TantivyEngine
from retrieval.errors import FileError, IndexDamaged, IndexLocked
from retrieval.index import candidates, documents
from retrieval.index.arrays import Incomplete
from retrieval.index.collection import Kept, StoredCollection
from retrieval.index.database import check, connect, connection, storage
from retrieval.index.lock import writer_lock
from retrieval.index.snapshot import Snapshot, load
from retrieval.model import Searched
from retrieval.ranking.collection import CANDIDATE_FIELDS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from os import PathLike

    from retrieval.arabic.analyzer import Analyzer
    from retrieval.model import Document, Source

_KEPT = 256
"""Paragraphs that are kept with their tokens, some ten kilobytes each."""
_DAMAGE = (documents.Altered, zlib.error, ArithmeticError, LookupError, TypeError, ValueError)
"""What becomes of a question to numbers that aren't those stored: they point to nowhere, or can't be read."""
_ATTEMPTS, _PAUSE = 100, 0.05
"""How often, and after how many seconds, a reader looks again for a generation that is just being made."""


class Index:
    """The index in a folder. Every method may be called from any thread.

    Raises IndexMissing, IndexForeign, IndexTooOld, IndexTooNew, IndexDamaged.
    """

    def __init__(self, path: str | PathLike[str], analyzer: Analyzer) -> None:
        self.folder = Path(path)
        self.analyzer = analyzer
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._loading = threading.Lock()
        self._engine: tuple[str, TantivyEngine] | None = None
        self._snapshot: Snapshot | None = None
        self._kept = Kept()
        try:
            check(self.folder, self._connection(), analyzer.fingerprint)
        except BaseException:
            self.close()  # or who makes it anew would wait for this reader
            raise

    @contextmanager
    def reading(self) -> Iterator[StoredCollection]:
        """The last commit; it stays as it is until the block ends, whatever is committed meanwhile."""
        with self.connected() as database:
            snapshot = self._begin(database)
            if max(len(self._kept.paragraphs), len(self._kept.tokens)) > _KEPT:
                self._kept = Kept()
            try:
                yield StoredCollection(database, snapshot, self.analyzer, self._kept)
            finally:
                database.execute("rollback")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Be the only writer, with a connection of one's own. Raises IndexLocked, IndexUnwritable."""
        with storage(self.folder), writer_lock(self.folder), connection(self.folder) as database:
            yield database

    @contextmanager
    def connected(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection, outside of any transaction."""
        try:
            with storage(self.folder):
                yield self._connection()
        except _DAMAGE as error:
            raise IndexDamaged(str(self.folder), str(error)) from error

    @property
    def searched(self) -> Searched:
        """How many documents and paragraphs the last commit has."""
        with self.connected() as database:
            rows = database.execute("select name, value from state where name in ('documents', 'paragraphs')")
            state = dict(rows.fetchall())
        return Searched(state.get("documents", 0), state.get("paragraphs", 0))

    @property
    def documents(self) -> documents.StoredDocuments:
        """The documents in order of their paths, read as they are asked for."""
        return documents.StoredDocuments(self.connected)

    def sources(self, after: str, limit: int) -> list[Source]:
        """Where the documents come from, in order of their paths; those after one, so many."""
        with self.connected() as database:
            return documents.listed(database, after, limit)

    @property
    def failures(self) -> tuple[FileError, ...]:
        """The files that could not be read when their folder was last gone through."""
        with self.connected() as database:
            rows = database.execute("select path, failure from files where failure is not null").fetchall()
        return tuple(FileError(*row) for row in rows)

    def document(self, path: str) -> Document | None:
        """The document of a path, if there is one."""
        with self.connected() as database:
            return documents.read(database, path)

    def texts(self, path: str, first: int, last: int) -> list[str]:
        """The paragraphs of a document that begin at an offset from `first` on, but before `last`."""
        with self.connected() as database:
            return documents.texts(database, path, first, last)

    def close(self) -> None:
        """Close the connections of all threads; none may be in the midst of a question."""
        while self._connections:
            self._connections.pop().close()
        self._local = threading.local()
        if self._snapshot:
            self._snapshot.whole.clear()  # it points back at the mapped files
        self._snapshot = self._engine = None

    def _connection(self) -> sqlite3.Connection:
        if not hasattr(self._local, "connection"):
            self._local.connection = connect(self.folder)
            self._connections.append(self._local.connection)
        found: sqlite3.Connection = self._local.connection
        return found

    def _begin(self, database: sqlite3.Connection) -> Snapshot:
        """Begin a transaction, and give the generation that it sees."""
        for attempt in range(_ATTEMPTS):
            database.execute("begin")
            (generation,) = database.execute("select value from state where name = 'generation'").fetchone()
            snapshot = self._snapshot
            if snapshot is None or snapshot.generation != generation:
                try:
                    snapshot = self._load(database, generation)
                except Incomplete:
                    # Overtaken by two commits, which have taken its counts away; else it is damage.
                    database.execute("rollback")
                    (now,) = database.execute("select value from state where name = 'generation'").fetchone()
                    if now == generation:
                        raise
                    continue
            if snapshot:
                return snapshot
            database.execute("rollback")
            if attempt:
                self._mend()
        raise IndexDamaged(str(self.folder), "its candidates lag behind its documents")

    def _load(self, database: sqlite3.Connection, generation: int) -> Snapshot | None:
        """The generation, unless the engine lags behind it or is well ahead of it."""
        with self._loading:
            if self._snapshot and self._snapshot.generation == generation:
                return self._snapshot
            (name,) = database.execute("select value from state where name = 'engine'").fetchone()
            if self._engine is None or self._engine[0] != name:
                if not name or not TantivyEngine.can_open(self.folder / name):
                    return None
                self._engine = name, TantivyEngine(self.folder / name, CANDIDATE_FIELDS)
            try:
                view = self._engine[1].view()
            except Damaged:
                self._engine = None
                return None
            # One commit ahead, it still has all that this generation has; readers pass over what it has more.
            if view.mark not in {generation, generation + 1}:
                return None
            self._snapshot = load(self.folder, database, view)
            return self._snapshot

    def _mend(self) -> None:
        """Make the engine hold what the database does; leave it to the writer where there is one."""
        try:
            with self.writing() as database:
                candidates.ready(self.folder, database).close()
        except IndexLocked:
            time.sleep(_PAUSE)
