"""The server's life: from listening to the end of the last answer."""

from __future__ import annotations

import logging
import signal
import socket
from functools import partial
from typing import TYPE_CHECKING

import uvicorn
from uvicorn.supervisors import Multiprocess

from bot.addresses import parted, refusal
from bot.commands.opening import opened
from bot.http.application import application
from bot.http.guard import is_loopback
from bot.logs import configure, formatter
from bot.settings import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable

    from fastapi import FastAPI

    from bot.settings import Settings

_log = logging.getLogger(__name__)
_DRAIN = 8
"""Seconds in which requests at hand are finished when the server is stopped."""
_BACKLOG = 512
"""Connections that wait to be taken."""
_PROXIES_HERE = "127.0.0.1,::1"


def serve(settings: Settings) -> None:
    """Answer until a signal comes; then finish what is at hand.

    Raises SettingsError where the address can't be listened at, IqtibasError where nothing can be asked.
    """
    host, port = _address(settings)
    # Before it listens, since it may take long: who connects meanwhile had better be refused than wait.
    retriever = opened(settings)
    with _listening(host, port) as listener:
        _configure_log(settings)
        host, port = listener.getsockname()[:2]
        _log.info("listening at http://%s:%d", f"[{host}]" if ":" in host else host, port)
        _ignore_signals()
        if settings.http_workers == 1:
            uvicorn.Server(_config(lambda: application(retriever, settings), 1)).run([listener])
        else:
            retriever.close()  # each process opens its own
            Multiprocess(_config(partial(_worker, settings), settings.http_workers), [listener]).run()
    _log.info("stopped")


def _worker(settings: Settings) -> FastAPI:
    """What one of several processes answers by."""
    _configure_log(settings)
    return application(opened(settings), settings)


def _config(make: Callable[[], FastAPI], workers: int) -> uvicorn.Config:
    return uvicorn.Config(
        make,
        factory=True,
        workers=workers,
        # The log is set up already, and tells of requests without what people asked.
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="on",
        ws="none",
        forwarded_allow_ips=_PROXIES_HERE,
        timeout_graceful_shutdown=_DRAIN,
    )


def _address(settings: Settings) -> tuple[str, int]:
    """Where it listens, if it may be listened at from there."""
    host, port = parted(settings.http_listen)
    if not (settings.api_keys or settings.http_open or is_loopback(host)):
        raise SettingsError(
            f"IQTIBAS_HTTP_LISTEN: {settings.http_listen} is open to other machines; "
            "set IQTIBAS_API_KEYS, or IQTIBAS_HTTP_OPEN=true where all who reach it may read the documents"
        )
    return host, port


def _listening(host: str, port: int) -> socket.socket:
    """The socket at an address."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise SettingsError(
            f"{host}:{port}: {refusal(error)}; give another address: --listen HOST:PORT"
        ) from None
    # asyncio sets this only for sockets that name their protocol; without it an answer's body waits up to
    # 40 ms for the client to acknowledge its head. Connections inherit it.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def _configure_log(settings: Settings) -> None:
    configure(settings.log_level, formatter(settings.log_format))
    logging.getLogger("uvicorn").setLevel(logging.WARNING)


def _ignore_signals() -> None:
    """Let uvicorn, which takes them while it runs and raises them again at its end, have the last word."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
