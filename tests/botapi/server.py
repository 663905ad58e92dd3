"""The server: its life, and how a test steers it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Self

from aiohttp import web

from tests.botapi.bots import Bots
from tests.botapi.files import keep
from tests.botapi.injection import inject
from tests.botapi.routes import Routes

if TYPE_CHECKING:
    from types import TracebackType

    from tests.botapi.json_types import Json

# Polls that wait are cut off soon after the server is told to stop.
_SHUTDOWN_SECONDS = 0.1


class BotApiServer:
    """A server on loopback, running inside `async with`.

    `port` 0 takes a free one. With a `token` only that bot is let in, otherwise each well-formed token is a
    bot of its own; the methods below need to be told which, if there are several. They belong to the
    server's event loop: from another thread or process, steer it over HTTP.

    >>> BotApiServer(port=8081).base_url
    'http://127.0.0.1:8081/bot'
    """

    def __init__(self, port: int = 0, token: str | None = None) -> None:
        self.port = port
        self.bots = Bots(token)
        # An access log would show tokens.
        self._runner = web.AppRunner(
            Routes(self).application(), access_log=None, shutdown_timeout=_SHUTDOWN_SECONDS
        )

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def base_url(self) -> str:
        """What python-telegram-bot's Bot takes as `base_url`."""
        return self.url + "/bot"

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.bots.close()
        await self._runner.cleanup()

    def inject(self, *updates: Json, token: str | None = None) -> list[Json | None]:
        """Queue updates; returns each as it will be delivered, None where the bot doesn't want its type.

        Raises ValueError for an update_id that isn't behind those that wait.
        """
        bot = self.bots.chosen(token)
        return [inject(bot, update) for update in updates]

    def sent(self, method: str | None = None, *, token: str | None = None) -> list[Json]:
        """The calls of the bot in order, getUpdates left out; of one `method`, or all.

        Each is {"method", "parameters", "at"} and "result" or "error", and "fault" if one was scripted.
        """
        return [each for each in self.bots.chosen(token).sent if method in (None, each["method"])]

    def upload(self, name: str, content: bytes, *, token: str | None = None) -> Json:
        """The Document of a file that a user is about to send: put it into a message."""
        return keep(self.bots.chosen(token), name, content)

    async def until_sent(
        self, method: str, count: int = 1, *, seconds: float = 5, token: str | None = None
    ) -> list[Json]:
        """The calls of `method` that succeeded, as soon as there are `count`. Raises TimeoutError."""
        bot = self.bots.chosen(token)
        async with asyncio.timeout(seconds):
            while True:
                done = [each for each in bot.sent if each["method"] == method and "result" in each]
                if len(done) >= count:
                    return done
                bot.done.clear()
                await bot.done.wait()

    def script(self, *faults: Json, token: str | None = None) -> None:
        """Let calls fail: {"method": …, "kind": …} and, if need be, times, description,
        retry_after, migrate_to_chat_id.

        Kinds: 400, 401, 403, 409, 429, 500, 502, "timeout", "drop-after-commit".
        Raises TypeError or ValueError for a fault that can't be.
        """
        self.bots.chosen(token).faults.add(*faults)
