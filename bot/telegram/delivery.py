"""How a call gets to Telegram: at its pace, once, whatever happens on the way.

Telegram's answer decides:

    429               waited out, as long as Telegram asks for, as often as it asks; other chats go on
    not reachable     tried again until it is: nothing was sent
    no answer         not tried again where a message may have arrived
    403               the chat can't be written to until somebody writes from there
    supergroup        the new id from now on, and tried once more
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from functools import partial
from typing import TYPE_CHECKING, Any

from telegram.error import ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import AIORateLimiter

from bot.telegram.patience import asked_to_wait, doubled
from bot.telegram.received import current
from bot.telegram.requests import UNSENT

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.telegram.chats import Chats
    from bot.telegram.inbox import Inbox
    from bot.telegram.metrics import Metrics

_log = logging.getLogger(__name__)

_AT_ONCE = 1
"""Messages on their way at a time. It is also how many a kill may send twice: those that Telegram took, but
the inbox doesn't know of yet."""


class Delivery(AIORateLimiter):
    """Sends for python-telegram-bot, which takes it for its rate limiter.

    a_second: messages a second in all; those to a group are 20 a minute, as Telegram wants it
    """

    def __init__(self, inbox: Inbox, chats: Chats, metrics: Metrics, a_second: float) -> None:
        super().__init__(overall_max_rate=a_second, overall_time_period=1, max_retries=0)
        self._inbox = inbox
        self._chats = chats
        self._metrics = metrics
        self._sending = asyncio.Semaphore(_AT_ONCE)

    async def process_request(  # noqa: PLR0913, PLR0917  the library's own order
        self,
        callback: Callable[..., Awaitable[Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        """Telegram's answer to a call. Raises TelegramError for those that can't be cured here."""
        received = current.get()
        is_message = endpoint.startswith("send") and endpoint != "sendChatAction"
        if received and is_message and (before := received.sent_before()) is not None:
            return before
        attempt: Callable[[], Awaitable[Any]] = partial(callback, *args, **kwargs)
        if is_message:
            attempt = partial(self._message, attempt)
        persistent = partial(self._persistently, attempt, endpoint, data)
        return await super().process_request(persistent, (), {}, endpoint, data, rate_limit_args)

    async def _message(self, attempt: Callable[[], Awaitable[Any]]) -> Any:
        async with self._sending:
            result = await attempt()
            received = current.get()
            if received:
                try:
                    await self._inbox.accepted(received, result)
                except sqlite3.Error as error:
                    _log.error("a message was sent, and can't be noted: %s", error)
        return result

    async def _persistently(
        self, attempt: Callable[[], Awaitable[Any]], endpoint: str, data: dict[str, Any]
    ) -> Any:
        waits = doubled()
        while True:
            try:
                return await self._counted(attempt, endpoint, data)
            except RetryAfter as error:
                await self._pause(endpoint, asked_to_wait(error), "429")
            except NetworkError as error:
                # What isn't done for an update has a caller of its own to wait.
                if current.get() is None or not isinstance(error.__cause__, UNSENT):
                    raise
                await self._pause(endpoint, next(waits), "unreachable")

    async def _counted(
        self, attempt: Callable[[], Awaitable[Any]], endpoint: str, data: dict[str, Any]
    ) -> Any:
        try:
            result = await self._to_chat(attempt, data)
        except TelegramError as error:
            self._metrics.called(endpoint, type(error).__name__)
            raise
        self._metrics.called(endpoint, "accepted")
        return result

    async def _to_chat(self, attempt: Callable[[], Awaitable[Any]], data: dict[str, Any]) -> Any:
        chat = data.get("chat_id")
        if not isinstance(chat, int):
            return await attempt()
        if self._chats.is_inactive(chat):
            raise Forbidden("Forbidden: the chat can't be written to")
        data["chat_id"] = self._chats.successor(chat)
        try:
            return await attempt()
        except Forbidden as error:
            await self._chats.refused(chat, error.message)
            raise
        except ChatMigrated as error:
            await self._chats.migrated(data["chat_id"], error.new_chat_id)
            data["chat_id"] = error.new_chat_id
            return await attempt()

    async def _pause(self, endpoint: str, seconds: float, reason: str) -> None:
        self._metrics.retried(reason)
        _log.info("%s waits %s seconds (%s)", endpoint, seconds, reason)
        await asyncio.sleep(seconds)
