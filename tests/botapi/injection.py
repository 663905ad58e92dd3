"""Updates as a test writes them -> updates as Telegram sends them.

Only what is missing is filled in, so that broken and odd updates stay as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from aiogram.types import Update
from pydantic import ValidationError

from tests.botapi.entity import Entity, utf16_length
from tests.botapi.state import BotState, now

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.botapi.json_types import Json

_MESSAGES = ("message", "edited_message", "channel_post", "edited_channel_post")
_QUERIES = ("inline_query", "callback_query", "shipping_query", "pre_checkout_query")
_DATED = ("my_chat_member", "chat_member", "chat_join_request")

# tdlib's rule: a slash behind no word, and no slash or angle bracket beside it.
_COMMAND = re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>])")


def inject(bot: BotState, update: Json) -> Json | None:
    """Fill in `update` and queue it for `bot`; its chats and topics exist from now on, its messages if it is sound.

    Returns the update as queued; None if it is of a type that the bot didn't ask for.
    Raises ValueError for an update_id that isn't behind those that wait.
    """
    completed = {"update_id": bot.updates.next_id, **update}
    for name, value in update.items():
        if isinstance(value, dict):
            completed[name] = _completed(bot, name, value)
    is_queued = bot.updates.push(completed)
    # Telegram gives no bot its own oddities back, in the chat of what it sent or in the message replied to.
    is_sound = _is_sound(completed)
    for chat in _chats(completed):
        bot.chats[chat["id"]] = {"type": _chat_type(chat["id"]), **(chat if is_sound else {"id": chat["id"]})}
    bot.topics.update(_topics(completed))
    for name in _MESSAGES:
        if is_sound and completed.get(name):
            bot.keep(completed[name])
    return completed if is_queued else None


def chat_of(update: Json) -> int | None:
    """The id of the first chat in an update."""
    return next((chat["id"] for chat in _chats(update)), None)


def _completed(bot: BotState, name: str, value: Json) -> Json:
    if name in _MESSAGES:
        message = _message(bot, value)
        if name.startswith("edited_"):
            message.setdefault("edit_date", now())
        return message
    if name in _QUERIES:
        value = {"id": f"{bot.id}{bot.updates.next_id}", **value}
    if name == "callback_query":
        return _callback_query(bot, value)
    if name == "inline_query":
        bot.inline_queries.add(str(value["id"]))
        return {"query": "", "offset": "", **value}
    return {"date": now(), **value} if name in _DATED else value


def _message(bot: BotState, value: Json) -> Json:
    message = {"message_id": bot.new_message_id(), "date": now(), **_with_chat(value)}
    text = message.get("text")
    if isinstance(text, str) and "entities" not in message and (entities := _commands(text)):
        message["entities"] = entities
    return message


def _with_chat(value: Json) -> Json:
    """A chat from a user and a user from a private chat, and their required fields."""
    user, chat = value.get("from"), value.get("chat")
    if "chat" not in value and isinstance(user, dict):
        chat = {name: user[name] for name in ("id", "first_name", "username") if name in user}
    if isinstance(chat, dict) and isinstance(chat.get("id"), int):
        chat = {"type": _chat_type(chat["id"]), **chat}
        if "from" not in value and chat["type"] == "private":
            user = {"id": chat["id"], "first_name": chat.get("first_name", "")}
    if isinstance(user, dict):
        user = {"is_bot": False, "first_name": "", **user}
    return {**value, **({"from": user} if user else {}), **({"chat": chat} if chat else {})}


def _chat_type(chat_id: int) -> str:
    if chat_id > 0:
        return "private"
    return "supergroup" if chat_id < -1_000_000_000_000 else "group"


def _commands(text: str) -> list[Json]:
    found = _COMMAND.finditer(text)
    spans = [(utf16_length(text[: command.start()]), utf16_length(command[0])) for command in found]
    return [Entity("bot_command", offset, length).to_json() for offset, length in spans]


def _callback_query(bot: BotState, value: Json) -> Json:
    """A press on a button: the message as it stands now, and the query open for an answer."""
    query = {"chat_instance": str(bot.id), **value}
    bot.callback_queries.add(str(query["id"]))
    pressed = _object(query.get("message"))
    chat_id = _object(pressed.get("chat", query.get("from"))).get("id")
    message_id = pressed.get("message_id")
    if not isinstance(chat_id, int) or not isinstance(message_id, int):
        return query
    stored = bot.messages.get((chat_id, message_id))
    if stored is None:
        return query
    user = {"id": chat_id, "is_bot": False, "first_name": ""}
    return {**query, "message": _current(bot, stored), "from": {**user, **_object(query.get("from"))}}


def _current(bot: BotState, message: Json) -> Json:
    """A message with what it replies to as that stands now, edited since perhaps."""
    replied = message.get("reply_to_message")
    found = replied and bot.messages.get((message["chat"]["id"], replied["message_id"]))
    if not found:
        return message
    return {
        **message,
        "reply_to_message": {name: found[name] for name in found if name != "reply_to_message"},
    }


def _object(value: Any) -> Json:
    return value if isinstance(value, dict) else {}


def _is_sound(update: Json) -> bool:
    """Whether it is as Telegram sends them: of the right types, with dates and numbers of messages of 32 bits."""
    try:
        Update.model_validate(update)
    except ValidationError:
        return False
    numbers = (each[name] for each in _objects(update) for name in ("date", "message_id") if name in each)
    return all(isinstance(number, int) and 0 <= number < 2**31 for number in numbers)


def _chats(update: Json) -> Iterator[Json]:
    """All chats in an update."""
    chats = (_object(each.get("chat")) for each in _objects(update))
    return (chat for chat in chats if isinstance(chat.get("id"), int))


def _topics(update: Json) -> Iterator[tuple[int, int]]:
    """All topics in an update, by chat and thread."""
    for each in _objects(update):
        chat, thread = _object(each.get("chat")).get("id"), each.get("message_thread_id")
        if isinstance(chat, int) and isinstance(thread, int):
            yield chat, thread


def _objects(value: Any) -> Iterator[Json]:
    """All objects in a value, however deep, in the order in which they stand there."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            yield each
            waiting += reversed(each.values())
        elif isinstance(each, list):
            waiting += reversed(each)
