"""A web server in the bot's own event loop."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from aiohttp import web

from bot.addresses import parted, refusal
from bot.settings import SettingsError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from ssl import SSLContext

_LAST_REQUEST = 2.0
"""Seconds that a request at hand gets when the server is stopped."""


@asynccontextmanager
async def listening(
    application: web.Application, address: str, tls: SSLContext | None = None
) -> AsyncIterator[str]:
    """Serve `application` while the block runs; yields where, as host:port.

    address: host:port; port 0 is any that is free, an IPv6 host stands in brackets
    Raises SettingsError where the address can't be listened at.
    """
    host, port = parted(address)
    # An access log would only repeat what Prometheus and Telegram ask.
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=_LAST_REQUEST)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port, ssl_context=tls).start()
        except OSError as error:
            raise SettingsError(f"{address}: {refusal(error)}; give another HOST:PORT") from None
        yield f"{address.rpartition(':')[0]}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
