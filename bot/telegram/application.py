"""The bot's application, from its parts to its end."""

from __future__ import annotations

import asyncio
import logging
import re
import signal
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.ext import (
    AIORateLimiter,
    ApplicationBuilder,
    CallbackQueryHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.output import complain
from bot.telegram.commands import publish
from bot.telegram.database import Database, DatabaseError
from bot.telegram.handlers import Handlers
from bot.telegram.logs import configure
from bot.telegram.order import ChatOrder, Intake
from bot.telegram.polling import Polling, patiently

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import TypeAlias

    from telegram.ext import Application

    from bot.settings import Settings
    from bot.telegram.library import Library

    BotApplication: TypeAlias = Application[Any, Any, Any, Any, Any, Any]

_log = logging.getLogger(__name__)

_STOPPED, _FAILED, _REFUSED = 0, 1, 2
# A token is a number and a secret. Others can't even stand in a URL.
_TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)
# Updates handled or waiting at a time.
_ROOM = 256
# Times that a message is sent again after a 429, each after the time that Telegram asks for.
_RETRIES = 5
# Seconds in which updates at hand are finished when the bot is stopped.
_DRAIN = 8


def run(library: Library, settings: Settings) -> int:
    """Answer in Telegram until SIGINT or SIGTERM.

    Returns the exit code: 0 stopped, 1 gave up (another program uses the token, or an error in the log),
    2 Telegram refuses the token.
    """
    token = settings.telegram_bot_token.get_secret_value() if settings.telegram_bot_token else ""
    if not _TOKEN.fullmatch(token):
        complain("TELEGRAM_BOT_TOKEN holds no token; @BotFather gives one like 123456:ABC-def_1234")
        return _REFUSED
    configure(token, settings.log_level)
    try:
        database = Database(settings.data)
    except DatabaseError as error:
        complain(str(error))
        return _FAILED
    with database:
        return _exit_code(_serve(library, settings, database, token))


def _exit_code(serving: Coroutine[Any, Any, None]) -> int:
    try:
        asyncio.run(serving)
    except InvalidToken:
        complain(
            "the server refuses the token; TELEGRAM_BOT_TOKEN must be as @BotFather gave it, "
            "and TELEGRAM_BASE_URL the server that it is for"
        )
        return _REFUSED
    except Conflict:
        complain("gave up: another program takes this bot's updates; one token serves one program")
        return _FAILED
    except asyncio.CancelledError:
        _log.warning("stopped at the second signal, with updates at hand unanswered")
        return _FAILED
    except Exception:  # noqa: BLE001  past the log, a traceback would show the token
        _log.exception("the bot can't go on")
        return _FAILED
    return _STOPPED


def _build(handlers: Handlers, settings: Settings, token: str) -> BotApplication:
    application = (
        ApplicationBuilder()
        .token(token)
        .base_url(settings.telegram_base_url)
        .base_file_url(files_url(settings.telegram_base_url))
        .rate_limiter(AIORateLimiter(max_retries=_RETRIES))
        .concurrent_updates(ChatOrder(_ROOM))
        .update_queue(Intake(_ROOM))
        .updater(None)
        .job_queue(None)
        .build()
    )
    application.add_handler(MessageHandler(filters.UpdateType.MESSAGE, handlers.message))
    application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE, handlers.edited))
    application.add_handler(CallbackQueryHandler(handlers.button))
    application.add_handler(InlineQueryHandler(handlers.inline))
    application.add_error_handler(handlers.error)
    return application


async def _serve(library: Library, settings: Settings, database: Database, token: str) -> None:
    """Poll and answer until a signal cancels it; then finish what is at hand."""
    _cancel_on_signal()
    handlers = Handlers(library, settings, database, token)
    application = _build(handlers, settings, token)
    polling = Polling(application.bot, application.update_queue)
    try:
        await patiently(application.initialize)
        await patiently(partial(application.bot.delete_webhook, drop_pending_updates=False))
        await _publish(application, settings)
        await handlers.expire()
        await application.start()
        _log.info("answering as @%s", application.bot.username)
        await polling.run()
    except asyncio.CancelledError:
        _log.info("stopping")
    finally:
        if application.running:
            with suppress(TimeoutError):
                async with asyncio.timeout(_DRAIN):
                    await application.stop()
            await polling.confirm()
        await application.shutdown()


def files_url(base_url: str) -> str:
    """Where a Bot API server hands out files, by where its methods are.

    >>> files_url("https://api.telegram.org/bot")
    'https://api.telegram.org/file/bot'
    """
    server, _, path = base_url.rpartition("/")
    return f"{server}/file/{path}"


async def _publish(application: BotApplication, settings: Settings) -> None:
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
