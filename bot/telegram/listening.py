"""A web server in the bot's own event loop."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from ssl import SSLContext

# Seconds that a request at hand gets when the server is stopped.
_LAST_REQUEST = 2.0


@asynccontextmanager
async def listening(
    application: web.Application, address: str, tls: SSLContext | None = None
) -> AsyncIterator[str]:
    """Serve `application` while the block runs; yields where, as host:port.

    address: host:port; port 0 is any that is free, an IPv6 host stands in brackets
    Raises OSError where the address can't be listened at.
    """
    host, _, port = address.rpartition(":")
    # An access log would only repeat what Prometheus and Telegram ask.
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=_LAST_REQUEST)
    await runner.setup()
    try:
        await web.TCPSite(runner, host.strip("[]"), int(port), ssl_context=tls).start()
        yield f"{host}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
