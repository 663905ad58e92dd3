"""An index brought up to date with folders: what is new or changed is read, what vanished goes."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.errors import FileError, FileUnreadable, FolderMissing
from retrieval.index import files
from retrieval.index.analysis import analyse
from retrieval.index.changes import Changes
from retrieval.index.database import transaction
from retrieval.index.files import File, Stamp
from retrieval.index.folders import Folders
from retrieval.index.results import Synced
from retrieval.index.session import writing
from retrieval.reading.folder import read_inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from os import PathLike

    from retrieval.index.index import Index
    from retrieval.index.session import Session
    from retrieval.model import Document

    Progress = Callable[[int, int], None]
    """(files gone through, files in all)"""

_BATCH, _BATCH_TEXT = 1000, 1 << 23
"""Documents to a commit, and the characters from which on a batch is committed at once."""
_AT_ONCE = 50
"""Documents after which progress is told."""
SETTLED = 1.0
"""Seconds without a change after which a file counts as wholly written."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that was read, or could not be."""

    file: File
    document: Document | None


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
            for file in changes.known.values():
                _count_known(file, result)
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
    _remove(session, changes.vanished, result)
    count = _Count(progress, len(changes.found))
    batch: list[_Read] = []
    text = 0
    for read in _changed(changes, result, settled):
        if read is None:
            count.more(1)
            continue
        batch.append(read)
        text += len(read.document.text) if read.document else 0
        if len(batch) >= _BATCH or text >= _BATCH_TEXT:
            _commit(session, batch, result, count)
            batch, text = [], 0
    _commit(session, batch, result, count)


def _changed(changes: Changes, result: Synced, settled: float) -> Iterator[_Read | None]:
    """Each file as it is read; None for one that is as it was, or that changes while it is read."""
    waiting = deque(changes.found.items())
    fresh: deque[tuple[str, Path]] = deque()
    while waiting or fresh:
        name, path = (waiting or fresh).popleft()
        try:
            stamp = Stamp.of(path)
            age = time.time() - stamp.mtime / 1e9
            if 0 <= age < settled:
                if waiting:  # the others first: it may have settled by then
                    fresh.append((name, path))
                    continue
                time.sleep(settled - age)
            yield _read(changes.root, path, File(name, stamp, None), changes.known.get(name), result)
        except OSError as error:  # it vanished meanwhile, or can't be looked at
            result.failures.append(FileUnreadable(name, f"the system refuses it: {error.strerror}"))
            yield None


def _read(root: Path, path: Path, file: File, known: File | None, result: Synced) -> _Read | None:
    if known and known.stamp == file.stamp:
        _count_known(known, result)
        return None
    try:
        document, failure = read_inside(root, path, file.path), None
    except FileError as error:
        document, failure = None, error
    if Stamp.of(path) != file.stamp:
        result.unsettled.append(file.path)
        return None
    if failure:
        result.failures.append(failure)
    return _Read(file._replace(failure=failure.reason if failure else None), document)


def _count_known(file: File, result: Synced) -> None:
    """A file that is as it was when it was read."""
    if file.failure:
        result.failures.append(FileError(file.path, file.failure))
    else:
        result.unchanged += 1


def _commit(session: Session, batch: list[_Read], result: Synced, count: _Count) -> None:
    """Put in what was read; what could not be read any more goes."""
    if not batch:
        return
    readable = [each.document for each in batch if each.document]
    hashes = session.hashes(document.source.path for document in readable)
    changed = [each for each in readable if hashes.get(each.source.path) != each.sha256]
    with session.commit() as writer:
        result.removed += len(writer.remove(each.file.path for each in batch if not each.document))
        for first in range(0, len(changed), _AT_ONCE):
            some = changed[first : first + _AT_ONCE]
            writer.add([analyse(document, session.analyzer) for document in some])
            count.more(len(some))
        files.write(session.database, (each.file for each in batch))
    count.more(len(batch) - len(changed))
    updated = sum(document.source.path in hashes for document in changed)
    result.updated += updated
    result.added += len(changed) - updated
    result.unchanged += len(readable) - len(changed)


def _remove(session: Session, vanished: Iterable[str], result: Synced) -> None:
    gone = sorted(vanished)
    for first in range(0, len(gone), _BATCH):
        some = gone[first : first + _BATCH]
        with session.commit() as writer:
            result.removed += len(writer.remove(some))
            files.forget(session.database, some)
