"""Messages on their way out, and what can become of them.

A refusal that would be repeated isn't tried again. Neither is a message whose answer got lost: it may
have arrived, and nobody wants it twice. What can be cured by waiting is the part of `bot.telegram.delivery`.
"""

from __future__ import annotations

import html
import logging
import re
from typing import TYPE_CHECKING, Any

from telegram import InputFile, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError

from bot.telegram.addressing import topic

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from telegram import Bot, CallbackQuery, ForceReply, InlineKeyboardMarkup

_log = logging.getLogger(__name__)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_TAG = re.compile("<[^>]*>")


async def reply(
    message: Message,
    texts: Sequence[str],
    markup: InlineKeyboardMarkup | ForceReply | None = None,
) -> list[int]:
    """Answer `message` by `texts`, HTML each, in its topic; `markup` goes with the last.

    Returns the messages, by number, that Telegram is known to have taken.
    """

    async def call(text: str, **options: Any) -> int:
        # As JSON: objects of what Telegram answers take as much of the processor as all else of sending.
        sent = await message.get_bot().do_api_request("sendMessage", {"text": text, **place, **options})
        number: int = sent["message_id"]
        return number

    place = _place(message)
    sent = [
        await _deliver(
            call,
            text,
            reply_markup=markup if number == len(texts) else None,
            link_preview_options=_NO_PREVIEW,
        )
        for number, text in enumerate(texts, 1)
    ]
    return [each for each in sent if isinstance(each, int)]


def _place(message: Message) -> dict[str, Any]:
    """Where an answer to `message` goes, as parameters."""
    of_channel = message.direct_messages_topic
    return {
        "chat_id": message.chat.id,
        "message_thread_id": topic(message),
        "direct_messages_topic_id": of_channel.topic_id if of_channel else None,
        "reply_parameters": ReplyParameters(message.message_id, allow_sending_without_reply=True),
    }


async def send_file(message: Message, name: str, content: bytes, caption: str) -> Message | None:
    """Answer `message` by a file with a caption in HTML; None unless Telegram is known to have taken it."""

    async def call(caption: str, **options: Any) -> Message:
        return await message.reply_document(InputFile(content, name), caption, **options)

    sent = await _deliver(call, caption, do_quote=True, allow_sending_without_reply=True)
    return sent if isinstance(sent, Message) else None


async def turn(query: CallbackQuery, text: str, markup: InlineKeyboardMarkup | None) -> None:
    """Put `text`, HTML, in the place of the message whose button was pressed."""
    await _deliver(query.edit_message_text, text, reply_markup=markup, link_preview_options=_NO_PREVIEW)


async def edit(bot: Bot, chat: int, message: int, text: str, markup: InlineKeyboardMarkup | None) -> None:
    """Put `text`, HTML, in the place of a message of the bot's in that chat."""
    await _deliver(
        bot.edit_message_text,
        text,
        chat_id=chat,
        message_id=message,
        reply_markup=markup,
        link_preview_options=_NO_PREVIEW,
    )


async def acknowledge(query: CallbackQuery, notice: str | None = None, *, pops_up: bool = True) -> None:
    """End the wait that the pressed button shows; a `notice` pops up, or else passes by."""
    try:
        await query.answer(notice, show_alert=notice is not None and pops_up)
    except BadRequest as error:
        # After a while Telegram takes no answer any more; the page can still be turned.
        _log.info("a pressed button couldn't be answered: %s", error)
    except NetworkError as error:
        _log.warning("a pressed button may not have been answered: %s", error)


async def _deliver(call: Callable[..., Awaitable[object]], text: str, **options: Any) -> object:
    try:
        return await _with_markup(call, text, options)
    except Forbidden as error:
        _log.info("not delivered, and not tried again: %s", error)
    except BadRequest as error:
        # The same button pressed twice asks for the page that is already there.
        if "message is not modified" not in str(error).lower():
            raise
    except NetworkError as error:
        _log.warning("a message may not have been delivered: %s", error)
    return None


async def _with_markup(call: Callable[..., Awaitable[object]], text: str, options: dict[str, Any]) -> object:
    try:
        return await call(text, parse_mode=ParseMode.HTML, **options)
    except BadRequest as error:
        if "can't parse entities" not in str(error).lower():
            raise
        _log.warning("Telegram can't read our HTML, so it is sent as plain text: %s", error)
        return await call(html.unescape(_TAG.sub("", text)), **options)
