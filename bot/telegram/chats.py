"""What became of chats: those that can't be written to, and groups that became supergroups."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from sqlite3 import Connection

    from telegram import Message

    from bot.telegram.database import Database


class Chats:
    """The chats of a database, by id.

    moved: what is to be done in the database for each concern that keeps a group's id, (connection, old, new)
    """

    def __init__(
        self, database: Database, moved: Sequence[Callable[[Connection, int, int], None]] = ()
    ) -> None:
        self._database = database
        self._moved = tuple(moved)
        rows = database.run_now(
            lambda it: it.execute("select chat, inactive, successor from chats").fetchall()
        )
        self._inactive: set[int] = {chat for chat, inactive, _ in rows if inactive}
        self._successors: dict[int, int] = {chat: successor for chat, _, successor in rows if successor}

    def is_inactive(self, chat: int) -> bool:
        """Whether Telegram refused to write there, and nobody wrote from there since."""
        return chat in self._inactive

    def successor(self, chat: int) -> int:
        """The supergroup that a group became; else the chat itself."""
        return self._successors.get(chat, chat)

    async def refused(self, chat: int, reason: str) -> None:
        """Say that nothing can be sent there any more: the bot was blocked, or thrown out."""
        self._inactive.add(chat)
        await self._database.run(
            lambda it: it.execute(
                "insert into chats (chat, inactive) values (?, ?)"
                " on conflict (chat) do update set inactive = excluded.inactive",
                (chat, reason),
            )
        )

    async def look_at(self, message: Message | None) -> None:
        """Learn from a message that came: that its chat can be written to, or that it has a successor."""
        if message is None:
            return
        await self._wrote(message.chat.id)
        if message.migrate_to_chat_id:
            await self.migrated(message.chat.id, message.migrate_to_chat_id)

    async def _wrote(self, chat: int) -> None:
        """Say that somebody wrote from there, so that an answer is worth a try."""
        if chat in self._inactive:
            self._inactive.discard(chat)
            await self._database.run(
                lambda it: it.execute("update chats set inactive = null where chat = ?", (chat,))
            )

    async def migrated(self, old: int, new: int) -> None:
        """Say that a group is a supergroup now, and put the new id wherever the old one is kept."""

        def work(connection: Connection) -> None:
            connection.execute(
                "insert into chats (chat, successor) values (?, ?)"
                " on conflict (chat) do update set successor = excluded.successor",
                (old, new),
            )
            for each in self._moved:
                each(connection, old, new)

        self._successors[old] = new
        await self._database.run(work)
