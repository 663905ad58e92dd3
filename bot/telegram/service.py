"""The bot's life: from the start to the end of the last reply."""

from __future__ import annotations

import asyncio
import logging
import signal
import sqlite3
from contextlib import AsyncExitStack, suppress
from typing import TYPE_CHECKING, Any, Protocol

from telegram import Update
from telegram.error import TelegramError

from bot.telegram.commands import publish
from bot.telegram.listening import listening
from bot.telegram.patience import patiently
from bot.telegram.polling import Polling

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from telegram.ext import Application

    from bot.settings import Settings
    from bot.telegram.health import Health
    from bot.telegram.inbox import Inbox
    from bot.telegram.intake import Intake
    from bot.telegram.workers import Workers

_log = logging.getLogger(__name__)

KINDS = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY)
"""The updates that are asked for; Telegram keeps the others to itself."""
_DRAIN = 8
"""Seconds in which updates at hand are finished when the bot is stopped."""
_HOUR = 3600


class Receiver(Protocol):
    """Where updates come from."""

    async def run(self) -> None:
        """Take updates until cancelled."""


class Service:
    """The parts of a bot, and how they run together.

    expire: forgets what was kept long enough
    """

    def __init__(  # noqa: PLR0913, PLR0917  each part once
        self,
        application: Application[Any, Any, Any, Any, Any, Any],
        inbox: Inbox,
        intake: Intake,
        health: Health,
        workers: Workers,
        expire: Callable[[], Awaitable[None]],
        settings: Settings,
    ) -> None:
        self._application = application
        self._inbox = inbox
        self._intake = intake
        self._health = health
        self._workers = workers
        self._expire = expire
        self._settings = settings

    async def run(self) -> None:
        """Answer until a signal comes; then finish what is at hand.

        Raises InvalidToken and Conflict; SettingsError where it can't listen where it is told to.
        """
        _cancel_on_signal()
        try:
            async with AsyncExitStack() as stack:
                if self._settings.monitor:
                    application = self._health.application()
                    address = await stack.enter_async_context(listening(application, self._settings.monitor))
                    _log.info("health and metrics are shown at %s", address)
                await stack.enter_async_context(self._workers)
                await patiently(self._application.initialize)
                await self._answer()
        except asyncio.CancelledError:
            _log.info("stopped")
        finally:
            await self._application.shutdown()
            # That passes over a bot which never got through to Telegram; its connections want closing too.
            await self._application.bot.shutdown()

    async def _answer(self) -> None:
        await _publish(self._application, self._settings)
        await self._intake.resume()
        _log.info("answering as @%s", self._application.bot.username)
        try:
            await _together(
                self._receiver().run(), self._intake.order.run(), self._inbox.keep_up(), self._tidy()
            )
        finally:
            _log.info("stopping")
            if unfinished := await self._intake.order.finish(_DRAIN):
                _log.warning("left to the next start, unanswered: %s", unfinished)
            await self._inbox.write()

    async def _tidy(self) -> None:
        while True:
            try:
                await self._inbox.forget_old()
                await self._expire()
            except sqlite3.Error as error:
                _log.error("what is old can't be forgotten now: %s", error)
            await asyncio.sleep(_HOUR)

    def _receiver(self) -> Receiver:
        bot = self._application.bot
        if self._settings.webhook_url:
            # Only those who need the web server wait for its import.
            from bot.telegram.webhook import Webhook  # noqa: PLC0415

            return Webhook(bot, self._intake, KINDS, self._settings)
        return Polling(bot, self._intake, KINDS)


async def _together(*parts: Coroutine[Any, Any, None]) -> None:
    """Run parts until one ends, in which all do; raises what it raised."""
    tasks = [asyncio.ensure_future(part) for part in parts]
    try:
        ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in ended:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _publish(application: Application[Any, Any, Any, Any, Any, Any], settings: Settings) -> None:
    try:
        await publish(application.bot, settings.language, settings.admins)
    except TelegramError as error:
        # The menus keep what they showed; answering goes on.
        _log.warning("the list of commands couldn't be set: %s", error)


def _cancel_on_signal() -> None:
    task = asyncio.current_task()
    if task is None:
        raise RuntimeError("signals can only cancel a running task")
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows can't; there Ctrl-C raises KeyboardInterrupt.
        with suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(number, task.cancel)
