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
        ".txt": "text.text",
        ".md": "text.markdown",
        ".markdown": "text.markdown",
        ".html": "html.html",
        ".htm": "html.html",
        ".xhtml": "html.html",
        ".pdf": "pdf.pdf",
        ".docx": "office.docx",
        ".epub": "office.epub",
        ".csv": "tables.csv",
        ".tsv": "tables.csv",
        ".jsonl": "tables.jsonl",
    }
)
"""Suffix in small letters -> the module, in `retrieval.reading`, that reads such files.

A module has `extract(data: bytes, name: str) -> Extracted`; one of tables, whose every row is a document,
`rows(data: bytes, name: str) -> Iterator[tuple[int, Extracted]]`. Both raise FileError.
"""
_EXTRAS = MappingProxyType({"text": "markdown", "html": "html", "pdf": "pdf", "office": "office"})
"""The package of a module -> the extra that brings what it reads with."""
_TABLES = "tables"
"""The package of the modules that read tables."""

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
    package = module.partition(".")[0]
    try:
        found = import_module(f"retrieval.reading.{module}")
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("retrieval"):
            raise
        raise FileUnreadable(
            name,
            f"no module {error.name}; install what reads such files: "
            f"pip install 'iqtibas[{_EXTRAS.get(package, 'files')}]', and make an index that is there anew",
        ) from error
    if package == _TABLES:
        return lambda data, name: ((row_name(name, number), row) for number, row in found.rows(data, name))
    return lambda data, name: iter([(name, found.extract(data, name))])


def row_name(name: str, number: int) -> str:
    """The name of a row's document: `news.csv#2`."""
    return f"{name}#{number}"
