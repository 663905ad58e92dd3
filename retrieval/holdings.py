"""What a Retriever asks: documents with the collection of their paragraphs, in memory or on disk."""

from __future__ import annotations

import heapq
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Protocol

from retrieval.arabic.analyzer import Analyzer
from retrieval.engines.rank_bm25 import RankBM25Engine
from retrieval.model import Document, Searched
from retrieval.ranking.in_memory import MemoryCollection

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from retrieval.errors import FileError
    from retrieval.model import Source
    from retrieval.ranking.collection import Collection
    from retrieval.ranking.reranker import Reranker


class Holdings(Protocol):
    """Documents that are asked; every method may be called from any thread."""

    @property
    def documents(self) -> Sequence[Document]:
        """The documents in order of their paths."""

    @property
    def failures(self) -> tuple[FileError, ...]:
        """The files that could not be read."""

    @property
    def searched(self) -> Searched:
        """How many documents and paragraphs there are."""

    def sources(self, after: str, limit: int) -> list[Source]:
        """Where at most `limit` documents come from, in order of their paths, behind the path `after`."""

    def document(self, path: str) -> Document | None:
        """The document of a path, if there is one."""

    def texts(self, path: str, first: int, last: int) -> list[str]:
        """The paragraphs of a document that begin at an offset from `first` on, but before `last`."""

    def reading(self) -> AbstractContextManager[Collection]:
        """The paragraphs, as they are for as long as the block runs."""

    def close(self) -> None:
        """Let go of files."""


class InMemory:
    """Documents in memory, which never change.

    documents: of one path the last counts
    failures: what came of files that could not be read; reranker: to be made ready for the paragraphs
    """

    def __init__(
        self,
        documents: Iterable[Document],
        failures: Iterable[FileError] = (),
        reranker: Reranker | None = None,
        analyzer: Analyzer | None = None,
    ) -> None:
        self._by_path = {document.source.path: document for document in documents}
        self.documents = tuple(self._by_path.values())
        self.failures = tuple(failures)
        self._collection = MemoryCollection(analyzer or Analyzer(), RankBM25Engine())
        paragraphs = [paragraph for document in self.documents for paragraph in document.quotable()]
        self._collection.add(paragraphs)
        if reranker:
            reranker.add(paragraphs)

    @property
    def searched(self) -> Searched:
        """How many documents and paragraphs there are."""
        return Searched(len(self.documents), len(self._collection))

    def sources(self, after: str, limit: int) -> list[Source]:
        """Where at most `limit` documents come from, in order of their paths, behind the path `after`."""
        behind = (path for path in self._by_path if path > after)
        return [self._by_path[path].source for path in heapq.nsmallest(limit, behind)]

    def document(self, path: str) -> Document | None:
        """The document of a path, if there is one."""
        return self._by_path.get(path)

    def texts(self, path: str, first: int, last: int) -> list[str]:
        """The paragraphs of a document that begin at an offset from `first` on, but before `last`."""
        document = self._by_path.get(path)
        spans = document.paragraphs if document else ()
        return [span.of(document.text) for span in spans if document and first <= span.start < last]

    def reading(self) -> AbstractContextManager[MemoryCollection]:
        """The paragraphs."""
        return nullcontext(self._collection)

    def close(self) -> None:
        """Nothing is open."""
