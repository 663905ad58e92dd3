"""Which files are read, and by what."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from retrieval.errors import FileUnreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from retrieval.reading.extracted import Extracted

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text",
        ".md": "markdown",
        ".markdown": "markdown",
        ".html": "html",
        ".htm": "html",
        ".xhtml": "html",
        ".pdf": "pdf",
        ".docx": "docx",
        ".epub": "epub",
        ".csv": "csv_rows",
        ".tsv": "csv_rows",
        ".jsonl": "jsonl_rows",
    }
)
"""Suffix in small letters -> the module that reads such files.

A module has `extract(data: bytes, name: str) -> Extracted`; one of tables, whose every row is a document,
`rows(data: bytes, name: str) -> Iterator[tuple[int, Extracted]]`. Both raise FileError.
"""
_EXTRAS = MappingProxyType(
    {"markdown": "markdown", "html": "html", "pdf": "pdf", "docx": "office", "epub": "office"}
)
"""Module -> the extra that brings what it reads with."""
_TABLES = frozenset({"csv_rows", "jsonl_rows"})

VALID = f"files of text ({', '.join(FORMATS)})"
"""What can be read, for the messages of errors."""


Reader = Callable[[bytes, str], "Iterator[tuple[str, Extracted]]"]
"""(a file's bytes, its name) -> its texts, each with its name: the file's, or a row's, `news.csv#2`."""


def reader(suffix: str, name: str) -> Reader:
    """What reads files of this suffix.

    name: the file, as an error names it
    Raises FileUnreadable where the format is unknown, or what reads it is not installed.
    """
    module = FORMATS.get(suffix.lower())
    if module is None:
        raise FileUnreadable(name, f"its format is not known; valid are {VALID}")
    try:
        found = import_module(f"retrieval.reading.{module}")
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("retrieval"):
            raise
        raise FileUnreadable(
            name,
            f"no module {error.name}; install what reads such files: "
            f"pip install 'iqtibas[{_EXTRAS.get(module, 'files')}]', and make an index that is there anew",
        ) from error
    if module in _TABLES:
        return lambda data, name: ((row_name(name, number), row) for number, row in found.rows(data, name))
    return lambda data, name: iter([(name, found.extract(data, name))])


def row_name(name: str, number: int) -> str:
    """The name of a row's document: `news.csv#2`."""
    return f"{name}#{number}"
