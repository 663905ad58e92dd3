"""One writer at a time, by a lock of the operating system: it goes with the process that holds it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from retrieval.errors import IndexLocked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LOCK = "writer.lock"
_PATIENCE = 0.2
"""Seconds after which a writer gives up."""


@contextmanager
def writer_lock(folder: Path) -> Iterator[None]:
    """Be the only writer of an index. Raises IndexLocked where there is one already, in any thread."""
    lock = FileLock(folder / _LOCK, thread_local=False)
    try:
        lock.acquire(timeout=_PATIENCE)
    except Timeout as error:
        raise IndexLocked(str(folder)) from error
    try:
        yield
    finally:
        lock.release()
