"""The bot's application, put together from its parts, and the exit code that it ends with."""

from __future__ import annotations

import asyncio
import logging
import warnings
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout
from telegram.error import Conflict, InvalidToken
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)
from telegram.warnings import PTBUserWarning

from bot.output import complain
from bot.settings import SettingsError
from bot.telegram.asking import record
from bot.telegram.chats import Chats
from bot.telegram.database import Database, DatabaseError, claim
from bot.telegram.delivery import Delivery
from bot.telegram.handlers import Handlers
from bot.telegram.health import Health
from bot.telegram.inbox import Inbox
from bot.telegram.intake import Intake
from bot.telegram.logs import configure
from bot.telegram.metrics import Metrics
from bot.telegram.requests import Requests
from bot.telegram.service import Service
from bot.telegram.token import bot_id

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import TypeAlias

    from telegram.ext import Application

    from bot.settings import Settings
    from bot.telegram.library import Library

    BotApplication: TypeAlias = Application[Any, Any, Any, Any, Any, Any]

_log = logging.getLogger(__name__)

_STOPPED, _FAILED, _REFUSED = 0, 1, 2
_LOCK = "telegram.lock"


def run(library: Library, settings: Settings, token: str) -> int:
    """Answer in Telegram until SIGINT or SIGTERM.

    Returns the exit code: 0 stopped, 1 gave up (another program uses the token, it can't listen where it is
    told to, or an error in the log),
    2 Telegram refuses the token, or the folder of the bot's data can't be used.
    """
    configure(token, settings.log_level, settings.log_format)
    # What is sent most is sent as JSON, on purpose.
    warnings.filterwarnings("ignore", "Please use 'Bot.sendMessage'", PTBUserWarning)
    try:
        with Database(settings.data) as database, FileLock(settings.data / _LOCK, timeout=1):
            claim(database, bot_id(token))
            return _exit_code(_service(library, settings, database, token).run())
    except DatabaseError as error:
        complain(str(error))
    except Timeout:
        complain(
            f"another program uses {settings.data}; each bot needs a folder of its own, see IQTIBAS_DATA"
        )
    return _REFUSED


def _exit_code(serving: Coroutine[Any, Any, None]) -> int:
    try:
        asyncio.run(serving)
    except InvalidToken:
        complain(
            "the server refuses the token; TELEGRAM_BOT_TOKEN must be as @BotFather gave it, "
            "and TELEGRAM_BASE_URL the server that it is for"
        )
        return _REFUSED
    except SettingsError as error:
        # Not 2: the address may be free, or the certificate be there, the next time.
        complain(str(error))
        return _FAILED
    except Conflict:
        complain("gave up: another program takes this bot's updates; one token serves one program")
        return _FAILED
    except asyncio.CancelledError:
        _log.warning("stopped at the second signal; updates at hand are answered after the next start")
        return _FAILED
    except Exception:  # noqa: BLE001  past the log, a traceback would show the token
        _log.exception("the bot can't go on")
        return _FAILED
    return _STOPPED


def _service(library: Library, settings: Settings, database: Database, token: str) -> Service:
    inbox, chats, metrics = Inbox(database), Chats(database, [record.moved]), Metrics()
    delivery = Delivery(inbox, chats, metrics, settings.messages_per_second)
    handlers = Handlers(library, settings, database, token)
    application = _application(handlers, settings, token, delivery)
    intake = Intake(application, inbox, chats, metrics, handlers.passes_over)
    health = Health(database, intake, metrics, settings.index)
    return Service(application, inbox, intake, health, library.workers, handlers.expire, settings)


def _application(handlers: Handlers, settings: Settings, token: str, delivery: Delivery) -> BotApplication:
    application: BotApplication = (
        ApplicationBuilder()
        .token(token)
        .base_url(settings.telegram_base_url)
        .base_file_url(files_url(settings.telegram_base_url))
        .request(Requests())
        .get_updates_request(Requests())
        .rate_limiter(delivery)
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


def files_url(base_url: str) -> str:
    """Where a Bot API server hands out files, by where its methods are.

    >>> files_url("https://api.telegram.org/bot")
    'https://api.telegram.org/file/bot'
    """
    server, _, path = base_url.rpartition("/")
    return f"{server}/file/{path}"
