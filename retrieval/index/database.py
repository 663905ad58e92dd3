"""The database of an index: its tables, its connections, and whether this program can use it."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.arabic.analyzer import FIELDS
from retrieval.engines.tantivy import Damaged
from retrieval.errors import (
    IndexDamaged,
    IndexForeign,
    IndexMissing,
    IndexTooNew,
    IndexTooOld,
    IndexUnwritable,
)
from retrieval.index.arrays import Incomplete

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

FORMAT = 6
"""Counts up with every change of the tables or of what stands in them."""
DATABASE = "iqtibas.sqlite"
_CACHE = 4096
"""Kilobytes of pages that a connection keeps; the system keeps the rest."""
_REFUSED = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)

_TABLES = """
create table state (name text primary key, value) without rowid;
create table documents (
    id integer primary key, path text not null unique, title text, publisher text, date text, url text,
    author text, metadata text, sha256 blob not null, digest blob not null);
create table marks (
    document integer not null, place integer not null, start integer not null, kind text not null,
    name text not null, primary key (document, place)) without rowid;
create table texts (key integer primary key, text blob not null);
create table paragraphs (
    key integer primary key, start integer not null, length integer not null, words blob not null);
create table files (
    path text primary key, size integer not null, mtime integer not null, documents integer not null,
    last_row integer not null, failure text, digest blob not null) without rowid;
create table folders (place text primary key, name text not null, digest blob not null) without rowid;
create table removed (key integer primary key);
create table names (
    sound integer not null, word text not null, arabic integer not null, number integer not null,
    primary key (sound, word)) without rowid;
create table changes (generation integer not null, counter text not null, numbers blob not null,
    changes blob not null);
"""
_TERMS = """
create table terms_{field} (term text primary key, number integer not null) without rowid;
"""


def make(path: str | PathLike[str], fingerprint: str) -> None:
    """Lay out an empty index in a folder, which is made if need be; leave one that is there as it is.

    Raises IndexUnwritable.
    """
    folder = Path(path)
    with storage(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _lay_out(folder, fingerprint)


def _lay_out(folder: Path, fingerprint: str) -> None:
    tables = _TABLES + "".join(_TERMS.format(field=field) for field in FIELDS)
    with connection(folder, "rwc") as database, transaction(database, "immediate"):
        if database.execute("select count(*) from sqlite_master").fetchone()[0]:
            return
        for statement in tables.split(";"):
            database.execute(statement)
        database.executemany(
            "insert into state values (?, ?)",
            [("format", FORMAT), ("analyzer", fingerprint), ("generation", 0), ("engine", "")],
        )


@contextmanager
def connection(folder: Path, mode: str = "rw") -> Iterator[sqlite3.Connection]:
    """A connection for as long as the block runs; see `connect`."""
    database = connect(folder, mode)
    try:
        yield database
    finally:
        database.close()


def connect(folder: Path, mode: str = "rw") -> sqlite3.Connection:
    """A connection to the database of an index.

    mode: rw, or rwc to make the file
    Raises IndexMissing, IndexDamaged, IndexUnwritable.
    """
    path = folder / DATABASE
    if mode != "rwc" and not path.is_file():
        raise IndexMissing(str(folder))
    with storage(folder):
        database = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            timeout=10,
            # One thread uses a connection at a time; another one may close it.
            check_same_thread=False,
        )
        database.execute("pragma journal_mode = wal")
        database.execute("pragma synchronous = full")
        database.execute(f"pragma cache_size = -{_CACHE}")
    return database


def check(folder: Path, database: sqlite3.Connection, fingerprint: str) -> None:
    """Raise IndexMissing, IndexTooNew, IndexTooOld, IndexForeign or IndexDamaged where it can't be used."""
    with storage(folder):
        if not database.execute("select count(*) from sqlite_master").fetchone()[0]:
            raise IndexMissing(str(folder))  # it is just being made, or that was cut short
        state = dict(database.execute("select name, value from state where name in ('format', 'analyzer')"))
    found = state.get("format")
    if not isinstance(found, int):
        raise IndexDamaged(str(folder), "its format isn't told")
    if found > FORMAT:
        raise IndexTooNew(str(folder), found, FORMAT)
    if found < FORMAT:
        raise IndexTooOld(str(folder), found, FORMAT)
    if state.get("analyzer") != fingerprint:
        raise IndexForeign(str(folder), str(state.get("analyzer")), fingerprint)


@contextmanager
def transaction(database: sqlite3.Connection, kind: str = "deferred") -> Iterator[None]:
    """All that the block does, or nothing of it."""
    database.execute(f"begin {kind}")
    try:
        yield
        database.execute("commit")
    finally:
        if database.in_transaction:
            database.execute("rollback")


@contextmanager
def storage(folder: Path) -> Iterator[None]:
    """Turn what the system and SQLite say of files into IndexUnwritable or IndexDamaged."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if (error.sqlite_errorcode & 0xFF) in _REFUSED:
            raise IndexUnwritable(str(folder), str(error)) from error
        raise IndexDamaged(str(folder), str(error)) from error
    except (sqlite3.DatabaseError, Incomplete, Damaged, UnicodeDecodeError) as error:
        # SQLite quotes what it can't read, and the quotation may be no text.
        raise IndexDamaged(str(folder), str(error)) from error
    except OSError as error:
        raise IndexUnwritable(str(folder), error.strerror or str(error)) from error
