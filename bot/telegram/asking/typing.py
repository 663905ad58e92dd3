"""The note "typing…" over a chat while an answer takes its time."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from telegram.constants import ChatAction
from telegram.error import TelegramError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from telegram import Message

_log = logging.getLogger(__name__)
_FIRST, _AGAIN = 0.7, 4.5
"""Seconds before it is shown, since most answers take less; and until it is again: it goes after five."""


@asynccontextmanager
async def typing(message: Message) -> AsyncIterator[None]:
    """Show it in the chat and topic of `message` for as long as the block runs, if that is long."""
    showing = asyncio.create_task(_show(message))
    try:
        yield
    finally:
        showing.cancel()
        with suppress(asyncio.CancelledError):
            await showing


async def _show(message: Message) -> None:
    await asyncio.sleep(_FIRST)
    try:
        while True:
            await message.reply_chat_action(ChatAction.TYPING)
            await asyncio.sleep(_AGAIN)
    except TelegramError as error:
        # The answer is what counts.
        _log.info("the note that an answer is on its way couldn't be shown: %s", error)
