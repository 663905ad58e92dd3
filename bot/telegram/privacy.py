"""What the bot knows of people: kept for a set time, and forgotten at their word.

docs/privacy.md tells of every table; a test holds the two together.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bot.telegram import inbox

if TYPE_CHECKING:
    import sqlite3

    from bot.telegram.access.invitations import Invitations
    from bot.telegram.database import Database
    from bot.telegram.languages import Languages

_OF_A_USER = ("questions", "feedback", "languages", "guests")
"""Tables with a row of a user's."""


class Privacy:
    """Forgets.

    languages, invitations: what they hold in memory goes too
    kept_days: for so long questions and opinions are kept
    """

    def __init__(
        self, database: Database, languages: Languages, invitations: Invitations, kept_days: int
    ) -> None:
        self.kept_days = kept_days
        self._database = database
        self._languages = languages
        self._invitations = invitations

    async def forget(self, user: int) -> None:
        """Delete all that is stored of `user`: they are a stranger from now on."""

        def work(database: sqlite3.Connection) -> None:
            for table in _OF_A_USER:
                database.execute(f"delete from {table} where user = ?", [user])  # noqa: S608 - its name
            inbox.forget(database, user)

        await self._database.run(work)
        self._languages.forget(user)
        self._invitations.forget(user)

    async def expire(self) -> None:
        """Delete what is older than it may be. To be called from time to time."""
        now = int(time.time())
        oldest = now - self.kept_days * 86400

        def work(database: sqlite3.Connection) -> None:
            database.execute("delete from questions where at < ?", [oldest])
            database.execute("delete from feedback where at < ?", [oldest])
            database.execute("delete from uploads where at < ?", [oldest])
            database.execute("delete from invitations where expires < ?", [now])

        await self._database.run(work)
