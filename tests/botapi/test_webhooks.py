"""Updates posted to a webhook."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web
from telegram.error import ChatMigrated, Conflict

from tests.botapi.examples import QUESTION, call
from tests.botapi.webhooks import SECRET_HEADER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from telegram import Bot

    from tests.botapi import BotApiServer


class Receiver:
    """What a bot's webhook got; the first answers have the statuses of `refusals`."""

    def __init__(self, *refusals: int) -> None:
        self.updates: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self._refusals = list(refusals)
        self._came = asyncio.Event()

    async def handle(self, request: web.Request) -> web.Response:
        self.secrets.append(request.headers.get(SECRET_HEADER))
        if self._refusals:
            return web.Response(status=self._refusals.pop(0))
        self.updates.append(await request.json())
        self._came.set()
        return web.Response()

    async def until(self, count: int) -> None:
        async with asyncio.timeout(5):
            while len(self.updates) < count:
                self._came.clear()
                await self._came.wait()


@asynccontextmanager
async def listening(receiver: Receiver) -> AsyncIterator[str]:
    application = web.Application()
    application.router.add_post("/", receiver.handle)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()


async def test_updates_are_posted_with_the_secret_until_they_are_taken(
    server: BotApiServer, bot: Bot
) -> None:
    receiver = Receiver(500, 403)
    async with listening(receiver) as url:
        await bot.set_webhook(url, secret_token="s-1", max_connections=1)
        server.inject(QUESTION, QUESTION)
        await receiver.until(2)

        numbers = [update["update_id"] for update in receiver.updates]
        assert numbers == sorted(numbers)
        assert set(receiver.secrets) == {"s-1"}
        assert len(receiver.secrets) == 4, "two refusals"
        info = await bot.get_webhook_info()
        assert info.last_error_message == "Wrong response from the webhook: 403 Forbidden"
        assert (info.url, info.pending_update_count, info.max_connections) == (url, 0, 1)


async def test_a_bot_with_a_webhook_cannot_poll(server: BotApiServer, bot: Bot) -> None:
    await bot.set_webhook("http://127.0.0.1:1/")
    server.inject(QUESTION)

    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active; use deleteW"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert len(await bot.get_updates()) == 1, "what nobody took is kept"


@pytest.mark.parametrize(
    ("description", "parameters", "problem"),
    [
        (
            "no address",
            {"url": "ftp://x"},
            "bad webhook: An HTTPS URL must be provided for webhook",
        ),
        (
            "a secret with a space",
            {"url": "https://example.org", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
    ],
)
async def test_wrong_webhooks_are_refused(
    server: BotApiServer, description: str, parameters: dict[str, Any], problem: str
) -> None:
    answer = await call(server, "setWebhook", **parameters)

    assert answer["description"] == f"Bad Request: {problem}", description


async def test_a_scripted_migration_names_the_new_chat(server: BotApiServer, bot: Bot) -> None:
    server.script({"method": "sendMessage", "kind": 400, "migrate_to_chat_id": -1005})

    with pytest.raises(ChatMigrated, match="Group migrated to supergroup"):
        await bot.send_message(7, "أ")
