"""A folder -> its documents, and the files that could not be read."""

from __future__ import annotations

import os
from dataclasses import dataclass
from os import PathLike
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from retrieval.errors import FileError, FileUnreadable, FolderEmpty, FolderMissing
from retrieval.reading.document import read
from retrieval.reading.formats import FORMATS, VALID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.model import Document


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder holds, in the order of paths.

    failures: an error for each file that should have been a document and could not be read
    """

    documents: tuple[Document, ...]
    failures: tuple[FileError, ...]


def read_folder(path: str | PathLike[str]) -> Folder:
    """The documents of a folder and of the folders in it.

    Passed over are hidden files and folders, and files of another format. A link is followed to a file inside
    the folder, never out of it and never to another folder. Sources are named by the path as given, with
    forward slashes: `seeds/….txt`.
    Raises FolderMissing, FolderEmpty.

    >>> [document.source.path for document in read_folder("seeds").documents][:1]
    ['seeds/000_a35260540b61ab77.txt']
    """
    folder = Path(path)
    if not folder.is_dir():
        raise FolderMissing(folder.as_posix())
    documents: list[Document] = []
    failures: list[FileError] = []
    for found in sorted(walk(folder, failures), key=PurePath.as_posix):
        try:
            documents.append(read_inside(folder, found))
        except FileError as failure:
            failures.append(failure)
    if not documents:
        raise FolderEmpty(folder.as_posix(), VALID) from next(iter(failures), None)
    return Folder(tuple(documents), tuple(sorted(failures, key=lambda failure: failure.path)))


def walk(folder: Path, failures: list[FileError]) -> Iterator[Path]:
    """The files of a known format in a folder and the folders in it, in no order.

    failures: gets an error for each folder that can't be listed
    """
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            entries = [entry for entry in os.scandir(current) if not entry.name.startswith(".")]
        except OSError as error:
            failures.append(
                FileUnreadable(name_of(current), f"the system refuses to list it: {error.strerror}")
            )
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
            elif Path(entry.name).suffix.lower() in FORMATS:
                yield Path(entry.path)


def read_inside(folder: Path, path: Path, name: str | None = None) -> Document:
    """The document of a file, if it really lies in the folder.

    name: the file as its source is to be named; the path as given unless told
    Raises FileUnreadable, FileUndecodable, FileWithoutText.
    """
    name = name or name_of(path)
    if name_of(path) != path.as_posix():
        raise FileUnreadable(name, "its name is not UTF-8; rename it")
    if path.is_symlink() and not _target(path, name).is_relative_to(folder.resolve()):
        raise FileUnreadable(name, "it is a link to a file outside the folder; put the file itself there")
    return read(path, name)


def _target(link: Path, name: str) -> Path:
    try:
        return link.resolve()
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, in Python before 3.13
        raise FileUnreadable(name, "it is a link that leads to itself; put the file itself there") from error


def name_of(path: Path) -> str:
    """The path as it may be shown and stored; a name that is not UTF-8 with its strange bytes replaced."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")
