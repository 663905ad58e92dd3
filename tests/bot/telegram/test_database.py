"""The bot's database: opened, brought to date, refused."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from typing import TYPE_CHECKING

import pytest

from bot.telegram.database import FILE, Database, DatabaseError
from bot.telegram.schema import STEPS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")}


async def test_what_was_written_is_there_after_it_was_opened_again(tmp_path: Path) -> None:
    with Database(tmp_path / "new" / "folder") as database:
        await database.run(lambda it: it.execute("insert into state values ('bot', 7)"))
    with Database(tmp_path / "new" / "folder") as database:
        assert database.run_now(lambda it: it.execute("select * from state").fetchall()) == [("bot", 7)]


async def test_no_cursor_leaves_the_thread_of_the_database_open(tmp_path: Path) -> None:
    """One that did reset the statement of the work at hand, about once in 30,000 updates."""
    with Database(tmp_path) as database:
        cursor = await database.run(lambda it: it.execute("select * from state"))
        with pytest.raises(sqlite3.ProgrammingError, match="closed cursor"):
            cursor.fetchone()


async def test_work_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def work(connection: sqlite3.Connection) -> None:
        connection.execute("insert into state values ('bot', 7)")
        raise ValueError("no")

    with Database(tmp_path) as database:
        with pytest.raises(ValueError, match="no"):
            await database.run(work)
        assert await database.run(lambda it: it.execute("select * from state").fetchall()) == []


async def test_what_comes_at_once_is_committed_together_and_what_fails_of_it_leaves_nothing(
    tmp_path: Path,
) -> None:
    commits = list[str]()
    started, go = threading.Event(), threading.Event()

    def slow(_: sqlite3.Connection) -> None:
        started.set()
        go.wait(20)

    def work(number: int) -> Callable[[sqlite3.Connection], int]:
        def insert(connection: sqlite3.Connection) -> int:
            connection.execute("insert into state values (?, 0)", [f"work {number}"])
            if number == 2:
                raise ValueError("no")
            return number

        return insert

    with Database(tmp_path) as database:
        database.run_now(lambda it: it.set_trace_callback(commits.append))
        first = asyncio.create_task(database.run(slow))
        await asyncio.to_thread(started.wait, 20)
        others = [asyncio.create_task(database.run(work(number))) for number in (1, 2, 3)]
        await asyncio.sleep(0.01)
        go.set()
        one, two, three = await asyncio.gather(*others, return_exceptions=True)
        await first
        assert (one, str(two), three) == (1, "no", 3)
        names = await database.run(lambda it: it.execute("select name from state").fetchall())
        assert names == [("work 1",), ("work 3",)]
    assert commits.count("commit") == 4, "of setting the trace, of the first, of all three, of looking"


async def test_a_full_disk_fails_all_that_was_to_be_committed_and_nothing_after_it(tmp_path: Path) -> None:
    def large(connection: sqlite3.Connection) -> None:
        connection.execute("insert into state values ('large', zeroblob(1000000))")

    def small(connection: sqlite3.Connection) -> None:
        connection.execute("insert or replace into state values ('small', 1)")

    with Database(tmp_path) as database:
        await database.run(lambda it: it.execute("pragma max_page_count = 100").fetchall())
        ended = await asyncio.gather(
            *(database.run(work) for work in (small, large, small)), return_exceptions=True
        )
        assert [type(each) for each in ended] == [sqlite3.OperationalError] * 3
        await database.run(small)


@pytest.mark.parametrize("version", range(len(STEPS)))
def test_a_database_of_any_older_version_is_brought_to_this_one(tmp_path: Path, version: int) -> None:
    old = sqlite3.connect(tmp_path / FILE)
    for step in STEPS[:version]:
        old.executescript(step)
    old.execute(f"pragma user_version = {version}")
    old.close()
    with Database(tmp_path) as database, Database(tmp_path / "new") as new:
        assert database.run_now(tables) == new.run_now(tables)


def test_a_newer_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    Database(tmp_path).close()
    newer = sqlite3.connect(tmp_path / FILE)
    newer.execute(f"pragma user_version = {len(STEPS) + 1}")
    newer.close()
    with pytest.raises(DatabaseError, match="made by a newer version of iqtibas"):
        Database(tmp_path)


def test_a_file_that_is_no_database_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("no database, but long enough to be looked at " * 40)
    with pytest.raises(DatabaseError, match="file is not a database; IQTIBAS_DATA names a folder"):
        Database(tmp_path)


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    Database(tmp_path).close()
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0
