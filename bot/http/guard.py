"""Who is let in: looked at before anything else of a request."""

from __future__ import annotations

import math
from http import HTTPStatus
from ipaddress import ip_address
from typing import TYPE_CHECKING

from starlette.requests import Request

from bot.buckets import Buckets
from bot.http.body import refuse_large
from bot.http.keys import Keys
from bot.http.problems import Problem
from bot.texts import Language, say

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from bot.settings import Settings

HEALTH = "/healthz"
"""Open to all: it tells nothing of the documents."""


class Guard:
    """Lets a request through that names this server, isn't one too many, brings a key, and no burden."""

    def __init__(self, application: ASGIApp, settings: Settings) -> None:
        self._application = application
        self._keys = Keys(settings.api_keys)
        self._buckets = Buckets(settings.http_rate)
        self._here_only = not (settings.api_keys or settings.http_open)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or let it through; see https://asgi.readthedocs.io."""
        if scope["type"] == "http" and scope["path"] != HEALTH:
            request = Request(scope)
            try:
                self._admit(request)
                refuse_large(request)
            except Problem as problem:
                refusal = problem.response(request.headers.get("accept-language", ""))
                await refusal(scope, receive, send)
                return
        await self._application(scope, receive, send)

    def _admit(self, request: Request) -> None:
        # Else a page of another site, whose name leads to this machine, could read the documents:
        # https://en.wikipedia.org/wiki/DNS_rebinding
        if self._here_only and not is_loopback(request.url.hostname or ""):
            raise Problem(
                HTTPStatus.MISDIRECTED_REQUEST,
                "wrong_host",
                "without API keys only requests to localhost or 127.0.0.1 are answered",
            )
        holder = self._keys.holder(request.headers.get("authorization", ""))
        address = request.client.host if request.client else ""
        wait = self._buckets.wait(holder or address)
        if wait:
            raise Problem(
                HTTPStatus.TOO_MANY_REQUESTS,
                "too_many_requests",
                f"more than {self._buckets.per_minute} requests a minute; wait before the next",
                arabic=say(Language.ARABIC, "too-fast"),
                headers={"Retry-After": str(math.ceil(wait))},
            )
        if self._keys and holder is None:
            raise Problem(
                HTTPStatus.UNAUTHORIZED,
                "no_valid_key",
                "send one of the server's API keys: Authorization: Bearer KEY",
                headers={"WWW-Authenticate": "Bearer"},
            )


def is_loopback(host: str) -> bool:
    """Whether a host's name or address is this machine's own.

    >>> is_loopback("localhost"), is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("0.0.0.0")
    (True, True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
