"""A folder -> its documents, and the files that could not be read."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from os import PathLike
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from retrieval.errors import FileError, FileUnreadable, FolderEmpty, FolderMissing
from retrieval.reading.document import Contents
from retrieval.reading.formats import FORMATS, VALID
from retrieval.reading.metadata.sidecar import SUFFIX
from retrieval.reading.page.repetition import without_repeated
from retrieval.reading.sandbox.sandbox import Sandbox

if TYPE_CHECKING:
    from collections import Counter
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
    failures: list[FileError] = []
    found = sorted(walk(folder, failures), key=PurePath.as_posix)
    with Sandbox() as sandbox:
        files = ((path, name_of(path)) for path in found)
        contents = list(sandbox.read_each(files, partial(check_inside, folder)))
    failures += [each for each in contents if isinstance(each, FileError)]
    whole = [each for each in contents if isinstance(each, Contents)]
    failures += [each.failure for each in whole if each.failure]
    documents = tuple(without_repeated(document for each in whole for document in each.documents))
    if not documents:
        raise FolderEmpty(folder.as_posix(), VALID) from next(iter(failures), None)
    return Folder(documents, tuple(sorted(failures, key=lambda failure: failure.path)))


def walk(folder: Path, failures: list[FileError], passed_over: Counter[str] | None = None) -> Iterator[Path]:
    """The files of a known format in a folder and the folders in it, in no order.

    failures: gets an error for each folder that can't be listed
    passed_over: gets the suffixes of files whose format isn't known; sidecars are not among them
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
            elif (suffix := Path(entry.name).suffix.lower()) in FORMATS:
                yield Path(entry.path)
            elif passed_over is not None and not entry.name.endswith(SUFFIX):
                passed_over[suffix] += 1


def check_inside(folder: Path, path: Path, name: str) -> None:
    """Raise FileUnreadable for a file that doesn't really lie in the folder, or whose name can't be told."""
    if name_of(path) != path.as_posix():
        raise FileUnreadable(name, "its name is not UTF-8; rename it")
    if path.is_symlink() and not _target(path, name).is_relative_to(folder.resolve()):
        raise FileUnreadable(name, "it is a link to a file outside the folder; put the file itself there")


def _target(link: Path, name: str) -> Path:
    try:
        return link.resolve()
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, in Python before 3.13
        raise FileUnreadable(name, "it is a link that leads to itself; put the file itself there") from error


def name_of(path: Path) -> str:
    """The path as it may be shown and stored; a name that is not UTF-8 with its strange bytes replaced."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")
