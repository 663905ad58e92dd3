"""Whether all that an index holds is as it was put in: every document is checked and analysed again."""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter
from typing import TYPE_CHECKING

from retrieval.engines.tantivy import Damaged
from retrieval.index import documents, files, folders
from retrieval.index.analysis import analyse
from retrieval.index.arrays import Incomplete
from retrieval.index.database import connection, storage
from retrieval.index.keys import belongs, document_of
from retrieval.index.paragraphs import Rows
from retrieval.index.results import Verified
from retrieval.index.verify_engine import engine_problems
from retrieval.index.verify_terms import Recount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from retrieval.index.index import Index
    from retrieval.model import Document

_MOST_TOLD = 20
"""Problems of one kind that are told one by one."""
_DAMAGE = (sqlite3.Error, Incomplete, Damaged, OSError, ValueError, TypeError, LookupError, zlib.error)
"""What damaged data makes of the program that reads it."""


def verify(index: Index) -> Verified:
    """Look at all of an index; writers may go on meanwhile. Raises IndexDamaged where nothing can be read."""
    result = Verified()
    with storage(index.folder), connection(index.folder) as database:
        # Every check sees one commit. It ends with the connection: a damaged database may refuse even that.
        database.execute("begin")
        recount = Recount(index.folder, database)
        checks: tuple[Callable[[], Iterator[str]], ...] = (
            lambda: _database_problems(database),
            recount.start,
            lambda: _document_problems(index, database, recount, result),
            lambda: _file_problems(database),
            recount.problems,
            lambda: engine_problems(index.folder, database),
        )
        for check in checks:
            result.problems += _told(check())
    return result


def _told(found: Iterator[str]) -> list[str]:
    """The problems that a check finds, the first of them in full; that it can't go on is one of them."""
    problems: list[str] = []
    try:
        problems.extend(found)
    except _DAMAGE as error:
        problems.append(f"a check broke off: {type(error).__name__}: {error}")
    more = len(problems) - _MOST_TOLD
    return problems[:_MOST_TOLD] + ([f"… and {more} more of this kind"] if more > 0 else [])


def _database_problems(database: sqlite3.Connection) -> Iterator[str]:
    for (problem,) in database.execute("pragma integrity_check"):
        if problem != "ok":
            yield f"database: {problem}"


def _document_problems(
    index: Index, database: sqlite3.Connection, recount: Recount, result: Verified
) -> Iterator[str]:
    paths = [path for (path,) in database.execute("select path from documents order by path")]
    for path in paths:
        result.documents += 1
        try:
            document = documents.read(database, path)
        except (documents.Altered, zlib.error, UnicodeDecodeError, ValueError) as error:
            yield f"{path}: its text or source isn't what was put in ({error})"
            continue
        if document is None:
            yield f"{path}: it can't be found by its path"
            continue
        result.paragraphs += len(document.paragraphs)
        yield from _analysis_problems(index, database, document, recount)
    told = Counter(dict(database.execute("select name, value from state where typeof(value) = 'integer'")))
    for name, count in (("documents", result.documents), ("paragraphs", result.paragraphs)):
        if told[name] != count:
            yield f"{told[name]} {name} are told, {count} are there"
    numbers = {number for (number,) in database.execute("select id from documents")}
    if orphans := sum(
        document_of(key) not in numbers for (key,) in database.execute("select key from paragraphs")
    ):
        yield f"{orphans} paragraphs belong to no document"


def _analysis_problems(
    index: Index, database: sqlite3.Connection, document: Document, recount: Recount
) -> Iterator[str]:
    path, analysed = document.source.path, analyse(document, index.analyzer)
    rows = database.execute(
        "select words from documents "  # noqa: S608 - a condition
        f"join paragraphs on {belongs('key', 'id')} where path = ? order by key",
        [path],
    )
    title = recount.numbers(analysed.title)
    bodies = [recount.numbers(paragraph.words) for paragraph in analysed.paragraphs]
    for place, (row, words, paragraph) in enumerate(zip(rows, bodies, analysed.paragraphs, strict=True)):
        (stored,) = Rows(row)
        if [part.tolist() for part in stored] != [words, paragraph.sentences, title]:
            yield f"{path}: the words of its paragraph {place + 1}, or of its title, aren't those stored"
    recount.add(title, bodies)


def _file_problems(database: sqlite3.Connection) -> Iterator[str]:
    digests = dict(database.execute("select path, digest from files"))
    for path, file in files.read(database).items():
        if files.digest(file) != digests[path]:
            yield f"{path}: what is told of the file has changed"
    for place, name, digest in database.execute("select place, name, digest from folders"):
        if folders.digest(place, name) != digest:
            yield f"{place}: what is told of the folder has changed"
