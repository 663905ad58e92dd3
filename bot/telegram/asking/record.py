"""What is kept of questions: for editing the replies, for questions that lean on them, and for statistics."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.telegram.addressing import asker, topic
from bot.visible import visible_line

if TYPE_CHECKING:
    import sqlite3

    from telegram import Message

    from bot.telegram.asking.question import Question
    from bot.telegram.database import Database

_WORD = re.compile(r"\w+")
_FRESH = 3600
"""Seconds after which nobody means their last question any more."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that the bot has dealt with.

    message: of the chat, the one that asks; reply: the one that answers
    topic: of the chat, in which both stand
    """

    question: Question
    message: int
    reply: int | None
    answered: bool
    topic: int | None = None


@dataclass(frozen=True, slots=True)
class Last:
    """The question that somebody asked last.

    text: as it was understood; written: as it was written, None where that is the same
    message: the one that asks; reply: the one that answers
    """

    text: str
    written: str | None
    message: int
    reply: int


class Record:
    """The questions asked, and what people thought of the answers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, asked: Asked) -> None:
        """Keep a question, in place of what its message asked before."""
        question = asked.question
        words = visible_line(question.searched)
        row = (
            question.chat,
            asked.message,
            question.asker,
            asked.reply,
            words,
            folded(words),
            asked.answered,
            int(time.time()),
            visible_line(question.words) if question.understood else None,
            asked.topic,
        )
        await self._database.run(
            lambda it: it.execute(
                "insert or replace into questions values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row
            )
        )

    async def reply_to(self, chat: int, message: int) -> int | None:
        """The bot's message that answers a question."""
        found = await self._database.run(
            lambda it: it.execute(
                "select reply from questions where chat = ? and message = ?", (chat, message)
            ).fetchone()
        )
        return found[0] if found else None

    async def understood(self, chat: int, message: int) -> str | None:
        """A follow-up as it was understood; None where its message asks what stands by itself."""
        found = await self._database.run(
            lambda it: it.execute(
                "select text from questions where chat = ? and message = ? and written is not null",
                (chat, message),
            ).fetchone()
        )
        return found[0] if found else None

    async def answered_by(self, chat: int, reply: int) -> str | None:
        """The question, as it was understood, that a message of the bot's answers."""
        found = await self._database.run(
            lambda it: it.execute(
                "select text from questions where chat = ? and reply = ?", (chat, reply)
            ).fetchone()
        )
        return found[0] if found else None

    async def last(self, message: Message) -> Last | None:
        """What the sender of `message` asked last before it in the same chat and topic, unless long ago."""
        chat, user, number = message.chat.id, asker(message), message.message_id
        since = int(message.date.timestamp()) - _FRESH
        found = await self._database.run(
            lambda it: it.execute(
                "select text, written, message, reply from questions where chat = ? and user = ? "
                "and topic is ? and message < ? and reply is not null and at >= ? "
                "order by message desc limit 1",
                (chat, user, topic(message), number, since),
            ).fetchone()
        )
        return Last(*found) if found else None

    async def judge(self, question: Question, message: int, user: int, *, good: bool) -> None:
        """Keep what `user` thinks of an answer, in place of what they thought before.

        message: the bot's, which answers
        """
        row = (question.chat, message, user, visible_line(question.searched), good, int(time.time()))
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
