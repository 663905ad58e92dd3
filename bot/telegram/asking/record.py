"""What is kept of questions: for editing the replies to them, and for the owner's statistics."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.visible import visible_line

if TYPE_CHECKING:
    import sqlite3

    from bot.telegram.asking.question import Question
    from bot.telegram.database import Database

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that the bot has dealt with.

    message: of the chat, the one that asks; reply: the one that answers
    """

    question: Question
    message: int
    reply: int | None
    answered: bool


class Record:
    """The questions asked, and what people thought of the answers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, asked: Asked) -> None:
        """Keep a question, in place of what its message asked before."""
        question = asked.question
        words = visible_line(question.words)
        row = (
            question.chat,
            asked.message,
            question.asker,
            asked.reply,
            words,
            folded(words),
            asked.answered,
            int(time.time()),
        )
        await self._database.run(
            lambda it: it.execute("insert or replace into questions values (?, ?, ?, ?, ?, ?, ?, ?)", row)
        )

    async def reply_to(self, chat: int, message: int) -> int | None:
        """The bot's message that answers a question."""
        found = await self._database.run(
            lambda it: it.execute(
                "select reply from questions where chat = ? and message = ?", (chat, message)
            ).fetchone()
        )
        return found[0] if found else None

    async def judge(self, question: Question, message: int, user: int, *, good: bool) -> None:
        """Keep what `user` thinks of an answer, in place of what they thought before.

        message: the bot's, which answers
        """
        row = (question.chat, message, user, visible_line(question.words), good, int(time.time()))
        await self._database.run(
            lambda it: it.execute("insert or replace into feedback values (?, ?, ?, ?, ?, ?)", row)
        )


def moved(database: sqlite3.Connection, old: int, new: int) -> None:
    """A group became a supergroup of another number, in which messages are numbered anew."""
    database.execute("update or replace questions set chat = ?, reply = null where chat = ?", (new, old))
    database.execute("update or replace feedback set chat = ? where chat = ?", (new, old))


def folded(question: str) -> str:
    """What questions of the same words have in common.

    >>> folded("كم استمر  الاجتماع؟") == folded("كم استمر الاجتماع")
    True
    """
    return " ".join(_WORD.findall(question.casefold()))
