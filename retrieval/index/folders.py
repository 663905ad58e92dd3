"""The folders that an index follows: where each lies, and the name under which its files are shown.

A folder may be given in several ways (`seeds`, `/srv/archive/seeds`); its files are indexed once, under the
name given first. Two folders that are given in the same way, from different places, get different names.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from retrieval.reading.folder import name_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping


class Folders:
    """Where folders lie -> their names, both with forward slashes; `changed` once one has come.

    Where one lies in another, names overlap only as places do, so that no name ever stands for two files.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = dict(names)
        self.changed = False

    @classmethod
    def read(cls, database: sqlite3.Connection) -> Folders:
        """Those that the index knows."""
        return cls(dict(database.execute("select place, name from folders").fetchall()))

    def write(self, database: sqlite3.Connection) -> None:
        """Remember these, and no others."""
        database.execute("delete from folders")
        rows = ((place, name, digest(place, name)) for place, name in self._names.items())
        database.executemany("insert into folders values (?, ?, ?)", rows)

    def enter(self, root: Path) -> None:
        """Take in a folder, unless it lies in one that is known."""
        place, name = _place(root), name_of(root)
        if any(is_within(place, known) for known in self._names):
            return
        # What a folder was called that is there no more, its successor may be: an archive moves.
        self._names = {
            known: called for known, called in self._names.items() if called != name or Path(known).is_dir()
        }
        at_odds = any(_are_at_odds(place, name, *known) for known in self._names.items())
        self._names[place] = place if at_odds else name
        self.changed = True

    def names(self, root: Path, found: Iterable[Path]) -> dict[str, Path]:
        """Name -> path, of the files that were found in a folder."""
        start = 0 if root == Path() else len(name_of(root).rstrip("/")) + 1
        inner = [(f"{_below(place, _place(root))}/", name) for place, name in self._inside(root)]
        called = {}
        for path in found:
            below = name_of(path)[start:]
            within = max(
                (each for each in inner if below.startswith(each[0])), default=("", self._name(root))
            )
            called[_join(within[1], below[len(within[0]) :])] = path
        return called

    def select(self, root: Path, names: Iterable[str]) -> Iterator[str]:
        """Those names of files that lie, or lay, in a folder."""
        within = [self._name(root), *(name for _, name in self._inside(root))]
        return (each for each in names if any(is_within(each, name) for name in within))

    def _name(self, root: Path) -> str:
        """The name of a folder that was taken in, or lies in one that was."""
        place = _place(root)
        outer = max((known for known in self._names if is_within(place, known)), key=len)
        return _join(self._names[outer], _below(place, outer))

    def _inside(self, root: Path) -> list[tuple[str, str]]:
        """The known folders that lie in a folder, and their names."""
        place = _place(root)
        return [each for each in self._names.items() if each[0] != place and is_within(each[0], place)]


def digest(place: str, name: str) -> bytes:
    """What tells that nothing of a row has changed."""
    return hashlib.blake2b(json.dumps([place, name]).encode(), digest_size=16).digest()


def _place(root: Path) -> str:
    return name_of(root.resolve())


def is_within(path: str, folder: str) -> bool:
    """Whether a path is a folder's, or of something in it; `.` holds all that is relative to it.

    >>> is_within("/a/b", "/a"), is_within("ab/c", "a"), is_within("a/b", "."), is_within("/a/b", ".")
    (True, False, True, False)
    """
    if folder == ".":
        return not path.startswith(("/", "../"))
    return path == folder or path.startswith(f"{folder.rstrip('/')}/")


def _below(path: str, folder: str) -> str:
    """What follows the folder in a path that lies in it: `/a/b/c` in `/a` -> `b/c`."""
    return path if folder == "." else path[len(folder.rstrip("/")) + 1 :]


def _join(folder: str, below: str) -> str:
    return str(PurePosixPath(folder) / below)


def _are_at_odds(place: str, name: str, known: str, called: str) -> bool:
    """Whether two folders' names would say that one lies in the other where it doesn't."""
    if is_within(name, called):
        return True  # it doesn't lie in that one, or it wouldn't be new
    return is_within(called, name) and known != _join(place, _below(called, name))
