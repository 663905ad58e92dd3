"""The manifest of an index: what every file that it was made from looked like when it was read."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from pathlib import Path


class Stamp(NamedTuple):
    """What changes when a file does: its size in bytes, and the time of its last change in nanoseconds."""

    size: int
    mtime: int

    @classmethod
    def of(cls, path: Path) -> Stamp:
        """The file as it is now. Raises OSError."""
        found = path.stat()
        return cls(found.st_size, found.st_mtime_ns)


class File(NamedTuple):
    """A file as it was read; failure: why it could not be, None where it could."""

    path: str
    stamp: Stamp
    failure: str | None


def read(database: sqlite3.Connection) -> dict[str, File]:
    """Path -> file, in order of paths."""
    rows = database.execute("select path, size, mtime, failure from files order by path")
    return {path: File(path, Stamp(size, mtime), failure) for path, size, mtime, failure in rows.fetchall()}


def write(database: sqlite3.Connection, files: Iterable[File]) -> None:
    """Remember files, instead of what was remembered of the same paths."""
    database.executemany(
        "insert or replace into files values (?, ?, ?, ?, ?)",
        ((file.path, *file.stamp, file.failure, digest(file)) for file in files),
    )


def forget(database: sqlite3.Connection, paths: Iterable[str]) -> None:
    """Forget files."""
    database.executemany("delete from files where path = ?", ([path] for path in paths))


def digest(file: File) -> bytes:
    """What tells that nothing of a row has changed."""
    return hashlib.blake2b(json.dumps(file).encode(), digest_size=16).digest()
