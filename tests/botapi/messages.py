"""sendMessage, editMessageText, editMessageReplyMarkup and deleteMessage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.botapi.errors import bad_request
from tests.botapi.formatted_text import FormattedText, message_text, parsed_text
from tests.botapi.keyboard import inline_keyboard
from tests.botapi.state import BotState, now

if TYPE_CHECKING:
    from tests.botapi.json_types import Json

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
_CONTENT = ("text", "entities", "reply_markup")


async def send_message(bot: BotState, parameters: Json) -> Json:
    """The message sent. Errors come in Telegram's order: markup, chat, reply, text, keyboard."""
    parsed = _parsed(parameters)
    _checked_chat(bot, parameters)
    return sent_message(bot, parameters, _content(parsed, parameters))


def sent_message(bot: BotState, parameters: Json, content: Json) -> Json:
    """A new message of the bot with this content: a reply, or in a topic, if the parameters say so."""
    chat = bot.chat(parameters.get("chat_id"))
    replied = _replied(bot, chat, parameters)
    sender = {"sender_chat": chat} if chat["type"] == "channel" else {"from": bot.user}
    message = {"message_id": bot.new_message_id(), **sender, "chat": chat, "date": now()}
    return bot.keep({**message, **_topic(bot, chat, parameters), **replied, **content})


async def edit_message_text(bot: BotState, parameters: Json) -> Json:
    """The message with its new text and keyboard."""
    parsed = _parsed(parameters)
    if "chat_id" not in parameters and "message_id" not in parameters:
        # No message was ever sent through the inline mode, so no inline_message_id exists.
        given = parameters.get("inline_message_id")
        raise bad_request("MESSAGE_ID_INVALID" if given else "Message identifier is not specified")
    chat = bot.chat(parameters.get("chat_id"))
    message = bot.message(chat, parameters.get("message_id"), "Message to edit")
    if message.get("from", bot.user) != bot.user:
        raise bad_request("Message can't be edited")
    return _edited(bot, message, _content(parsed, parameters), _CONTENT)


async def edit_message_reply_markup(bot: BotState, parameters: Json) -> Json:
    """The message with its new keyboard, or without one."""
    chat = bot.chat(parameters.get("chat_id"))
    message = bot.message(chat, parameters.get("message_id"), "Message to edit")
    if message.get("from", bot.user) != bot.user:
        raise bad_request("Message can't be edited")
    keyboard = inline_keyboard(parameters.get("reply_markup"))
    return _edited(bot, message, {"reply_markup": keyboard} if keyboard else {}, ("reply_markup",))


async def delete_message(bot: BotState, parameters: Json) -> bool:
    """Deletes any message of the chat, the user's too."""
    chat = bot.chat(parameters.get("chat_id"))
    message = bot.message(chat, parameters.get("message_id"), "Message to delete")
    del bot.messages[chat["id"], message["message_id"]]
    return True


def _edited(bot: BotState, message: Json, content: Json, replaced: tuple[str, ...]) -> Json:
    if all(content.get(name) == message.get(name) for name in replaced):
        raise bad_request(_NOT_MODIFIED)
    kept = {name: value for name, value in message.items() if name not in replaced}
    return bot.keep({**kept, "edit_date": now(), **content})


def _checked_chat(bot: BotState, parameters: Json) -> None:
    """Chat and reply, which Telegram looks at before the text."""
    _replied(bot, bot.chat(parameters.get("chat_id")), parameters)


def _topic(bot: BotState, chat: Json, parameters: Json) -> Json:
    thread = parameters.get("message_thread_id")
    if not thread:
        return {}
    if (chat["id"], thread) not in bot.topics:
        raise bad_request("message thread not found")
    return {"message_thread_id": thread, "is_topic_message": True}


def _parsed(parameters: Json) -> FormattedText:
    entities = parameters.get("entities") or []
    return parsed_text(parameters.get("text", ""), parameters.get("parse_mode"), entities)


def _content(parsed: FormattedText, parameters: Json) -> Json:
    content = message_text(parsed).to_json()
    if keyboard := inline_keyboard(parameters.get("reply_markup")):
        content["reply_markup"] = keyboard
    if options := parameters.get("link_preview_options"):
        content["link_preview_options"] = options
    return content


def _replied(bot: BotState, chat: Json, parameters: Json) -> Json:
    """The field reply_to_message; nothing without a reply, or for one into another chat."""
    reply = parameters.get("reply_parameters") or {
        "message_id": parameters.get("reply_to_message_id"),
        "allow_sending_without_reply": parameters.get("allow_sending_without_reply"),
    }
    if not reply["message_id"]:
        return {}
    place = bot.chat(reply["chat_id"]) if "chat_id" in reply else chat
    if reply.get("allow_sending_without_reply") and (place["id"], reply["message_id"]) not in bot.messages:
        return {}
    message = bot.message(place, reply["message_id"], "Message to be replied")
    if place is not chat:
        return {}
    return {"reply_to_message": {name: message[name] for name in message if name != "reply_to_message"}}
