"""Updates from Telegram, posted to the bot.

Telegram is told a secret, made from the token, and sends it with every update. A request without it is
answered 403 before anything else of it is looked at. An update that can't be taken in now is answered 503,
and Telegram posts it again later.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
import sqlite3
import ssl
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.settings import SettingsError
from bot.telegram.listening import listening
from bot.telegram.patience import patiently

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from telegram.ext import ExtBot

    from bot.settings import Settings
    from bot.telegram.intake import Intake

_log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the header's name
_LARGEST = 1 << 20
"""An update of a long message with entities and what it replies to has some 100 kilobytes."""


class Webhook:
    """Takes updates at the path of the webhook's URL.

    kinds: of updates that are asked for
    """

    def __init__(self, bot: ExtBot[Any], intake: Intake, kinds: Sequence[str], settings: Settings) -> None:
        self._bot = bot
        self._intake = intake
        self._kinds = list(kinds)
        self._settings = settings
        self._url = settings.webhook_url or ""
        self._secret = secret(bot.token)

    async def run(self) -> None:
        """Take updates until cancelled. Raises InvalidToken; SettingsError where it can't listen."""
        application = web.Application(middlewares=[self._guard], client_max_size=_LARGEST)
        application.router.add_post(urlsplit(self._url).path or "/", self._receive)
        async with listening(application, self._settings.webhook_listen, self._tls()) as address:
            await patiently(self._register)
            _log.info("updates are taken at %s", address)
            await asyncio.Event().wait()

    async def _register(self) -> None:
        certificate = self._settings.webhook_certificate if self._settings.webhook_self_signed else None
        await self._bot.set_webhook(
            self._url, certificate=certificate, allowed_updates=self._kinds, secret_token=self._secret
        )

    def _tls(self) -> ssl.SSLContext | None:
        if self._settings.webhook_certificate is None:
            return None
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        try:
            context.load_cert_chain(self._settings.webhook_certificate, self._settings.webhook_key)
        except OSError as error:
            raise SettingsError(
                "IQTIBAS_WEBHOOK_CERTIFICATE and IQTIBAS_WEBHOOK_KEY can't be used "
                f"({error.strerror or error}); give a certificate and its key, files in PEM"
            ) from None
        return context

    @web.middleware
    async def _guard(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), self._secret.encode()):
            return web.Response(status=403)
        return await handler(request)

    async def _receive(self, request: web.Request) -> web.Response:
        if not self._intake.order.has_room:
            return web.Response(status=503)
        try:
            await self._intake.take([await request.json()])
        except ValueError as error:
            _log.warning("what was posted is no update: %s", error)
            return web.Response(status=400)
        except sqlite3.Error as error:
            _log.error("an update can't be stored, and stays with Telegram: %s", error)
            return web.Response(status=503)
        return web.Response()


def secret(token: str) -> str:
    """What Telegram has to send along: known to nobody without the token, and the same after a restart."""
    return hmac.digest(token.encode(), b"iqtibas webhook", hashlib.sha256).hex()
