"""One commit: documents come and go, all at once or not at all.

The order makes every kill harmless. The engine commits first: it then holds paragraphs that no reader sees,
since readers ask the database which exist; the next writer takes them out. The database commits second, and
with it everything becomes visible. What it removed stays in the engine until the next commit: a reader in the
midst of a question still finds it.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, count
from typing import TYPE_CHECKING, Self

import numpy as np

from retrieval.index import documents
from retrieval.index.analysis import analyse
from retrieval.index.counts import add_counts
from retrieval.index.names import count_names
from retrieval.index.packing import pack, pack_each, unpack_each
from retrieval.index.words import WordWriter
from retrieval.ranking.collection import CANDIDATE_FIELDS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

    from numpy.typing import NDArray

    from retrieval.arabic.analyzer import Analyzer
    from retrieval.engines.tantivy import TantivyEngine
    from retrieval.index.analysis import Analysed
    from retrieval.ranking.vocabulary import TermTable

    Ints = NDArray[np.intp]


class Writer:
    """A transaction on an index whose lock the caller holds; ends with `commit`, or is undone.

    Raises sqlite3.Error, OSError and arrays.Incomplete as they come.
    """

    def __init__(
        self, folder: Path, database: sqlite3.Connection, engine: TantivyEngine, analyzer: Analyzer
    ) -> None:
        self._database = database
        self._engine = engine
        self._analyzer = analyzer
        database.execute("begin immediate")
        state = database.execute("select name, value from state where typeof(value) = 'integer'")
        self._state: dict[str, int] = Counter(dict(state.fetchall()))
        self._words = WordWriter(folder, database, self._state)
        self._gone = database.execute("select key from removed").fetchall()

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
        occurrences = Counter(word for each in analysed for word in each.words())
        # Common words first: low numbers take fewer bytes.
        common = (word for word, _ in occurrences.most_common())
        numbers = self._words.numbers(chain(common, *(each.title for each in analysed)))
        titles = [_numbered(each.title, numbers) for each in analysed]
        bodies = [[_numbered(one.words, numbers) for one in each.paragraphs] for each in analysed]
        for each, title, texts in zip(analysed, titles, bodies, strict=True):
            self._put(each, title, texts)
        self._count(numbers, occurrences, titles, bodies, 1)
        tables = self._words.tables()
        flat = [text for texts in bodies for text in texts]
        for key, words in enumerate(flat, start=self._state["last key"] - len(flat) + 1):
            self._engine.add(key, engine_terms(words, tables))

    def remove(self, paths: Iterable[str]) -> list[str]:
        """Take out the documents of these paths; those that there were."""
        found = [document for path in paths if (document := documents.read(self._database, path))]
        analysed = [analyse(document, self._analyzer) for document in found]
        bodies = [self._take(document.source.path) for document in found]
        occurrences = Counter(word for each in analysed for word in each.words())
        numbers = self._words.numbers(chain(occurrences, *(each.title for each in analysed)))
        titles = [_numbered(each.title, numbers) for each in analysed]
        self._count(numbers, occurrences, titles, bodies, -1)
        return [document.source.path for document in found]

    def commit(self) -> None:
        """Make everything visible and lasting."""
        self._state["generation"] += 1
        self._engine.delete(key for (key,) in self._gone)
        self._engine.commit(self._state["generation"])
        self._database.executemany("delete from removed where key = ?", self._gone)
        self._words.flush()
        self._database.executemany(
            "insert or replace into state values (?, ?)", (dict(self._state) | self._words.state()).items()
        )
        self._database.execute("commit")

    def _put(self, each: Analysed, title: Ints, bodies: Sequence[Ints]) -> None:
        self._state["last document"] += 1
        number = self._state["last document"]
        documents.insert(self._database, number, each.document)
        packed_title = pack(title)
        first = self._state["last key"] + 1
        spans = each.document.paragraphs
        sentences = pack_each([np.array(one.sentences, dtype=np.intp) for one in each.paragraphs])
        self._database.executemany(
            "insert into paragraphs values (?, ?, ?, ?, ?, ?, ?)",
            (
                (key, number, span.start, len(span), packed_title, *packed)
                for key, span, *packed in zip(count(first), spans, pack_each(bodies), sentences, strict=False)
            ),
        )
        self._state["last key"] += len(bodies)

    def _take(self, path: str) -> list[Ints]:
        """Take out the document of a path; the words of its paragraphs, as numbers."""
        ask = self._database.execute
        (number,) = ask("select id from documents where path = ?", [path]).fetchone()
        rows = ask("delete from paragraphs where document = ? returning key, words", [number]).fetchall()
        self._database.executemany("insert into removed values (?)", ([key] for key, _ in rows))
        documents.delete(self._database, number)
        return unpack_each([words for _, words in rows])

    def _count(
        self,
        numbers: Mapping[str, int],
        occurrences: Mapping[str, int],
        titles: Sequence[Ints],
        bodies: Sequence[Sequence[Ints]],
        sign: int,
    ) -> None:
        if not titles:
            return
        flat = [text for texts in bodies for text in texts]
        more = add_counts(
            self._database,
            numbers,
            (flat, [sign] * len(flat)),
            (titles, [sign * len(texts) for texts in bodies]),
            self._words.tables(),
        )
        more |= {"documents": sign * len(titles), "paragraphs": sign * len(flat)}
        more["names"] = count_names(
            self._database, {word: sign * times for word, times in occurrences.items()}
        )
        for name, number in more.items():
            self._state[name] += number


def engine_terms(words: Ints, tables: Mapping[str, TermTable]) -> dict[str, list[str]]:
    """The terms of a paragraph as the engine holds them: by their numbers."""
    return {field: list(map(str, tables[field].of(words)[0].tolist())) for field in CANDIDATE_FIELDS}


def _numbered(words: Sequence[str], numbers: Mapping[str, int]) -> Ints:
    return np.fromiter(map(numbers.__getitem__, words), dtype=np.intp, count=len(words))
