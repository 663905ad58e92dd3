"""The manifest of an index: what every file that it was made from looked like when it was read."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, NamedTuple

from retrieval.reading.formats import row_name
from retrieval.reading.metadata.sidecar import sidecar

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from pathlib import Path


class Stamp(NamedTuple):
    """What changes when a file does, or its sidecar: size in bytes, time of the change in nanoseconds."""

    size: int
    mtime: int

    @classmethod
    def of(cls, path: Path) -> Stamp:
        """The file as it is now. Raises OSError."""
        found, beside = path.stat(), sidecar(path)
        if beside is None:
            return cls(found.st_size, found.st_mtime_ns)
        other = beside.lstat()
        return cls(found.st_size + other.st_size, max(found.st_mtime_ns, other.st_mtime_ns))


class File(NamedTuple):
    """A file as it was read.

    documents: how many it holds; last_row: of a table, the number of the last row that is one, else 0
    failure: why it, or some of its rows, could not be read; None where all could
    """

    path: str
    stamp: Stamp
    documents: int
    last_row: int
    failure: str | None

    def names(self) -> list[str]:
        """The paths that its documents may have."""
        if self.last_row:
            return [row_name(self.path, number) for number in range(1, self.last_row + 1)]
        return [self.path] if self.documents else []


def read(database: sqlite3.Connection) -> dict[str, File]:
    """Path -> file, in order of paths."""
    rows = database.execute(
        "select path, size, mtime, documents, last_row, failure from files order by path"
    ).fetchall()
    return {path: File(path, Stamp(size, mtime), *rest) for path, size, mtime, *rest in rows}


def write(database: sqlite3.Connection, files: Iterable[File]) -> None:
    """Remember files, instead of what was remembered of the same paths."""
    database.executemany(
        "insert or replace into files values (?, ?, ?, ?, ?, ?, ?)",
        ((file.path, *file.stamp, *file[2:], digest(file)) for file in files),
    )


def forget(database: sqlite3.Connection, paths: Iterable[str]) -> None:
    """Forget files."""
    database.executemany("delete from files where path = ?", ([path] for path in paths))


def digest(file: File) -> bytes:
    """What tells that nothing of a row has changed."""
    return hashlib.blake2b(json.dumps(file).encode(), digest_size=16).digest()
