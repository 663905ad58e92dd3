"""What the only writer of an index does, commit by commit."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from retrieval.index import candidates
from retrieval.index.analysis import analyse
from retrieval.index.words import Known
from retrieval.index.writer import Writer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from retrieval.engines.tantivy import TantivyEngine
    from retrieval.index.index import Index
    from retrieval.model import Document


class Session:
    """A writer's time with an index; see `writing`."""

    def __init__(self, index: Index, database: sqlite3.Connection, engine: TantivyEngine) -> None:
        self.database = database
        self.analyzer = index.analyzer
        self._index = index
        self._engine = engine
        self._known = Known()

    @contextmanager
    def commit(self) -> Iterator[Writer]:
        """One commit of all that the block writes; nothing of it where the block fails."""
        self._known.forget()
        known, self._known = self._known, Known()
        with Writer(self._index.folder, self.database, self._engine, known) as writer:
            yield writer
            writer.commit()
        self._known = known

    def add(self, documents: Iterable[Document]) -> None:
        """Put in documents, in place of those of the same paths, in one commit; of one path the last."""
        by_path = {document.source.path: document for document in documents}
        analysed = [analyse(document, self.analyzer) for document in by_path.values()]
        with self.commit() as writer:
            writer.add(analysed)

    def remove(self, paths: Iterable[str]) -> list[str]:
        """Take out the documents of these paths in one commit; those that there were."""
        with self.commit() as writer:
            return writer.remove(paths)

    def digests(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Path -> what tells that nothing of a document has changed, of the documents that there are."""
        rows = self.database.execute(
            "select path, digest from documents where path in (select value from json_each(?))",
            [json.dumps(list(paths))],
        )
        return dict(rows.fetchall())

    def settle(self) -> None:
        """Take out of the engine what the last commit removed."""
        if self.database.execute("select count(*) from removed").fetchone()[0]:
            with self.commit():
                pass


@contextmanager
def writing(index: Index) -> Iterator[Session]:
    """Be the only writer of an index. Raises IndexLocked, IndexUnwritable, IndexDamaged."""
    with index.writing() as database:
        engine = candidates.ready(index.folder, database)
        try:
            session = Session(index, database, engine)
            yield session
            session.settle()
        finally:
            engine.close()
