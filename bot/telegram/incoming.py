"""What comes in for the bot, with what its handling needs to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from telegram import CallbackQuery, Message

    from bot.telegram.access.visitor import Visitor
    from bot.telegram.asking.question import Question
    from bot.texts import Language


@dataclass(frozen=True, slots=True)
class Incoming:
    """What somebody wrote.

    language: in which they are answered
    words: the question, or what follows a command
    """

    message: Message
    visitor: Visitor
    language: Language
    words: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button that somebody pressed, found to be genuine and theirs.

    message: the one with the button; question: what the button was made for
    act: what it is to do; rest: and on what
    """

    query: CallbackQuery
    message: Message
    visitor: Visitor
    language: Language
    question: Question
    act: str
    rest: str
