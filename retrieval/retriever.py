"""The Retriever: documents in, quotations out. The one class that other programs import."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from retrieval.answering.answer import answer, passages
from retrieval.answering.confidence import SILENT_BELOW
from retrieval.answering.findings import Findings
from retrieval.answering.quoting import CONSIDERED
from retrieval.answering.stories import Stories
from retrieval.arabic.glossary_file import GlossaryFile, glossary_of
from retrieval.errors import EmptyQuestion, FileError, QuestionTooLong
from retrieval.holdings import InMemory
from retrieval.ranking.expansion import understand
from retrieval.reading.folder import read_folder
from retrieval.reading.items import numbered, read_items
from retrieval.verification import check
from retrieval.where import Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from os import PathLike

    from retrieval.answers import Answer
    from retrieval.arabic.analyzer import Analyzer
    from retrieval.holdings import Holdings
    from retrieval.model import Document, Paragraph, Passage, Searched, Source
    from retrieval.ranking.collection import Collection
    from retrieval.ranking.query import Query
    from retrieval.ranking.reranker import Reranker
    from retrieval.reading.items import Item, Split
    from retrieval.stored import StoredRetriever
    from retrieval.verification import Checked

MAX_QUESTION = 4096
"""Characters of the longest question that is searched: a whole Telegram message."""


class Retriever:
    """Finds the paragraphs of a collection that bear on a question, and quotes them.

    >>> retriever = Retriever.from_folder("seeds")
    >>> passages = retriever.search("كم استمر الاجتماع؟", limit=1)
    >>> passages[0].paragraph.text.split("،")[0]
    'استمر الاجتماع لمدة ساعة وعشر دقائق'

    Safe for use from several threads; from a coroutine: `await asyncio.to_thread(retriever.ask, question)`.
    Ends with `close`, or as a context manager.

    holdings: what is asked; glossary, reranker: see `from_folder`
    silent_below: may be set: the confidence, 0 to 1, under which a question counts as not answered
    """

    def __init__(
        self,
        holdings: Holdings,
        glossary: str | PathLike[str] | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        self._holdings = holdings
        self._glossary = GlossaryFile(Path(glossary or os.devnull))
        self._reranker = reranker
        self.silent_below = SILENT_BELOW
        self._stories = Stories(holdings.texts)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @classmethod
    def in_memory(
        cls,
        items: Iterable[Item],
        glossary: str | PathLike[str] | None = None,
        reranker: Reranker | None = None,
        *,
        split: Split | None = None,
        analyzer: Analyzer | None = None,
    ) -> Self:
        """A retriever over texts of your own, which stay as they are.

        items: texts; mappings with a "text" and, as the columns of a table have them, a "title", "publisher",
            "author", "date", "url", "path" and whatever else, which is kept as the document's metadata; or
            Documents. Without a path an item's number is its path; of one path the last item counts.
        split: a text -> where its paragraphs begin and end, in place of the rules for plain text
        glossary, reranker, analyzer: see `from_folder`

        Items that can't be read are told in `failures`; the others are searched. Where there is no other, the
        first failure is raised.

        >>> retriever = Retriever.in_memory(["وصل الوفد إلى المدينة مساء الجمعة."])
        >>> retriever.ask("متى وصل الوفد؟").quotes[0].paragraph.source.path
        '1'
        """
        read = list(read_items(items, numbered, split))
        failures = [each for each in read if isinstance(each, FileError)]
        documents = [each for each in read if not isinstance(each, FileError)]
        if failures and not documents:
            raise failures[0]
        return cls(InMemory(documents, failures, reranker, analyzer), glossary, reranker)

    @classmethod
    def from_folder(
        cls,
        path: str | PathLike[str],
        glossary: str | PathLike[str] | None = None,
        reranker: Reranker | None = None,
        *,
        analyzer: Analyzer | None = None,
    ) -> Self:
        """A retriever over the documents of a folder and the folders in it.

        glossary: a file of the owner's spellings and synonyms, see docs/glossary.md; without one, the file
            beside the folder whose name is the folder's with `.glossary.tsv` after it, if there is one
        reranker: gives the best paragraphs a better order, see `DenseReranker`
        analyzer: with steps of your own

        Files that can't be read are named in `failures`; the others are searched.
        Raises FolderMissing, or FolderEmpty where no document could be read.
        """
        folder = read_folder(path)
        return cls(
            InMemory(folder.documents, folder.failures, reranker, analyzer),
            glossary or glossary_of(path),
            reranker,
        )

    @staticmethod
    def open(  # noqa: PLR0913 - options, each named where it is called
        path: str | PathLike[str],
        glossary: str | PathLike[str] | None = None,
        reranker: Reranker | None = None,
        *,
        create: bool = False,
        anew: bool = False,
        analyzer: Analyzer | None = None,
    ) -> StoredRetriever:
        """A retriever over an index on disk, which it can also change; see `StoredRetriever`.

        glossary, reranker, analyzer: see `from_folder`; without a glossary, the file beside the index; an
            index made with another analyzer is refused
        create: make an empty index where there is none; anew: even where there is one
        Raises IndexMissing, IndexForeign, IndexTooOld, IndexTooNew, IndexDamaged; of one that is to be made,
        IndexUnwritable, IndexLocked.
        """
        # Imported when it is wanted: a folder in memory doesn't need what an index is made of.
        from retrieval.stored import StoredRetriever  # noqa: PLC0415

        return StoredRetriever(path, glossary, reranker, create=create, anew=anew, analyzer=analyzer)

    @property
    def documents(self) -> Sequence[Document]:
        """The documents in order of their paths."""
        return self._holdings.documents

    @property
    def failures(self) -> tuple[FileError, ...]:
        """The files that could not be read."""
        return self._holdings.failures

    @property
    def searched(self) -> Searched:
        """How many documents and paragraphs a question is asked of."""
        return self._holdings.searched

    def selected(self, where: Mapping[str, object] | None) -> Searched:
        """How many documents and paragraphs a question is asked of under these conditions, see `search`.

        >>> Retriever.from_folder("seeds").selected({"publisher": "الخليج الجديد"})
        Searched(documents=1, paragraphs=16)

        Raises WhereInvalid.
        """
        if not where:
            return self.searched
        with self._holdings.reading() as collection:
            return collection.selected(Where.of(where)).searched

    def sources(self, after: str = "", limit: int = 1000) -> list[Source]:
        """Where documents come from, without reading them, in order of their paths.

        after: the last path that is known already; limit: at most so many
        """
        return self._holdings.sources(after, limit)

    def document(self, path: str) -> Document | None:
        """The document of a path, if there is one."""
        return self._holdings.document(path)

    def close(self) -> None:
        """Let go of files; nothing can be asked any more."""
        self._holdings.close()

    def search(
        self, question: str, limit: int = 5, where: Mapping[str, object] | None = None
    ) -> list[Passage]:
        """The paragraphs that share words with the question, best first, answer or not.

        limit: at most so many
        where: which documents are asked, by what is told of them: {"publisher": "…", "date>=": "2021-01-01"};
            see `retrieval.where`. How telling a word is, all documents tell.
        Raises EmptyQuestion, QuestionTooLong, WhereInvalid.
        """
        with self._holdings.reading() as collection:
            return passages(self._query(question, collection, where), collection, limit, self._reranker)

    def ask(
        self,
        question: str,
        limit: int = 3,
        skip: int = 0,
        today: date | None = None,
        where: Mapping[str, object] | None = None,
    ) -> Answer:
        """Quotations that answer the question, or an Answer of status `not_found`.

        limit: at most so many quotations; skip: after so many better ones
        today: the day from which «أمس» and «هذا العام» in the question count; by default the system's
        where: see `search`; nothing of other documents is shown, and `searched` counts those that are asked
        Raises EmptyQuestion, QuestionTooLong, WhereInvalid.
        """
        began = time.perf_counter()
        with self._holdings.reading() as collection:
            query = self._query(question, collection, where)
            findings = Findings(query, collection, CONSIDERED, self._reranker, today)
            searched = query.selection.searched if query.selection else self.searched
            places = range(skip, skip + limit)
            found = answer(findings, self._stories, searched, places, self.silent_below)
        return replace(found, took_ms=(time.perf_counter() - began) * 1000)

    def context(self, paragraph: Paragraph, before: int = 1, after: int = 1) -> Sequence[Paragraph]:
        """The paragraph between its neighbours in the same document, in order.

        before, after: at most so many neighbours
        Raises KeyError for a paragraph of a document that isn't in the collection, or not any more as it was.
        """
        document = self._holdings.document(paragraph.source.path)
        if document is None or document.sha256 != paragraph.sha256:
            raise KeyError(paragraph.source.path)
        if not (found := document.around(paragraph.start, paragraph.end, before, after)):
            raise KeyError(paragraph.source.path)  # its text is the same, and parted otherwise
        return found

    def verify_quote(self, quoted: Paragraph) -> Checked:
        """Hold a quotation against its document as it is now: its words, place, hash and source."""
        return check(quoted, self._holdings.document(quoted.source.path))

    def _query(self, question: str, collection: Collection, where: Mapping[str, object] | None) -> Query:
        if len(question) > MAX_QUESTION:
            raise QuestionTooLong(len(question), MAX_QUESTION)
        query = understand(question, collection, self._glossary.current())
        if not query.tokens:
            raise EmptyQuestion
        return replace(query, selection=collection.selected(Where.of(where))) if where else query
