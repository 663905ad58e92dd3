"""One file -> one Document."""

from __future__ import annotations

import os
import stat
from os import PathLike
from pathlib import Path

from retrieval.errors import FileUnreadable, FileWithoutText
from retrieval.model import Document, Source
from retrieval.reading.cleaning import clean
from retrieval.reading.formats import FORMATS, VALID
from retrieval.reading.metadata import metadata
from retrieval.reading.page import lay_out
from retrieval.reading.paragraphs import paragraphs

# A link put in the file's place meanwhile is refused, a pipe does not keep us waiting. Windows has neither.
_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


def read(path: str | PathLike[str], name: str | None = None) -> Document:
    """The document that a file holds.

    name: the file as its source is to be named; the path as given unless told
    Raises FileUnreadable, FileUndecodable, FileWithoutText.

    >>> document = read("seeds/001_8ab90e2d4c4efa4d.txt")
    >>> document.source.publisher, str(document.source.date)
    ('الخليج الجديد', '2021-02-03')
    """
    path = Path(path)
    name = name or path.as_posix()
    extract = FORMATS.get(path.suffix.lower())
    if extract is None:
        raise FileUnreadable(name, f"its format is not known; valid are {VALID}")
    return compose(extract(_bytes(path, name), name), name)


def compose(text: str, name: str) -> Document:
    """The document of an extracted text: what it says of itself, and the paragraphs that may be quoted."""
    if not any(map(str.isalnum, text)):
        raise FileWithoutText(name, "it holds no words; put text in it or take it out of the folder")
    page = lay_out(text)
    said = metadata(page)
    spans = paragraphs(text, clean(page, said))
    return Document(Source(name, said.title, said.publisher, said.date), text, spans)


def _bytes(path: Path, name: str) -> bytes:
    """What is in a regular file; nothing else is ever opened for reading."""
    try:
        path = path.resolve(strict=True)
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileUnreadable(name, "it is a folder, a pipe or a device; only regular files are read")
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise FileUnreadable(name, "it changed while it was opened; read the folder again")
            return file.read()
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, in Python before 3.13
        raise FileUnreadable(
            name, f"the system refuses it: {getattr(error, 'strerror', None) or error}"
        ) from error
