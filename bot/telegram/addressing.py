"""Which messages are for the bot, and what they ask of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import MessageEntity
from telegram.constants import ChatType

from bot.telegram.commands import ARABIC, Command

if TYPE_CHECKING:
    from telegram import Message, User

_COMMAND = re.compile(r"/(?P<name>\w+)(?:@(?P<bot>\w+))?(?:\s+(?P<words>.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Request:
    """A command by its name, known or not, and the words that follow it.

    words: empty where nothing follows, or where the message is a picture, a voice message, …
    """

    command: str
    words: str


def read(message: Message, me: User) -> Request | None:
    """What `message` asks of the bot `me`; None where the bot is to keep silent.

    In a group these are for the bot: a mention, a reply to one of its messages, /ask, and a command with
    its name. Nobody's question are messages of other bots, or sent through them, and channel posts.
    """
    if not _from_a_person(message):
        return None
    text, mentioned = _without_mentions(message, me)
    private = message.chat.type == ChatType.PRIVATE
    addressed = private or mentioned or _replies_to(message, me)
    if not text and not mentioned:
        return Request(Command.ASK, "") if private and message.effective_attachment else None
    command = _COMMAND.fullmatch(text)
    if command is None:
        return Request(Command.ASK, text) if addressed else None
    name = ARABIC.get(command["name"], command["name"].lower())
    if command["bot"] and not _names(command["bot"], me):
        return None
    if not (addressed or command["bot"] or name == Command.ASK):
        return None
    return Request(name, command["words"] or "")


def words(message: Message, me: User) -> str:
    """The question in `message`, without a command before it and without mentions of the bot `me`."""
    text, _ = _without_mentions(message, me)
    command = _COMMAND.fullmatch(text)
    return (command["words"] or "") if command else text


def asker(message: Message) -> int | None:
    """Who asked, by id; None for an anonymous administrator and for who writes as a channel."""
    if message.sender_chat is not None or message.from_user is None:
        return None
    return message.from_user.id


def replied(message: Message, me: User) -> int | None:
    """The message of the bot `me` that `message` replies to, by number."""
    to = message.reply_to_message
    # Each message of a topic replies to the topic's creation, which may be the bot's.
    if to is None or to.forum_topic_created is not None:
        return None
    return to.message_id if to.from_user is not None and to.from_user.id == me.id else None


def topic(message: Message) -> int | None:
    """The topic of its group in which `message` stands, by number."""
    # Replies have threads outside of topics too.
    return message.message_thread_id if message.is_topic_message else None


def _from_a_person(message: Message) -> bool:
    if message.via_bot is not None or message.is_automatic_forward:
        return False
    return asker(message) is None or not (message.from_user and message.from_user.is_bot)


def _replies_to(message: Message, me: User) -> bool:
    return replied(message, me) is not None


def _without_mentions(message: Message, me: User) -> tuple[str, bool]:
    text = message.text or message.caption or ""
    kinds: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]
    entities = message.parse_entities(kinds) if message.text else message.parse_caption_entities(kinds)
    mentions = [
        name
        for entity, name in entities.items()
        if _names(name.removeprefix("@"), me) or (entity.user is not None and entity.user.id == me.id)
    ]
    for name in mentions:
        text = text.replace(name, " ", 1)
    return text.strip(), bool(mentions)


def _names(name: str, me: User) -> bool:
    return name.lower() == (me.username or "").lower()
