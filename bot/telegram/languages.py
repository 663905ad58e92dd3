"""Which language each user is addressed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.texts import Language

if TYPE_CHECKING:
    from telegram import User

    from bot.telegram.database import Database


class Languages:
    """The language that a user chose by /language, else that of their Telegram, else the bot's.

    usual: for those whose own isn't among the bot's
    """

    def __init__(self, database: Database, usual: Language) -> None:
        self._database = database
        self._usual = usual
        # In memory, since every reply asks.
        rows = database.run_now(lambda it: it.execute("select user, language from languages").fetchall())
        self._chosen = {user: Language(language) for user, language in rows}

    def of(self, user: User | None) -> Language:
        """What `user` reads; None for an anonymous administrator."""
        if user is None:
            return self._usual
        if user.id in self._chosen:
            return self._chosen[user.id]
        spoken = (user.language_code or "").partition("-")[0].lower()
        return Language(spoken) if spoken in list(Language) else self._usual

    async def choose(self, user: int, language: Language) -> None:
        """Address `user` in `language` from now on."""
        await self._database.run(
            lambda it: it.execute("insert or replace into languages values (?, ?)", (user, language.value))
        )
        self._chosen[user] = language

    def forget(self, user: int) -> None:
        """Leave `user` to their Telegram's language again; the database is another's part."""
        self._chosen.pop(user, None)
