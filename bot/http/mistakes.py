"""What nobody foresaw: logged with its traceback, of which who asked sees nothing."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.requests import Request

from bot.http.problems import Problem
from bot.texts import Language, say

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_log = logging.getLogger(__name__)


class Mistakes:
    """Answers where `application` fails.

    FastAPI's own way ends in uvicorn, which then cuts the connection under the client's next request.
    """

    def __init__(self, application: ASGIApp) -> None:
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; see https://asgi.readthedocs.io."""
        begun = False

        async def sent(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._application(scope, receive, sent)
        except Exception:
            if begun or scope["type"] != "http":
                raise
            _log.exception("a request can't be answered")
            accepted = Request(scope).headers.get("accept-language", "")
            problem = Problem(
                HTTPStatus.INTERNAL_SERVER_ERROR,
                "internal_error",
                "something went wrong here; the server's log tells what",
                arabic=say(Language.ARABIC, "unavailable"),
            )
            await problem.response(accepted)(scope, receive, send)
