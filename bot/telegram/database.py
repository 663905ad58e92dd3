"""The bot's database: one SQLite file, and one connection to it, in a thread of its own."""

from __future__ import annotations

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self, TypeAlias, TypeVar

from bot.telegram.schema import STEPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_Result = TypeVar("_Result")
_Work: TypeAlias = "Callable[[sqlite3.Connection], Any]"
_Job: TypeAlias = "tuple[_Work, asyncio.Future[Any]]"

FILE = "telegram.sqlite"
_PATIENCE = 10
"""Seconds to wait for another program that reads or repairs the file by hand."""


class DatabaseError(Exception):
    """The bot's database can't be used; the message says why and what to do."""


class Database:
    """The database in a folder, which is made if need be. Give it back by `close`.

    Raises DatabaseError: it can't be opened, or a newer version of the program made it.

    >>> database = Database(Path("data"))  # doctest: +SKIP
    >>> await database.run(lambda it: it.execute("select * from state").fetchall())  # doctest: +SKIP
    [('bot', 123456)]
    """

    def __init__(self, folder: Path) -> None:
        self._connection = connect(folder)
        # One thread: work waits for its turn without holding up the event loop.
        self._thread = ThreadPoolExecutor(1, "database")
        self._due: list[_Job] = []
        self._committing: asyncio.Task[None] | None = None

    async def run(self, work: Callable[[sqlite3.Connection], _Result]) -> _Result:
        """What `work` returns; all that it changes is on the disk by then, or nothing is if it raises.

        What comes while the disk is written to is committed together: the disk takes as long for one as for
        many (https://www.sqlite.org/faq.html#q19).
        """
        loop = asyncio.get_running_loop()
        done: asyncio.Future[_Result] = loop.create_future()
        self._due.append((work, done))
        if self._committing is None:
            self._committing = loop.create_task(self._commit())
        return await done

    def run_now(self, work: Callable[[sqlite3.Connection], _Result]) -> _Result:
        """The same where there is no event loop, as on the command line; not while `run` is under way."""
        with transaction(self._connection):
            return _result(work, self._connection)

    def close(self) -> None:
        """Finish the work at hand and let go of the file."""
        self._thread.shutdown()
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    async def _commit(self) -> None:
        """Do what is due, until nothing is."""
        try:
            while self._due:
                jobs, self._due = self._due, []
                loop = asyncio.get_running_loop()
                results = await loop.run_in_executor(self._thread, self._together, [work for work, _ in jobs])
                for (_, done), (result, error) in zip(jobs, results, strict=True):
                    if done.done():  # since whoever asked for it was cancelled
                        continue
                    if error is None:
                        done.set_result(result)
                    else:
                        done.set_exception(error)
        finally:
            self._committing = None

    def _together(self, works: list[_Work]) -> list[tuple[Any, Exception | None]]:
        """What comes of each in one transaction, a result or an exception."""
        try:
            with transaction(self._connection):
                return [_apart(work, self._connection) for work in works]
        except Exception as error:  # noqa: BLE001  whatever it is, who waits is to know
            return [(None, error)] * len(works)


def connect(folder: Path) -> sqlite3.Connection:
    """A connection to the database in `folder`, brought to this program's version. Raises DatabaseError."""
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            path,
            isolation_level=None,
            timeout=_PATIENCE,
            # The thread that uses it isn't the one that opened it.
            check_same_thread=False,
        )
        # Questions are private: nobody else on the machine reads them.
        path.chmod(0o600)
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = full")
        connection.execute("pragma foreign_keys = on")
        # What is deleted, as by /forget, doesn't stay readable in free pages.
        connection.execute("pragma secure_delete = on")
        _migrate(connection, path)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseError(
            f"{path} can't be used: {error}; IQTIBAS_DATA names a folder that may be written"
        ) from error
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that the block does, or nothing of it."""
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    finally:
        if connection.in_transaction:
            connection.execute("rollback")


def _apart(work: _Work, connection: sqlite3.Connection) -> tuple[Any, Exception | None]:
    """What comes of work of which nothing is left if it fails, but all that the transaction did before."""
    connection.execute("savepoint work")
    try:
        result = _result(work, connection)
    except Exception as error:  # its caller's
        if not connection.in_transaction:
            # As where the disk is full: what was done before is undone as well.
            raise
        connection.execute("rollback to work")
        return None, error
    finally:
        if connection.in_transaction:
            connection.execute("release work")
    return result, None


def _result(work: Callable[[sqlite3.Connection], _Result], connection: sqlite3.Connection) -> _Result:
    result = work(connection)
    if isinstance(result, sqlite3.Cursor):
        # It holds a statement that is used again: another thread, letting go of it, would reset that.
        result.close()
    return result


def claim(database: Database, bot: int) -> None:
    """Make the database that of a bot, by the bot's id; update_ids of two bots would be mixed up.

    Raises DatabaseError where it is another's.
    """

    def work(connection: sqlite3.Connection) -> int:
        connection.execute("insert or ignore into state values ('bot', ?)", (bot,))
        owner: int = connection.execute("select value from state where name = 'bot'").fetchone()[0]
        return owner

    if (owner := database.run_now(work)) != bot:
        raise DatabaseError(
            f"the database belongs to the bot {owner}; give this one another folder by IQTIBAS_DATA"
        )


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    with transaction(connection):
        (version,) = connection.execute("pragma user_version").fetchone()
        if version > len(STEPS):
            raise DatabaseError(
                f"{path} was made by a newer version of iqtibas ({version}, this one knows {len(STEPS)}); "
                "start that one, or name another folder by IQTIBAS_DATA"
            )
        for step in STEPS[version:]:
            for statement in step.split(";\n"):
                connection.execute(statement)
        connection.execute(f"pragma user_version = {len(STEPS)}")
