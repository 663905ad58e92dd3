"""One commit: documents come and go, all at once or not at all.

The order makes every kill harmless. The engine commits first: it then holds paragraphs that no reader sees,
since readers ask the database which exist; the next writer takes them out. The database commits second, and
with it everything becomes visible. What it removed stays in the engine until the next commit: a reader in the
midst of a question still finds it.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Self

import numpy as np

from retrieval.index import documents
from retrieval.index.analysis import Analysed
from retrieval.index.counting import Counting
from retrieval.index.engine_terms import engine_terms
from retrieval.index.keys import OWN, first_of
from retrieval.index.paragraphs import Numbered, Rows
from retrieval.index.words import WordWriter

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from types import TracebackType

    from numpy.typing import NDArray

    from retrieval.engines.tantivy import TantivyEngine
    from retrieval.index.counts import Texts
    from retrieval.index.words import Known
    from retrieval.model import Document

    Ints = NDArray[np.intp]


class Writer:
    """A transaction on an index whose lock the caller holds; ends with `commit`, or is undone.

    known: what earlier commits of the same writer met; worthless once one was undone
    Raises sqlite3.Error, OSError and arrays.Incomplete as they come.
    """

    def __init__(
        self, folder: Path, database: sqlite3.Connection, engine: TantivyEngine, known: Known
    ) -> None:
        self._database = database
        self._engine = engine
        database.execute("begin immediate")
        state = database.execute("select name, value from state where typeof(value) = 'integer'")
        self._state = Counter[str](dict(state.fetchall()))
        self._words = WordWriter(folder, database, self._state, known)
        self._gone = database.execute("select key from removed").fetchall()
        self._counting = Counting(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._words.close()
        if self._database.in_transaction:
            self._database.execute("rollback")
            self._engine.rollback()

    def add(self, analysed: Sequence[Analysed]) -> None:
        """Put in documents, in place of those of the same paths."""
        self.remove(each.document.source.path for each in analysed)
        number = self._words.numbers(chain.from_iterable(map(Analysed.words, analysed))).__getitem__
        numbered = [
            Numbered(
                _array(map(number, each.title)),
                [_array(map(number, paragraph.words)) for paragraph in each.paragraphs],
                [paragraph.sentences for paragraph in each.paragraphs],
            )
            for each in analysed
        ]
        keys = [
            key
            for each, numbers in zip(analysed, numbered, strict=True)
            for key in self._put(each.document, numbers)
        ]
        bodies = self._count(numbered, 1)
        for key, terms in zip(keys, engine_terms(bodies, self._words.tables()), strict=True):
            self._engine.add(key, terms)

    def remove(self, paths: Iterable[str]) -> list[str]:
        """Take out the documents of these paths; those that there were."""
        found = [
            (path, number)
            for path in dict.fromkeys(paths)
            for (number,) in self._database.execute(
                "select id from documents where path = cast(? as text)", [documents.encoded(path)]
            )
        ]
        if found:
            self._count([self._take(number) for _, number in found], -1)
        return [path for path, _ in found]

    def commit(self) -> None:
        """Make everything visible and lasting."""
        self._state["generation"] += 1
        self._engine.delete(key for (key,) in self._gone)
        self._engine.commit(self._state["generation"])
        self._database.executemany("delete from removed where key = ?", self._gone)
        self._words.flush()
        self._state.update(self._counting.totals)
        state = dict(self._state) | self._words.state()
        state |= self._counting.store(self._database, state)
        self._database.executemany("insert or replace into state values (?, ?)", state.items())
        self._database.execute("commit")

    def _put(self, document: Document, numbered: Numbered) -> range:
        """Put in a document; the keys of its paragraphs."""
        self._state["last document"] += 1
        number = self._state["last document"]
        documents.insert(self._database, number, document)
        keys = range(first_of(number), first_of(number) + len(document.paragraphs))
        self._database.executemany(
            "insert into paragraphs values (?, ?, ?, ?)",
            (
                (key, span.start, len(span), words)
                for key, span, words in zip(keys, document.paragraphs, numbered.packed(), strict=True)
            ),
        )
        return keys

    def _take(self, number: int) -> Numbered:
        """Take out a document; what was kept of its words."""
        rows = self._database.execute(
            f"delete from paragraphs where {OWN} returning key, words",  # noqa: S608 - a condition
            {"number": number},
        ).fetchall()
        self._database.executemany("insert into removed values (?)", ([key] for key, _ in rows))
        documents.delete(self._database, number)
        parts = Rows([words for _, words in rows])
        title = parts[0][2] if parts else _array([])
        return Numbered(title, [words for words, _, _ in parts], [])

    def _count(self, numbered: Sequence[Numbered], sign: int) -> Texts:
        """Count documents, up or down; their paragraphs."""
        return self._counting.count(numbered, sign, self._words.state(), self._words.tables())


def _array(numbers: Iterable[int]) -> Ints:
    return np.array(list(numbers), dtype=np.intp)
