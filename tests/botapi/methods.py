"""The methods of the Bot API that the server has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.botapi.commands import checked_commands, menu_of
from tests.botapi.errors import bad_request
from tests.botapi.files import get_file, send_document
from tests.botapi.inline import answer_inline_query
from tests.botapi.messages import (
    delete_message,
    edit_message_reply_markup,
    edit_message_text,
    send_message,
)
from tests.botapi.webhooks import check_polling, delete_webhook, get_webhook_info, set_webhook

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.botapi.json_types import Json
    from tests.botapi.state import BotState

_ANSWER_LIMIT = 200

_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


async def get_me(bot: BotState, _parameters: Json) -> Json:
    """The bot as a User, with the fields that only getMe returns."""
    return {
        **bot.user,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
    }


async def get_updates(bot: BotState, parameters: Json) -> list[Json]:
    """Updates that wait; the rules are those of UpdateQueue.get."""
    check_polling(bot)
    if (allowed := parameters.get("allowed_updates")) is not None:
        bot.updates.allow(allowed)
    numbers = [int(parameters.get(name) or default) for name, default in _POLL_DEFAULTS]
    return await bot.updates.get(*numbers)


_POLL_DEFAULTS = (("offset", 0), ("limit", 100), ("timeout", 0))


async def set_my_commands(bot: BotState, parameters: Json) -> bool:
    """Sets one menu; the others stay."""
    if "commands" not in parameters:
        raise bad_request("Can't parse commands JSON object")
    bot.commands[menu_of(parameters)] = checked_commands(parameters["commands"])
    return True


async def get_my_commands(bot: BotState, parameters: Json) -> list[Json]:
    """Exactly the menu asked for, no fallback to another scope or language."""
    return bot.commands.get(menu_of(parameters), [])


async def delete_my_commands(bot: BotState, parameters: Json) -> bool:
    """Empties one menu."""
    bot.commands.pop(menu_of(parameters), None)
    return True


async def send_chat_action(bot: BotState, parameters: Json) -> bool:
    """Only checked: nobody watches."""
    if parameters.get("action", "").lower() not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    bot.chat(parameters.get("chat_id"))
    return True


async def answer_callback_query(bot: BotState, parameters: Json) -> bool:
    """Answers an open query, once."""
    if len(parameters.get("text") or "") > _ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    if parameters.get("callback_query_id") not in bot.callback_queries:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    bot.callback_queries.remove(parameters["callback_query_id"])
    return True


METHODS: dict[str, Callable[[BotState, Json], Awaitable[Any]]] = {
    "answerCallbackQuery": answer_callback_query,
    "answerInlineQuery": answer_inline_query,
    "deleteMessage": delete_message,
    "deleteMyCommands": delete_my_commands,
    "deleteWebhook": delete_webhook,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "editMessageText": edit_message_text,
    "getFile": get_file,
    "getMe": get_me,
    "getMyCommands": get_my_commands,
    "getUpdates": get_updates,
    "getWebhookInfo": get_webhook_info,
    "sendChatAction": send_chat_action,
    "sendDocument": send_document,
    "sendMessage": send_message,
    "setMyCommands": set_my_commands,
    "setWebhook": set_webhook,
}
