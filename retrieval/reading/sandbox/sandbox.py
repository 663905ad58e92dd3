"""Files read in child processes: whatever a file does to its reader, this process goes on.

A child (`sandboxed.py`) has little memory, little time and no network. It reads file after file, so that its
start is paid once, and where a file brings it down another takes its place.
"""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import LifoQueue
from typing import TYPE_CHECKING, Self

from retrieval.errors import FileError
from retrieval.reading.sandbox.child import Child

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future
    from types import TracebackType

    from retrieval.reading.document import Contents

    AnyPath = str | os.PathLike[str]
    Check = Callable[[Path, str], None]

PATIENCE = 20.0
"""Seconds that reading one file may take."""
_AHEAD = 4
"""Files that wait for each child: a slow one does not keep the others idle."""


class Sandbox:
    """Children that read files, up to `workers` of them at once. Each starts when it is first needed.

    patience: seconds after which a file is given up

    >>> with Sandbox() as sandbox:
    ...     contents = sandbox.read("seeds/001_8ab90e2d4c4efa4d.txt", "news.txt")
    >>> contents.documents[0].source.publisher
    'الخليج الجديد'
    """

    def __init__(self, workers: int = 2, patience: float = PATIENCE) -> None:
        self._children = [Child(patience) for _ in range(workers)]
        self._idle: LifoQueue[Child] = LifoQueue()  # the one that has started is asked first
        for child in self._children:
            self._idle.put(child)

    def read(self, path: AnyPath, name: str) -> Contents:
        """What a file holds; may be called from several threads.

        name: the file as its source, or an error, is to name it
        Raises the FileError that kept it from being read.
        """
        child = self._idle.get()
        try:
            return child.read(os.fspath(path), name)
        finally:
            self._idle.put(child)

    def read_each(
        self, files: Iterable[tuple[AnyPath, str]], check: Check | None = None
    ) -> Iterator[Contents | FileError]:
        """What each of many files holds, or why it can't be read, in their order; all children work at once.

        files: paths with their names, taken a few ahead of what is handed out
        check: raises a FileError for a file that must not be read
        """
        waiting: deque[Future[Contents | FileError]] = deque()
        with ThreadPoolExecutor(len(self._children)) as threads:
            for path, name in files:
                waiting.append(threads.submit(self._tried, path, name, check))
                if len(waiting) > len(self._children) * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def _tried(self, path: AnyPath, name: str, check: Check | None) -> Contents | FileError:
        try:
            if check:
                check(Path(path), name)
            return self.read(path, name)
        except FileError as error:
            return error

    def close(self) -> None:
        """End the children. The next file would start one anew."""
        for child in self._children:
            child.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
