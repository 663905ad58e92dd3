"""Messages sent, edited and deleted, with Telegram's errors; chat actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import telegram
from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions
from telegram import ReplyParameters as Reply
from telegram.constants import ChatAction
from telegram.error import BadRequest

from tests.botapi.examples import CHAT, call

if TYPE_CHECKING:
    from tests.botapi import BotApiServer


async def test_a_message_comes_back_parsed(server: BotApiServer, bot: Bot) -> None:
    message = await bot.send_message(
        CHAT,
        "<b>🙂</b> &lt;أ&gt;\n",
        parse_mode="HTML",
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_parameters=Reply(1),
    )

    assert message.text == "🙂 <أ>"
    assert [entity.to_dict() for entity in message.entities] == [{"type": "bold", "offset": 0, "length": 2}]
    assert message.reply_to_message is not None
    assert message.reply_to_message.text == "سؤال"
    (sent,) = server.sent("sendMessage")
    assert sent["parameters"]["text"] == "<b>🙂</b> &lt;أ&gt;\n"
    assert (sent["result"]["text"], sent["result"]["message_id"]) == ("🙂 <أ>", message.message_id)


KEYBOARD = {"inline_keyboard": [[{"text": "المزيد", "callback_data": "more"}]]}


def keyboard(**button: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "أ", **button}]]}


@pytest.mark.parametrize(
    ("description", "parameters", "problem"),
    [
        ("no text, before anything else", {"chat_id": 0, "text": ""}, "message text is empty"),
        (
            "bad markup, before the chat",
            {"chat_id": 0, "text": "<p>", "parse_mode": "html"},
            'can\'t parse entities: Unsupported start tag "p" at byte offset 0',
        ),
        ("no chat", {"chat_id": "", "text": "أ"}, "chat_id is empty"),
        ("a chat never seen", {"chat_id": 8, "text": "أ"}, "chat not found"),
        ("4,097 code points", {"text": "أ" * 4097}, "message is too long"),
        ("spaces", {"text": " "}, "text must be non-empty"),
        (
            "a reply to nothing",
            {"text": "أ", "reply_parameters": {"message_id": 99}},
            "message to be replied not found",
        ),
        (
            "callback data of 65 bytes",
            {"text": "أ", "reply_markup": keyboard(callback_data="x" * 65)},
            "BUTTON_DATA_INVALID",
        ),
        (
            "callback data of 33 Arabic letters",
            {"text": "أ", "reply_markup": keyboard(callback_data="أ" * 33)},
            "BUTTON_DATA_INVALID",
        ),
        (
            "a button that does nothing",
            {"text": "أ", "reply_markup": keyboard(callback_data="")},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            "a button to nowhere",
            {"text": "أ", "reply_markup": keyboard(url="x")},
            "inline keyboard button URL 'x' is invalid: Wrong HTTP URL",
        ),
        (
            "an entity outside of the text",
            {"text": "أ", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
            "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2",
        ),
    ],
)
@pytest.mark.usefixtures("bot")
async def test_messages_are_refused_in_telegrams_words(
    server: BotApiServer, description: str, parameters: dict[str, Any], problem: str
) -> None:
    answer = await call(server, "sendMessage", **{"chat_id": CHAT, **parameters})

    assert answer["description"] == f"Bad Request: {problem}", description


async def test_a_reply_to_nothing_is_sent_without_it_on_request(bot: Bot) -> None:
    reply = Reply(99, allow_sending_without_reply=True)

    assert (await bot.send_message(CHAT, "أ", reply_parameters=reply)).reply_to_message is None


async def test_a_topic_is_there_once_somebody_wrote_in_it_whatever_becomes_of_the_message(
    server: BotApiServer, bot: Bot
) -> None:
    group = -1_000_000_000_007
    message = {
        "message_id": 5,
        "chat": {"id": group, "type": "supergroup", "is_forum": True},
        "from": {"id": CHAT},
        "text": "أ",
    }
    server.inject({"message": {**message, "message_thread_id": 4, "is_topic_message": True}})
    server.inject({"message": message})

    assert (await bot.send_message(group, "ب", message_thread_id=4)).message_thread_id == 4
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(group, "ب", message_thread_id=5)


async def test_a_message_is_edited(bot: Bot) -> None:
    message = await bot.send_message(CHAT, "أ", reply_markup=InlineKeyboardMarkup.de_json(KEYBOARD))

    edited = await bot.edit_message_text("<i>ب</i>", CHAT, message.message_id, parse_mode="HTML")

    assert isinstance(edited, telegram.Message)
    assert (edited.text, edited.reply_markup) == ("ب", None)
    assert edited.edit_date is not None


NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


@pytest.mark.parametrize(
    ("description", "parameters", "problem"),
    [
        ("no message", {"chat_id": CHAT, "message_id": 99}, "message to edit not found"),
        ("the user's message", {"chat_id": CHAT, "message_id": 1}, "message can't be edited"),
        ("nothing named", {}, "message identifier is not specified"),
        ("an unknown inline message", {"inline_message_id": "x"}, "MESSAGE_ID_INVALID"),
        (
            "the same text",
            {"chat_id": CHAT, "message_id": 2},
            NOT_MODIFIED,
        ),
    ],
)
async def test_edits_are_refused_in_telegrams_words(
    server: BotApiServer, bot: Bot, description: str, parameters: dict[str, Any], problem: str
) -> None:
    await bot.send_message(CHAT, "أ")

    answer = await call(server, "editMessageText", text="أ ", **parameters)

    assert answer["description"] == f"Bad Request: {problem}", description


async def test_a_deleted_message_cannot_be_replied_to(bot: Bot) -> None:
    await bot.delete_message(CHAT, 1)

    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(CHAT, "أ", reply_parameters=Reply(1))


async def test_chat_actions_are_checked(bot: Bot) -> None:
    assert await bot.send_chat_action(CHAT, ChatAction.TYPING)
    with pytest.raises(BadRequest, match="Wrong parameter action in request"):
        await bot.send_chat_action(CHAT, "dancing")
