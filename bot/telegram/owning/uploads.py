"""Documents that admins send: looked at before they are put in, and taken back at their word."""

from __future__ import annotations

import asyncio
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from bot.visible import visible_line
from retrieval import FORMATS, Document, FileError, FileTooCostly, FileUndecodable, FileWithoutText, read_file

if TYPE_CHECKING:
    import sqlite3

    from bot.telegram.database import Database
    from bot.telegram.library import Shelf

FOLDER = "uploads"
"""Where they are kept, within the folder of the documents."""
_NAME = 100
"""Letters of the longest name kept."""
_REASONS: dict[type[FileError], str] = {
    FileWithoutText: "upload-without-text",
    FileUndecodable: "upload-undecodable",
    FileTooCostly: "upload-too-costly",
}


class Refused(Exception):
    """A document that isn't taken; `message` says why, by the id of a text, with its `values`."""

    def __init__(self, message: str, **values: str | int | list[str]) -> None:
        super().__init__(message)
        self.message = message
        self.values = values


@dataclass(frozen=True, slots=True)
class Taken:
    """A document that was put in.

    number: by which it is taken back
    documents: what was read in it
    """

    number: int
    name: str
    documents: tuple[Document, ...]


class Uploads:
    """Puts documents on a shelf and takes them off.

    limit_mb: megabytes of the largest
    """

    def __init__(self, database: Database, limit_mb: int) -> None:
        self._database = database
        self._limit_mb = limit_mb

    def check(self, name: str, size: int) -> None:
        """Raises Refused for what needn't be fetched: too large, or of a format that isn't read."""
        if PurePath(name).suffix.lower() not in FORMATS:
            raise Refused("upload-format", formats=sorted(FORMATS))
        if size > self._limit_mb << 20:
            raise Refused("upload-size", limit=self._limit_mb)

    async def take(self, shelf: Shelf, name: str, content: bytes, admin: int) -> Taken:
        """Put a document on a shelf. Raises Refused, and what `Shelf.reread` does."""
        if shelf.source is None:
            raise Refused("upload-no-folder")
        folder = shelf.source / FOLDER
        path, documents = await asyncio.to_thread(_store, folder, safe_name(name), content)
        row = (admin, path.as_posix(), int(time.time()))

        def work(database: sqlite3.Connection) -> int:
            inserted = database.execute("insert into uploads (admin, path, at) values (?, ?, ?)", row)
            return int(inserted.lastrowid or 0)

        number = await self._database.run(work)
        await asyncio.to_thread(shelf.reread)
        return Taken(number, path.name, documents)

    async def undo(self, shelf: Shelf, number: int, admin: int) -> str | None:
        """Take a document off again; its name, or None where it isn't there or was sent by another admin."""
        found = await self._database.run(
            lambda it: it.execute(
                "delete from uploads where id = ? and admin = ? returning path", (number, admin)
            ).fetchone()
        )
        if found is None:
            return None
        path = Path(found[0])
        await asyncio.to_thread(path.unlink, missing_ok=True)
        await asyncio.to_thread(shelf.reread)
        return path.name


def safe_name(name: str) -> str:
    r"""A file's name that stays in its folder, isn't hidden, and can be shown.

    >>> safe_name("../../.etc/\u202eتقرير.TXT")
    'تقرير.TXT'
    """
    last = PurePath(visible_line(name).replace("\\", "/")).name.lstrip(". ")
    path = PurePath(last or "document")
    return path.stem[: _NAME - len(path.suffix)] + path.suffix


def _store(folder: Path, name: str, content: bytes) -> tuple[Path, tuple[Document, ...]]:
    """Write a file that was found to be readable, whole or not at all. Raises Refused."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Hidden, so that nobody reads it before it is whole and known to be good.
        with tempfile.TemporaryDirectory(prefix=".", dir=folder) as apart:
            waiting = Path(apart, name)
            waiting.write_bytes(content)
            documents = _read(waiting)
            path = _free(folder, name, content)
            waiting.replace(path)
    except OSError as error:
        raise Refused("upload-not-stored", reason=error.strerror or "") from error
    return path, documents


def _read(path: Path) -> tuple[Document, ...]:
    try:
        return tuple(read_file(path).documents)
    except FileError as error:
        raise Refused(_REASONS.get(type(error), "upload-unreadable")) from error


def _free(folder: Path, name: str, content: bytes) -> Path:
    """A path that no other document has; the one that has the same words already, if it has that name."""
    path, number = folder / name, 1
    while path.exists() and path.read_bytes() != content:
        number += 1
        path = folder / f"{PurePath(name).stem} ({number}){PurePath(name).suffix}"
    return path
