"""Links that let one person in."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import TYPE_CHECKING

import pytest

from bot.telegram.access.invitations import DAYS, Invitations
from bot.telegram.database import FILE, Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ADMIN, LAYLA, SAMI = 1, 7, 8


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path) as opened:
        yield opened


def stored(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def test_a_link_lets_one_person_in_and_is_used_up(database: Database) -> None:
    invitations = Invitations(database)
    payload = await invitations.invite(ADMIN)
    assert await invitations.take_up(payload, LAYLA)
    assert not await invitations.take_up(payload, SAMI)
    assert Invitations(database).guests == {LAYLA}


async def test_of_many_who_take_it_up_at_once_one_gets_in(database: Database) -> None:
    invitations = Invitations(database)
    payload = await invitations.invite(ADMIN)
    assert sum(await asyncio.gather(*(invitations.take_up(payload, user) for user in range(100, 120)))) == 1


async def test_who_is_in_doesnt_use_it_up(database: Database) -> None:
    invitations = Invitations(database)
    first, second = await invitations.invite(ADMIN), await invitations.invite(ADMIN)
    assert await invitations.take_up(first, LAYLA)
    assert await invitations.take_up(second, LAYLA)
    assert await invitations.take_up(second, SAMI)


async def test_an_old_link_lets_nobody_in(database: Database, tmp_path: Path) -> None:
    invitations = Invitations(database)
    payload = await invitations.invite(ADMIN)
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("update invitations set expires = expires - ?", [DAYS * 86400 + 1])
    connection.close()
    assert not await invitations.take_up(payload, LAYLA)


@pytest.mark.parametrize("payload", ["i_", "i_x", "i_\ud83d", "i_' or 1=1 --"])
async def test_a_link_that_nobody_made_lets_nobody_in(database: Database, payload: str) -> None:
    invitations = Invitations(database)
    await invitations.invite(ADMIN)
    assert not await invitations.take_up(payload, LAYLA)


async def test_who_was_let_in_can_be_shown_out(database: Database) -> None:
    invitations = Invitations(database)
    await invitations.take_up(await invitations.invite(ADMIN), LAYLA)
    assert await invitations.withdraw(LAYLA)
    assert not await invitations.withdraw(LAYLA)
    assert Invitations(database).guests == set()


async def test_the_database_doesnt_hold_what_lets_somebody_in(database: Database, tmp_path: Path) -> None:
    payload = await Invitations(database).invite(ADMIN)
    assert payload.encode() not in stored(tmp_path)
