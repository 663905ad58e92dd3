"""The durable inbox: an update is on the disk before Telegram is told that it came, until it was handled.

    waiting ─▶ done       handled, and the reply accepted
            ─▶ failed     unreadable, or an error: what it said is kept for a week, for whoever looks into it
            ─▶ refused    its chat had too many waiting already, or its writer was told to slow down

What an update said is deleted once it is done; that it came is remembered for two days, in which Telegram may
send it again. While a message is on its way to Telegram its update waits; once Telegram has taken it that is
written down, so that after a kill only what hadn't been sent is sent.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
import time
from collections import deque
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from bot.telegram.received import Received

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

    from bot.telegram.database import Database

_log = logging.getLogger(__name__)

_SOON = 0.5
"""Seconds until what ended is written down, if nothing else is written before."""
_HOUR = 3600.0
_KEPT = {"done": 48 * _HOUR, "refused": 48 * _HOUR, "failed": 7 * 24 * _HOUR}
_BEGINNINGS = 25
"""An update at hand in so many starts is what ends the program, since most of them are handled alone."""


class State(StrEnum):
    """What became of an update."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    REFUSED = "refused"


class Inbox:
    """The inbox in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # What ended is written with whatever is written next: lost by a kill, it ends once more.
        self._ended: deque[tuple[int, State, str | None]] = deque()

    async def store(self, updates: Sequence[Received]) -> list[Received]:
        """Put updates on the disk; returns those that weren't there."""

        def work(connection: Connection) -> list[Received]:
            self._write_ended(connection)
            return [each for each in updates if _insert(connection, each)]

        return await self._database.run(work)

    async def waiting(self) -> list[Received]:
        """What the last run left, in order; what ended it several times is given up."""

        def work(connection: Connection) -> list[Received]:
            connection.execute(
                "update inbox set state = ?, reason = ? where state = ? and begun >= ?",
                (State.FAILED, "the program ended each time that it was handled", State.WAITING, _BEGINNINGS),
            )
            return [_again(connection, row) for row in connection.execute(_WAITING).fetchall()]

        return await self._database.run(work)

    async def begin(self, update: Received) -> None:
        """Say that an update of the last run is about to be handled."""
        await self._database.run(
            lambda connection: connection.execute(
                "update inbox set begun = begun + 1 where update_id = ?", (update.number,)
            )
        )

    async def accepted(self, update: Received, result: Any) -> None:
        """Say that Telegram took a message that answers an update; `result` is what it said."""
        row = update.number, update.keep(result), json.dumps(result)

        def work(connection: Connection) -> None:
            connection.execute("insert or replace into sent values (?, ?, ?)", row)
            self._write_ended(connection)

        await self._database.run(work)

    def end(self, update: Received, state: State, reason: str | None = None) -> None:
        """Say what became of an update; it is written down soon."""
        self._ended.append((update.number, state, reason))

    async def write(self) -> None:
        """Write down what ended."""
        if self._ended:
            await self._database.run(self._write_ended)

    async def forget_old(self) -> None:
        """Delete what was kept long enough."""
        await self._database.run(_forget_old)

    async def keep_up(self) -> None:
        """Write down what ended, every now and then, until cancelled."""
        while True:
            try:
                await self.write()
            except sqlite3.Error as error:
                _log.error("the inbox can't be written: %s", error)
            await asyncio.sleep(_SOON)

    def _write_ended(self, connection: Connection) -> None:
        while self._ended:
            number, state, reason = self._ended.popleft()
            connection.execute(
                "update inbox set state = ?, reason = ?, at = ?, body = iif(? = 'failed', body, null)"
                " where update_id = ?",
                (state, reason, time.time(), state, number),
            )
            connection.execute("delete from sent where update_id = ?", (number,))


def forget(connection: Connection, chat: int) -> None:
    """Delete what the updates of a chat said, those aside that are still to be handled."""
    connection.execute(
        "update inbox set body = null, reason = null where chat = ? and state != ?", (chat, State.WAITING)
    )


_WAITING = "select update_id, body, at, begun from inbox where state = 'waiting' order by update_id"


def _insert(connection: Connection, update: Received) -> bool:
    row = (update.number, update.chat, State.WAITING, update.at, update.body)
    inserted = connection.execute("insert or ignore into inbox values (?, ?, ?, 0, ?, ?, null)", row)
    return bool(inserted.rowcount)


def _again(connection: Connection, row: tuple[int, str, float, int]) -> Received:
    number, body, at, begun = row
    update = Received.of(json.loads(body))
    update.at, update.again, update.begun = at, True, begun
    results = connection.execute("select result from sent where update_id = ? order by number", (number,))
    update.sent = [json.loads(result) for (result,) in results]
    return update


def _forget_old(connection: Connection) -> None:
    for state, seconds in _KEPT.items():
        connection.execute("delete from inbox where state = ? and at < ?", (state, time.time() - seconds))
