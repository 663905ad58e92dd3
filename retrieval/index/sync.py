"""An index brought up to date with folders: what is new or changed is read, what vanished goes."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from retrieval.errors import FileError, FileUnreadable, FolderMissing
from retrieval.index import files
from retrieval.index.analysis import analyse
from retrieval.index.files import File, Stamp
from retrieval.index.results import Synced
from retrieval.reading.folder import name_of, read_inside, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from os import PathLike

    from retrieval.index.session import Session
    from retrieval.model import Document

    Progress = Callable[[int, int], None]
    """(files gone through, files in all)"""

_BATCH, _BATCH_TEXT = 1000, 1 << 23
"""Documents to a commit, and the characters from which on a batch is committed at once."""
SETTLED = 1.0
"""Seconds without a change after which a file counts as wholly written."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that was read, or could not be."""

    file: File
    document: Document | None


def sync(
    session: Session, folders: Iterable[str | PathLike[str]], progress: Progress, settled: float
) -> Synced:
    """Bring an index up to date; a thousand documents to a commit.

    settled: seconds without a change after which a file is read
    Raises FolderMissing, before anything is written.
    """
    roots = [Path(folder) for folder in folders]
    for root in roots:
        if not root.is_dir():
            raise FolderMissing(root.as_posix())
    result = Synced()
    for root in roots:
        _sync_one(session, root, result, progress, settled)
    return result


def _sync_one(session: Session, root: Path, result: Synced, progress: Progress, settled: float) -> None:
    known = files.read(session.database, name_of(root))
    found = sorted(walk(root, result.failures), key=PurePath.as_posix)
    _remove(session, known.keys() - set(map(name_of, found)), result)
    batch: list[_Read] = []
    text = 0
    for done, read in enumerate(_changed(root, found, known, result, settled), start=1):
        progress(done, len(found))
        if read is None:
            continue
        batch.append(read)
        text += len(read.document.text) if read.document else 0
        if len(batch) >= _BATCH or text >= _BATCH_TEXT:
            _commit(session, batch, result)
            batch, text = [], 0
    _commit(session, batch, result)


def _changed(
    root: Path, found: Iterable[Path], known: dict[str, File], result: Synced, settled: float
) -> Iterator[_Read | None]:
    """Each file as it is read; None for one that is as it was, or that changes while it is read."""
    waiting = deque(found)
    fresh: deque[Path] = deque()
    while waiting or fresh:
        path = (waiting or fresh).popleft()
        try:
            stamp = Stamp.of(path)
            age = time.time() - stamp.mtime / 1e9
            if 0 <= age < settled:
                if waiting:  # the others first: it may have settled by then
                    fresh.append(path)
                    continue
                time.sleep(settled - age)
            yield _read(root, path, stamp, known.get(name_of(path)), result)
        except OSError as error:  # it vanished meanwhile, or can't be looked at
            result.failures.append(FileUnreadable(name_of(path), f"the system refuses it: {error.strerror}"))
            yield None


def _read(root: Path, path: Path, stamp: Stamp, known: File | None, result: Synced) -> _Read | None:
    name = name_of(path)
    if known and known.stamp == stamp:
        if known.failure:
            result.failures.append(FileError(name, known.failure))
        else:
            result.unchanged += 1
        return None
    try:
        document, failure = read_inside(root, path), None
    except FileError as error:
        document, failure = None, error
    if Stamp.of(path) != stamp:
        result.unsettled.append(name)
        return None
    if failure:
        result.failures.append(failure)
    return _Read(File(name, stamp, failure.reason if failure else None), document)


def _commit(session: Session, batch: list[_Read], result: Synced) -> None:
    """Put in what was read; what could not be read any more goes."""
    if not batch:
        return
    readable = [each.document for each in batch if each.document]
    hashes = session.hashes(document.source.path for document in readable)
    changed = [each for each in readable if hashes.get(each.source.path) != each.sha256]
    analysed = [analyse(document, session.analyzer) for document in changed]
    with session.commit() as writer:
        result.removed += len(writer.remove(each.file.path for each in batch if not each.document))
        writer.add(analysed)
        files.write(session.database, (each.file for each in batch))
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
