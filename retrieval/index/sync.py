"""An index brought up to date with folders: what is new or changed is read, what vanished goes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.errors import FolderMissing
from retrieval.index import documents, files
from retrieval.index.adding import BATCH_TEXT
from retrieval.index.analysis import analyse
from retrieval.index.changes import Changes
from retrieval.index.database import transaction
from retrieval.index.documents import digest
from retrieval.index.due import Due, count_known
from retrieval.index.folders import Folders
from retrieval.index.results import Synced
from retrieval.index.session import writing
from retrieval.reading.page.repetition import folder_of, without_repeated

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from os import PathLike

    from retrieval.index.due import Read
    from retrieval.index.files import File
    from retrieval.index.index import Index
    from retrieval.index.session import Session
    from retrieval.model import Document

    Progress = Callable[[int, int], None]
    """(files gone through, files in all)"""

_NEIGHBOURS = 50
"""Documents of a folder among which furniture that is repeated shows."""
_BATCH = 1000
"""Documents to a commit."""
_AT_ONCE = 50
"""Documents after which progress is told."""
SETTLED = 1.0
"""Seconds without a change after which a file counts as wholly written."""


class _Count:
    """Counts the files that are done with, most of whose time goes into words, and tells of them."""

    def __init__(self, progress: Progress, files: int) -> None:
        self._progress = progress
        self._files = files
        self._done = 0

    def more(self, files: int) -> None:
        """So many files more are done with."""
        if files:
            self._done += files
            self._progress(self._done, self._files)


def sync(index: Index, roots: Iterable[str | PathLike[str]], progress: Progress, settled: float) -> Synced:
    """Bring an index up to date; a thousand documents to a commit, none where nothing has changed.

    settled: seconds without a change after which a file is read
    Raises FolderMissing, before anything is written.
    """
    paths = [Path(root) for root in roots]
    for path in paths:
        if not path.is_dir():
            raise FolderMissing(path.as_posix())
    if unchanged := _unchanged(index, paths):
        return unchanged
    result = Synced()
    with writing(index) as session:
        folders = _enter(session, paths)
        for path in paths:
            _sync_one(session, Changes.of(path, folders, session.database), result, progress, settled)
    return result


def _unchanged(index: Index, paths: Iterable[Path]) -> Synced | None:
    """What there is to tell of folders in which nothing has changed; None where something has."""
    result = Synced()
    with index.connected() as database, transaction(database):
        folders = Folders.read(database)
        for path in paths:
            folders.enter(path)
            if folders.changed or (changes := Changes.of(path, folders, database)):
                return None
            result.failures += changes.failures
            result.passed_over += changes.passed_over
            for file in changes.known.values():
                count_known(file, result)
    return result


def _enter(session: Session, paths: Iterable[Path]) -> Folders:
    folders = Folders.read(session.database)
    for path in paths:
        folders.enter(path)
    if folders.changed:
        with session.commit():
            folders.write(session.database)
    return folders


def _sync_one(session: Session, changes: Changes, result: Synced, progress: Progress, settled: float) -> None:
    result.failures += changes.failures
    result.passed_over += changes.passed_over
    _remove(session, changes.vanished, result)
    count = _Count(progress, len(changes.found))
    batch: list[Read] = []
    text = 0
    for read in Due(changes, result, settled).read():
        if read is None:
            count.more(1)
            continue
        batch.append(read)
        text += sum(len(document.text) for document in read.documents)
        if len(batch) >= _BATCH or text >= BATCH_TEXT:
            _commit(session, changes.known, batch, result, count)
            batch, text = [], 0
    _commit(session, changes.known, batch, result, count)


def _commit(
    session: Session, known: Mapping[str, File], batch: list[Read], result: Synced, count: _Count
) -> None:
    """Put in what was read; what is no longer in its file, or can't be read any more, goes."""
    if not batch:
        return
    read = [document for each in batch for document in each.documents]
    paths = {document.source.path for document in read}
    cut = without_repeated([*read, *_neighbours(session, paths)])
    digests = session.digests(document.source.path for document in cut)
    changed = {each.source.path: each for each in cut if digests.get(each.source.path) != digest(each)}
    before = [name for each in batch if (file := known.get(each.file.path)) for name in file.names()]
    with session.commit() as writer:
        result.removed += len(writer.remove(name for name in before if name not in paths))
        for first in range(0, len(batch), _AT_ONCE):
            some = batch[first : first + _AT_ONCE]
            names = (document.source.path for each in some for document in each.documents)
            writer.add([analyse(changed[name], session.analyzer) for name in names if name in changed])
            count.more(len(some))
        writer.add(
            [analyse(document, session.analyzer) for path, document in changed.items() if path not in paths]
        )
        files.write(session.database, (each.file for each in batch))
    of_files = changed.keys() & paths
    updated = sum(path in digests for path in of_files)
    result.updated += updated
    result.added += len(of_files) - updated
    result.unchanged += len(read) - len(of_files)


def _neighbours(session: Session, paths: Collection[str]) -> list[Document]:
    """Documents that the index already has in the folders of few new ones, for `without_repeated`."""
    folders = Counter(map(folder_of, paths))
    return [
        document
        for folder, count in folders.items()
        if count < _NEIGHBOURS
        for document in documents.read_some(session.database, folder, _NEIGHBOURS)
        if document.source.path not in paths
    ]


def _remove(session: Session, vanished: Sequence[File], result: Synced) -> None:
    for first in range(0, len(vanished), _BATCH):
        some = vanished[first : first + _BATCH]
        with session.commit() as writer:
            result.removed += len(writer.remove(name for file in some for name in file.names()))
            files.forget(session.database, (file.path for file in some))
