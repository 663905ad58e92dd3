"""The Retriever: documents in, quotations out. The one class that other programs import."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from retrieval.answering.answer import answer, passages
from retrieval.arabic.analyzer import Analyzer
from retrieval.arabic.glossary_file import GlossaryFile
from retrieval.engines.rank_bm25 import RankBM25Engine
from retrieval.errors import EmptyQuestion, FileError, QuestionTooLong
from retrieval.model import Answer, Document, Paragraph, Passage, Searched
from retrieval.ranking.expansion import understand
from retrieval.ranking.in_memory import MemoryCollection
from retrieval.reading.folder import read_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from os import PathLike

    from retrieval.ranking.query import Query
    from retrieval.ranking.reranker import Reranker

MAX_QUESTION = 4096
"""Characters of the longest question that is searched: a whole Telegram message."""


class Retriever:
    """Finds the paragraphs of a collection that bear on a question, and quotes them.

    >>> retriever = Retriever.from_folder("seeds")
    >>> passages = retriever.search("كم استمر الاجتماع؟", limit=1)
    >>> passages[0].paragraph.text.split("،")[0]
    'استمر الاجتماع لمدة ساعة وعشر دقائق'

    Safe for use from several threads: nothing changes after it is made.
    """

    def __init__(
        self,
        documents: Iterable[Document],
        failures: Iterable[FileError] = (),
        glossary: str | PathLike[str] | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        self.documents: tuple[Document, ...] = tuple(documents)
        self.failures: tuple[FileError, ...] = tuple(failures)
        self._glossary = GlossaryFile(Path(glossary or os.devnull))
        self._collection = MemoryCollection(Analyzer(), RankBM25Engine())
        self._collection.add(paragraph for document in self.documents for paragraph in document.quotable())
        self._reranker = reranker
        if reranker:
            reranker.add(paragraph for document in self.documents for paragraph in document.quotable())

    @classmethod
    def from_folder(
        cls,
        path: str | PathLike[str],
        glossary: str | PathLike[str] | None = None,
        reranker: Reranker | None = None,
    ) -> Self:
        """A retriever over the documents of a folder and the folders in it.

        glossary: a file of the owner's spellings and synonyms, see docs/glossary.md; without one, the file
            beside the folder whose name is the folder's with `.glossary.tsv` after it, if there is one
        reranker: gives the best paragraphs a better order, see `DenseReranker`

        Files that can't be read are named in `failures`; the others are searched.
        Raises FolderMissing, or FolderEmpty where no document could be read.
        """
        folder = read_folder(path)
        return cls(folder.documents, folder.failures, glossary or _beside(path), reranker)

    @property
    def searched(self) -> Searched:
        """How many documents and paragraphs a question is asked of."""
        return Searched(len(self.documents), len(self._collection))

    def search(self, question: str, limit: int = 5) -> list[Passage]:
        """The paragraphs that share words with the question, best first, answer or not.

        limit: at most so many
        Raises EmptyQuestion, QuestionTooLong.
        """
        return passages(self._query(question), self._collection, limit, self._reranker)

    def ask(self, question: str, limit: int = 3, skip: int = 0) -> Answer:
        """Quotations that answer the question, or an Answer of status `not_found`.

        limit: at most so many quotations; skip: after so many better ones
        Raises EmptyQuestion, QuestionTooLong.
        """
        began = time.perf_counter()
        query = self._query(question)
        found = answer(query, self._collection, self.searched, limit, skip, self._reranker)
        return replace(found, took_ms=(time.perf_counter() - began) * 1000)

    def context(self, paragraph: Paragraph, before: int = 1, after: int = 1) -> Sequence[Paragraph]:
        """The paragraph between its neighbours in the same document, in order.

        before, after: at most so many neighbours
        Raises KeyError for a paragraph of a document that isn't in the collection.
        """
        document = next((each for each in self.documents if each.source.path == paragraph.source.path), None)
        if document is None:
            raise KeyError(paragraph.source.path)
        places = [
            place
            for place, span in enumerate(document.paragraphs)
            if span.start <= paragraph.start < span.end
        ]
        place = places[0] if places else 0
        return document.quotable()[max(0, place - before) : place + after + 1]

    def _query(self, question: str) -> Query:
        if len(question) > MAX_QUESTION:
            raise QuestionTooLong(len(question), MAX_QUESTION)
        query = understand(question, self._collection, self._glossary.current())
        if not query.tokens:
            raise EmptyQuestion
        return query


def _beside(folder: str | PathLike[str]) -> Path:
    """Seeds -> seeds.glossary.tsv."""
    path = Path(folder)
    return path.with_name(f"{path.resolve().name}.glossary.tsv")
