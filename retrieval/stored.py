"""A Retriever over an index on disk, which it can also change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.arabic.analyzer import Analyzer
from retrieval.arabic.glossary_file import glossary_of
from retrieval.index.adding import add
from retrieval.index.database import make
from retrieval.index.erase import erase
from retrieval.index.index import Index
from retrieval.index.session import writing
from retrieval.index.sync import SETTLED, sync
from retrieval.index.verify import verify
from retrieval.reading.items import by_content, read_items
from retrieval.retriever import Retriever

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from os import PathLike

    from retrieval.index.results import Synced, Verified
    from retrieval.ranking.reranker import Reranker
    from retrieval.reading.items import Item, Split


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

    def __init__(  # noqa: PLR0913 - see `Retriever.open`
        self,
        path: str | PathLike[str],
        glossary: str | PathLike[str] | None = None,
        reranker: Reranker | None = None,
        *,
        create: bool = False,
        anew: bool = False,
        analyzer: Analyzer | None = None,
    ) -> None:
        analyzer = analyzer or Analyzer()
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

    def add(self, items: Iterable[Item], at_once: int = 1000, *, split: Split | None = None) -> Synced:
        """Put in texts of your own, in place of the documents of the same paths; what became of them.

        items, split: see `in_memory`; a generator that fits no memory is taken as it comes. An item without a
            path is named by its text, so that the same text is not put in twice.
        at_once: so many documents to a commit at most; fewer where they are long. Each commit is whole, so
            that what ends the iteration early loses the last batch only, and adding again goes on from there.
        Raises IndexLocked, IndexUnwritable, and whatever `items` and `split` raise; what was committed stays.

        >>> import tempfile
        >>> with Retriever.open(tempfile.mkdtemp(), create=True) as retriever:
        ...     counts = retriever.add({"text": f"وصل الوفد رقم {n}.", "path": str(n)} for n in range(3))
        >>> counts.added, counts.failures
        (3, [])
        """
        return add(self._index, read_items(items, by_content, split), at_once)

    def remove(self, paths: Iterable[str]) -> list[str]:
        """Take out the documents of these paths; those that there were. Raises as `add` does."""
        with writing(self._index) as session:
            return session.remove(paths)

    def verify(self) -> Verified:
        """Look whether all that the index holds is as it was put in: every document is analysed again."""
        return verify(self._index)
