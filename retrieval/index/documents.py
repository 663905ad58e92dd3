"""Documents in the database: their source, their text in parts, the spans that may be quoted."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, overload

from retrieval.index.keys import OWN, belongs, first_of
from retrieval.model import Document, Mark, Source, Span

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from contextlib import AbstractContextManager

_PART = 1 << 14
"""Characters of a text that are compressed together: a paragraph is read without the rest of a book."""
_PARTS = 16
"""So many parts are kept as text: a paragraph is looked at, and then what stands around it."""
_LEVEL = 4
"""Of zlib: two thirds of the time of its default, and one per cent of the text more."""
_COLUMNS = "id, path, title, publisher, date, url, author, metadata, sha256, digest"


class Altered(Exception):
    """A stored document isn't what was put in."""


def insert(database: sqlite3.Connection, number: int, document: Document) -> None:
    """Put in a document under a number of its own, without its paragraphs."""
    database.execute(
        f"insert into documents ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        (number, *_said(document.source), bytes.fromhex(document.sha256), digest(document)),
    )
    database.executemany(
        "insert into marks values (?, ?, ?, ?, ?)",
        ((number, place, mark.start, mark.kind, mark.name) for place, mark in enumerate(document.marks)),
    )
    parts = (document.text[start : start + _PART] for start in range(0, len(document.text), _PART))
    database.executemany(
        "insert into texts values (?, ?)",
        (
            (key, zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL))
            for key, text in enumerate(parts, start=first_of(number))
        ),
    )


def delete(database: sqlite3.Connection, number: int) -> None:
    """Take out a document and its text."""
    database.execute("delete from documents where id = ?", [number])
    database.execute("delete from marks where document = ?", [number])
    database.execute(f"delete from texts where {OWN}", {"number": number})  # noqa: S608 - a condition


def read(database: sqlite3.Connection, path: str) -> Document | None:
    """The document of a path. Raises as `read_all` does."""
    return next(_documents(database, "where path = cast(? as text)", encoded(path)), None)


def read_all(database: sqlite3.Connection, first: int = 0, limit: int = -1) -> Iterator[Document]:
    """The documents in order of their paths, from the one in place `first` on.

    Raises Altered, zlib.error, UnicodeDecodeError where one is damaged.
    """
    return _documents(database, "order by path limit ? offset ?", limit, first)


def read_some(database: sqlite3.Connection, folder: str, limit: int) -> Iterator[Document]:
    """At most `limit` documents whose paths begin with a folder's name. Raises as `read_all` does."""
    first, last = (
        ("", chr(0x10FFFF)) if folder == "." else (f"{folder.rstrip('/')}/", f"{folder.rstrip('/')}0")
    )
    return _documents(database, "where path >= ? and path < ? order by path limit ?", first, last, limit)


def listed(database: sqlite3.Connection, after: str, limit: int) -> list[Source]:
    """Where at most `limit` documents come from, in order of their paths, those behind the path `after`."""
    chosen = f"select {_COLUMNS} from documents where path > cast(? as text) order by path limit ?"  # noqa: S608
    return [_source(*said) for _, *said, _, _ in database.execute(chosen, (encoded(after), limit))]


def encoded(path: str) -> bytes:
    """Any path, for SQL to cast to text: a parameter can't hold surrogates, and no stored path does."""
    return path.encode("utf-8", "surrogatepass")


def source(database: sqlite3.Connection, number: int) -> tuple[Source, str]:
    """Where a document comes from, and the SHA-256 of its text."""
    (row,) = database.execute(f"select {_COLUMNS} from documents where id = ?", [number])  # noqa: S608
    return _source(*row[1:8]), row[8].hex()


def sources(database: sqlite3.Connection) -> Iterator[tuple[int, Source]]:
    """The numbers of all documents and where they come from, in order of their paths."""
    for number, *said, _, _ in database.execute(f"select {_COLUMNS} from documents order by path"):  # noqa: S608
        yield number, _source(*said)


def marks_at(database: sqlite3.Connection, number: int, offset: int) -> tuple[Mark, ...]:
    """The page and the chapter in which a place of a document's text lies; see `Document.marks_at`."""
    # The columns beside max() are those of the row that has it: https://sqlite.org/lang_select.html#bareagg
    rows = database.execute(
        "select start, kind, name, max(place) from marks where document = ? and start <= ? "
        "group by kind order by kind",
        (number, offset),
    )
    return tuple(Mark(*row[:3]) for row in rows)


def excerpt(database: sqlite3.Connection, number: int, start: int, end: int) -> str:
    """What stands between two offsets of a document's text. Raises zlib.error, UnicodeDecodeError."""
    first = start // _PART
    last = max(start, end - 1) // _PART
    text = _text(database, first_of(number) + first, first_of(number) + last)
    return text[start - first * _PART : end - first * _PART]


def texts(database: sqlite3.Connection, path: str, first: int, last: int) -> list[str]:
    """The paragraphs of a document that begin at an offset from `first` on, but before `last`.

    Raises zlib.error, UnicodeDecodeError.
    """
    rows = database.execute(
        "select id, start, start + length from documents "  # noqa: S608 - a condition
        f"join paragraphs on {belongs('key', 'id')} where path = ? and start >= ? and start < ? order by key",
        (path, first, last),
    ).fetchall()
    if not rows:
        return []
    number, begin, _ = rows[0]
    whole = excerpt(database, number, begin, max(end for _, _, end in rows))
    return [whole[start - begin : end - begin] for _, start, end in rows]


class StoredDocuments(Sequence[Document]):
    """The documents of an index in order of their paths, read as they are asked for.

    connected: gives a connection for as long as a block runs
    """

    def __init__(self, connected: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._connected = connected

    def __len__(self) -> int:
        with self._connected() as database:
            return int(database.execute("select count(*) from documents").fetchone()[0])

    @overload
    def __getitem__(self, place: int) -> Document: ...

    @overload
    def __getitem__(self, place: slice) -> list[Document]: ...

    def __getitem__(self, place: int | slice) -> Document | list[Document]:
        places = range(len(self))[place]
        with self._connected() as database:
            if isinstance(places, int):
                return next(read_all(database, places, 1))
            return [document for each in places for document in read_all(database, each, 1)]

    def __iter__(self) -> Iterator[Document]:
        with self._connected() as database:
            yield from read_all(database)


def _documents(database: sqlite3.Connection, which: str, *values: str | bytes | int) -> Iterator[Document]:
    chosen = f"select {_COLUMNS} from documents {which}"  # noqa: S608 - names and conditions
    for number, *said, sha256, stored in database.execute(chosen, values):
        text = _text(database, first_of(number), first_of(number + 1) - 1)
        spans = database.execute(
            f"select start, length from paragraphs where {OWN} order by key",  # noqa: S608 - a condition
            {"number": number},
        ).fetchall()
        marks = database.execute(
            "select start, kind, name from marks where document = ? order by place", [number]
        )
        document = Document(
            _source(*said),
            text,
            tuple(Span(start, start + size) for start, size in spans),
            tuple(Mark(*mark) for mark in marks),
        )
        if (document.sha256, digest(document)) != (sha256.hex(), stored):
            raise Altered(f"{said[0]}: it isn't what was put in")
        yield document


def digest(document: Document) -> bytes:
    """What tells that nothing of a document has changed: neither its text, nor what is told of it."""
    value = (
        _said(document.source),
        document.sha256,
        [(span.start, span.end) for span in document.paragraphs],
        [(mark.start, mark.kind, mark.name) for mark in document.marks],
    )
    return hashlib.blake2b(json.dumps(value).encode(), digest_size=16).digest()


def _said(source: Source) -> tuple[str | None, ...]:
    """A source as its columns hold it."""
    day = source.date.isoformat() if source.date else None
    metadata = json.dumps(source.metadata) if source.metadata else None
    return source.path, source.title, source.publisher, day, source.url, source.author, metadata


def _source(path: str, *said: str | None) -> Source:
    title, publisher, day, url, author, metadata = said
    own = tuple((name, value) for name, value in json.loads(metadata)) if metadata else ()
    return Source(path, title, publisher, date.fromisoformat(day) if day else None, url, author, own)


def _text(database: sqlite3.Connection, first: int, last: int) -> str:
    """The parts of a text under keys from `first` to `last`, joined."""
    parts = database.execute("select text from texts where key between ? and ? order by key", (first, last))
    return "".join(_part(packed) for (packed,) in parts)


@lru_cache(maxsize=_PARTS)
def _part(packed: bytes) -> str:
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")
