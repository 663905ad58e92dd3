"""A file -> the documents in it: one, or one for each row of a table."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.errors import FileError, FileUndecodable, FileUnreadable, FileWithoutText
from retrieval.model import Document, Source
from retrieval.reading.extracted import Dropped, Said
from retrieval.reading.formats import reader
from retrieval.reading.metadata.sidecar import said_beside
from retrieval.reading.page.cleaning import furniture, stretches
from retrieval.reading.page.metadata import metadata
from retrieval.reading.page.page import lay_out
from retrieval.reading.page.paragraphs import joined, paragraphs
from retrieval.reading.regular_file import read_bytes
from retrieval.reading.text.characters import blanked
from retrieval.reading.text.mojibake import mojibake

if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike

    from retrieval.reading.extracted import Extracted

_TOLD = 5
"""Rows that can't be read and are named one by one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, and what of its file is not quoted."""

    document: Document
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds.

    failure: why some rows of it are no documents; None where all are
    """

    readings: tuple[Reading, ...]
    failure: FileError | None = None

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents in the file's order."""
        return tuple(reading.document for reading in self.readings)


def read(path: str | PathLike[str], name: str | None = None) -> Document:
    """The document that a file holds.

    name: the file as its source is to be named; the path as given unless told
    Raises FileError, also for a table, which holds several documents: `read_all` gives them.

    >>> document = read("seeds/001_8ab90e2d4c4efa4d.txt")
    >>> document.source.publisher, str(document.source.date)
    ('الخليج الجديد', '2021-02-03')
    """
    documents = read_all(path, name).documents
    if len(documents) != 1:
        raise FileUnreadable(name or str(path), f"it holds {len(documents)} documents; `read_all` gives them")
    return documents[0]


def read_all(path: str | PathLike[str], name: str | None = None) -> Contents:
    """The documents that a file holds; of a table one for each row, named `news.csv#2`.

    name: as for `read`
    Raises FileError where there is none at all.
    """
    path = Path(path)
    name = name or path.as_posix()
    extract = reader(path.suffix, name)
    readings: list[Reading] = []
    failures: list[FileError] = []
    beside = _beside(path, name, failures)
    for own_name, extracted in extract(read_bytes(path, name), name):
        try:
            readings.append(compose(extracted, own_name, beside))
        except FileError as failure:
            failures.append(failure)
    if not readings:
        raise failures[-1] if failures else FileWithoutText(name, "it holds no rows")
    return Contents(tuple(readings), _together(failures, name))


def compose(extracted: Extracted, name: str, beside: Said | None = None) -> Reading:
    """The document of an extracted text: what is told of it, and the paragraphs that may be quoted.

    beside: what is told of it in another file, which counts more than what its own says
    Raises FileWithoutText, FileUndecodable.
    """
    text = blanked(extracted.text)
    if not any(map(str.isalnum, text)):
        raise FileWithoutText(name, "it holds no words; put text in it or take it out of the folder")
    if garbled := mojibake(text):
        raise FileUndecodable(name, f"its text is garbled: {garbled}; save it anew from the original")
    page = lay_out(text)
    told = (beside or Said()) | extracted.said
    found = metadata(page, told.title)
    said = told | found.said
    if extracted.paragraphs is not None:
        spans = joined(text, extracted.paragraphs)
        return Reading(Document(_source(name, said), text, spans, extracted.marks), extracted.dropped)
    left_out = furniture(page, found.places)
    spans = paragraphs(text, stretches(page, left_out))
    dropped = (Dropped(page.lines[place].text, why) for place, why in sorted(left_out.items()))
    document = Document(_source(name, said), text, spans, extracted.marks)
    return Reading(document, (*extracted.dropped, *dropped))


def _source(name: str, said: Said) -> Source:
    return Source(name, said.title, said.publisher, said.date, said.url, said.author, said.metadata)


def _beside(path: Path, name: str, failures: list[FileError]) -> Said | None:
    """What is said beside the file; where that can't be read, the file is read without it."""
    try:
        return said_beside(path, name)
    except FileError as failure:
        failures.append(failure)
        return None


def _together(failures: Sequence[FileError], name: str) -> FileError | None:
    """One error for all that could not be read of a file and beside it."""
    if not failures:
        return None
    told = "; ".join(f"{failure.path.removeprefix(name)}: {failure.reason}" for failure in failures[:_TOLD])
    more = f"; and {len(failures) - _TOLD} more" if len(failures) > _TOLD else ""
    return FileError(name, f"not all of it can be read: {told}{more}")
