"""The files of a folder that are new or changed, read one after the other."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from retrieval.errors import FileError, FileUnreadable
from retrieval.index.files import File, Stamp
from retrieval.reading.document import Contents
from retrieval.reading.folder import check_inside
from retrieval.reading.sandbox.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from retrieval.index.changes import Changes
    from retrieval.index.results import Synced
    from retrieval.model import Document


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read, or could not be; documents: what it holds."""

    file: File
    documents: tuple[Document, ...]


class Due:
    """The files of `changes` that are to be read.

    result: gets what is to be told of files that are not read, or can't be
    settled: seconds without a change after which a file is read
    """

    def __init__(self, changes: Changes, result: Synced, settled: float) -> None:
        self._changes = changes
        self._result = result
        self._settled = settled
        self._asked: deque[tuple[str, Path, Stamp]] = deque()
        self._passed = 0

    def read(self) -> Iterator[Read | None]:
        """A value for each file: None for one that is as it was, or that changes while it is read."""
        with Sandbox() as sandbox:
            for answer in sandbox.read_each(self._due(), partial(check_inside, self._changes.root)):
                yield from self._skipped()
                yield self._read(*self._asked.popleft(), answer)
        yield from self._skipped()

    def _due(self) -> Iterator[tuple[Path, str]]:
        """The files to read, with their names; those that were just written come last."""
        waiting = deque(self._changes.found.items())
        fresh: deque[tuple[str, Path]] = deque()
        while waiting or fresh:
            name, path = (waiting or fresh).popleft()
            try:
                stamp = Stamp.of(path)
                age = time.time() - stamp.mtime / 1e9
                if 0 <= age < self._settled:
                    if waiting:  # the others first: it may have settled by then
                        fresh.append((name, path))
                        continue
                    time.sleep(self._settled - age)
            except OSError as error:
                self._lost(name, error)
                self._passed += 1
                continue
            known = self._changes.known.get(name)
            if known and known.stamp == stamp:
                count_known(known, self._result)
                self._passed += 1
                continue
            self._asked.append((name, path, stamp))
            yield path, name

    def _read(self, name: str, path: Path, stamp: Stamp, answer: Contents | FileError) -> Read | None:
        try:
            if Stamp.of(path) != stamp:
                self._result.unsettled.append(name)
                return None
        except OSError as error:
            self._lost(name, error)
            return None
        documents = answer.documents if isinstance(answer, Contents) else ()
        failure = answer.failure if isinstance(answer, Contents) else answer
        if failure:
            self._result.failures.append(failure)
        return Read(_file(name, stamp, documents, failure), documents)

    def _lost(self, name: str, error: OSError) -> None:
        """It vanished meanwhile, or can't be looked at."""
        self._result.failures.append(FileUnreadable(name, f"the system refuses it: {error.strerror}"))

    def _skipped(self) -> Iterator[None]:
        """A None for each file that was passed since the last time."""
        while self._passed:
            self._passed -= 1
            yield None


def count_known(file: File, result: Synced) -> None:
    """Tell of a file that is as it was when it was read."""
    if file.failure:
        result.failures.append(FileError(file.path, file.failure))
    result.unchanged += file.documents


def _file(name: str, stamp: Stamp, documents: Sequence[Document], failure: FileError | None) -> File:
    last = documents[-1].source.path if documents else name
    last_row = 0 if last == name else int(last.rpartition("#")[2])
    reason = failure.reason if failure else None
    return File(name, stamp, len(documents), last_row, reason)
