"""A Retriever over an index on disk, which it can also change."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from retrieval.arabic.analyzer import Analyzer
from retrieval.index.database import make
from retrieval.index.erase import erase
from retrieval.index.index import Index
from retrieval.index.session import writing
from retrieval.index.sync import SETTLED, sync
from retrieval.index.verify import verify
from retrieval.retriever import Retriever, glossary_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from os import PathLike

    from retrieval.index.results import Synced, Verified
    from retrieval.model import Document
    from retrieval.ranking.reranker import Reranker


def _unseen(_done: int, _files: int) -> None:
    """The progress that nobody watches."""


class StoredRetriever(Retriever):
    """A Retriever over an index on disk. Made by `Retriever.open`, which tells the arguments.

    Each change is one commit or several, each whole or not at all; whoever asks meanwhile, here or in another
    process, sees the last whole one. One process writes at a time. Changing methods block: call them from a
    thread of their own.

    >>> import tempfile
    >>> with Retriever.open(tempfile.mkdtemp(), create=True) as retriever:
    ...     counts = retriever.sync("seeds")
    ...     answer = retriever.ask("كم استمر الاجتماع؟")
    >>> counts.added, answer.quotes[0].paragraph.source.path.startswith("seeds/")
    (5, True)
    """

    def __init__(
        self,
        path: str | PathLike[str],
        glossary: str | PathLike[str] | None = None,
        reranker: Reranker | None = None,
        *,
        create: bool = False,
        anew: bool = False,
    ) -> None:
        analyzer = Analyzer()
        if anew:
            erase(path)
        if create or anew:
            make(path, analyzer.fingerprint)
        self._index = Index(path, analyzer)
        super().__init__(self._index, glossary or glossary_of(path), reranker)

    def sync(
        self,
        *folders: str | PathLike[str],
        progress: Callable[[int, int], None] = _unseen,
        settled: float = SETTLED,
    ) -> Synced:
        """Bring the index up to date with folders: read what is new or changed, take out what vanished.

        progress: is told now and again how many files are done with, and how many there are
        settled: seconds without a change after which a file counts as wholly written
        Raises FolderMissing, IndexLocked, IndexUnwritable.
        """
        return sync(self._index, folders, progress, settled)

    def add(self, documents: Iterable[Document], at_once: int = 1000) -> None:
        """Put in documents, in place of those of the same paths.

        at_once: so many to a commit
        Raises IndexLocked, IndexUnwritable; what was committed before stays.
        """
        waiting = iter(documents)
        with writing(self._index) as session:
            while some := list(islice(waiting, at_once)):
                session.add(some)

    def remove(self, paths: Iterable[str]) -> list[str]:
        """Take out the documents of these paths; those that there were. Raises as `add` does."""
        with writing(self._index) as session:
            return session.remove(paths)

    def verify(self) -> Verified:
        """Look whether all that the index holds is as it was put in: every document is analysed again."""
        return verify(self._index)
