"""A pressed button -> what it is to do, if it is genuine, still valid, and whoever pressed it may."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from telegram import Message

from bot.telegram import personal
from bot.telegram.access.visitor import Visitor
from bot.telegram.addressing import asker, words
from bot.telegram.asking.question import Question
from bot.telegram.incoming import Pressed
from bot.telegram.owning import admin

if TYPE_CHECKING:
    from telegram import CallbackQuery, User

    from bot.telegram.access.access import Access
    from bot.telegram.access.door import Door
    from bot.telegram.asking.buttons import Buttons
    from bot.telegram.asking.record import Record
    from bot.telegram.languages import Languages

OF_ADMINS = frozenset(admin.Act)
PERSONAL = frozenset(personal.Act)


class Refusal(Exception):
    """A press that isn't honoured; `message` is the id of a text that says why, or empty."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Pressing:
    """Reads presses."""

    def __init__(
        self, door: Door, access: Access, buttons: Buttons, languages: Languages, record: Record
    ) -> None:
        self._door = door
        self._access = access
        self._buttons = buttons
        self._languages = languages
        self._record = record

    async def read(self, query: CallbackQuery, me: User) -> Pressed:
        """What a press is to do; `me` is the bot. Raises Refusal."""
        message, user, data = query.message, query.from_user, query.data or ""
        if not isinstance(message, Message):
            # Too old for Telegram to show.
            raise Refusal("expired")
        visitor, act = Visitor.of(user.id, message.chat), self._buttons.act(data)
        problem = self._door.problem(visitor, free=act in PERSONAL)
        if problem is not None:
            raise Refusal(problem)
        question = self._question(message, act, visitor, me)
        action = self._buttons.action(data, question, message.date)
        if action is None and message.reply_to_message is not None:
            # Two kinds of buttons stand under a follow-up: the code tells for which reading this was made.
            asked = message.reply_to_message.message_id
            understood = await self._record.understood(question.chat, asked)
            question = replace(question, understood=understood)
            action = self._buttons.action(data, question, message.date)
        if action is None or (act in OF_ADMINS and not self._access.commands(visitor)):
            raise Refusal("expired")
        return Pressed(query, message, visitor, self._languages.of(user), question, act, action[1:])

    @staticmethod
    def _question(message: Message, act: str, visitor: Visitor, me: User) -> Question:
        """What the button was made for: the question that its message replies to, or whoever pressed it."""
        if act in OF_ADMINS | PERSONAL:
            return Question("", message.chat.id, visitor.user)
        asked = message.reply_to_message
        if asked is None:
            raise Refusal("expired")
        if asker(asked) not in {None, visitor.user}:
            raise Refusal("button-of-another")
        return Question(words(asked, me), message.chat.id, asker(asked))
