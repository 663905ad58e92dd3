"""What of a folder differs from the manifest of an index."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from retrieval.index.files import File, Stamp, read
from retrieval.index.folders import is_within
from retrieval.reading.folder import walk

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from retrieval.errors import FileError
    from retrieval.index.folders import Folders


@dataclass(frozen=True, slots=True)
class Changes:
    """A folder's files beside the manifest's.

    root: the folder as it was given
    found: name -> path, in order of paths; known: name -> file as it was read
    failures: an error for each folder in it that can't be listed; nothing is known of what lies in there
    passed_over: how many files of each suffix whose format isn't known
    """

    root: Path
    found: Mapping[str, Path]
    known: Mapping[str, File]
    failures: list[FileError]
    passed_over: Counter[str]

    @classmethod
    def of(cls, root: Path, folders: Folders, database: sqlite3.Connection) -> Changes:
        """Go through a folder; none of its files is opened."""
        failures: list[FileError] = []
        passed_over: Counter[str] = Counter()
        found = sorted(walk(root, failures, passed_over), key=PurePath.as_posix)
        unlisted = folders.names(root, (Path(failure.path) for failure in failures))
        files_known = read(database)
        known = {
            name: files_known[name]
            for name in folders.select(root, files_known)
            if not any(is_within(name, folder) for folder in unlisted)
        }
        return cls(root, folders.names(root, found), known, failures, passed_over)

    @property
    def vanished(self) -> list[File]:
        """The files that are there no more, in order of their names."""
        return [file for name, file in self.known.items() if name not in self.found]

    def __bool__(self) -> bool:
        """Whether there is anything to be done."""
        return self.known.keys() != self.found.keys() or any(
            _stamp(path) != self.known[name].stamp for name, path in self.found.items()
        )


def _stamp(path: Path) -> Stamp | None:
    """The stamp of a file, if it can be had."""
    try:
        return Stamp.of(path)
    except OSError:
        return None
