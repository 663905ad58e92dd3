"""Links that let one person in each, and whom they have let in."""

from __future__ import annotations

import hashlib
import secrets
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from bot.telegram.database import Database

PREFIX = "i_"
"""What the payload of an invitation's deep link begins with."""
DAYS = 7
"""For so many days an invitation can be taken up."""


class Invitations:
    """Makes invitations and takes them up.

    guests: the numbers of those who took one up, in memory too, since each question asks for them
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        rows = database.run_now(lambda it: it.execute("select user from guests").fetchall())
        self.guests = {user for (user,) in rows}

    async def invite(self, admin: int) -> str:
        """The payload of a link that lets one person in. The database keeps its digest only."""
        payload = PREFIX + secrets.token_urlsafe(24)
        expires = int(time.time()) + DAYS * 86400
        await self._database.run(
            lambda it: it.execute(
                "insert into invitations values (?, ?, ?)", (_digest(payload), admin, expires)
            )
        )
        return payload

    async def take_up(self, payload: str, user: int) -> bool:
        """Let `user` in; False if the invitation is used up, too old or none. A guest doesn't use it up."""
        if user in self.guests:
            return True

        def work(database: sqlite3.Connection) -> bool:
            used = database.execute(
                "delete from invitations where digest = ? and expires > ? returning admin",
                (_digest(payload), int(time.time())),
            ).fetchone()
            if used:
                database.execute(
                    "insert or replace into guests values (?, ?, ?)", (user, used[0], int(time.time()))
                )
            return used is not None

        let_in = await self._database.run(work)
        if let_in:
            self.guests.add(user)
        return let_in

    async def withdraw(self, user: int) -> bool:
        """Let `user` in no longer; False if they weren't a guest."""
        known = user in self.guests
        await self._database.run(lambda it: it.execute("delete from guests where user = ?", [user]))
        self.forget(user)
        return known

    def forget(self, user: int) -> None:
        """The same in memory; the database is another's part."""
        self.guests.discard(user)


def _digest(payload: str) -> bytes:
    return hashlib.sha256(payload.encode("utf-8", "surrogatepass")).digest()
