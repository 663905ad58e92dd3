"""Webhooks: updates posted to the bot, with the secret in a header, again and again until it takes them.

As a Bot API server started with --local does, it posts to HTTP as well as to HTTPS, and to any port.
"""

from __future__ import annotations

import asyncio
import re
import ssl
from typing import TYPE_CHECKING, Any

import aiohttp

from tests.botapi.errors import ApiError, bad_request
from tests.botapi.injection import chat_of
from tests.botapi.state import now
from tests.botapi.upload import Upload

if TYPE_CHECKING:
    from tests.botapi.json_types import Json
    from tests.botapi.state import BotState

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
ACTIVE = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
_CONNECTIONS = 40
_ANSWER_SECONDS = 60
# Telegram waits longer between attempts; tests would rather not.
_FIRST_WAIT, _LAST_WAIT = 0.05, 1.0


class Webhook:
    """Posts the updates of `bot` from when it is made until it is closed; those of a chat one by one."""

    def __init__(self, bot: BotState, parameters: Json) -> None:
        self.url: str = parameters["url"]
        self._bot = bot
        self._secret = parameters.get("secret_token")
        self._certificate: Any = parameters.get("certificate")
        self._connections = int(parameters.get("max_connections") or _CONNECTIONS)
        self._error: Json = {}
        self._busy: set[object] = set()
        self._posts: set[asyncio.Task[None]] = set()
        self._running = asyncio.create_task(self._run())

    def info(self) -> Json:
        """The fields of WebhookInfo that belong to it."""
        return {
            "url": self.url,
            "has_custom_certificate": self._certificate is not None,
            "max_connections": self._connections,
            **self._error,
        }

    def close(self) -> None:
        """Post no more."""
        for task in (self._running, *self._posts):
            task.cancel()

    async def _run(self) -> None:
        headers = {SECRET_HEADER: self._secret} if self._secret else {}
        timeout = aiohttp.ClientTimeout(_ANSWER_SECONDS)
        async with aiohttp.ClientSession(headers=headers, timeout=timeout) as session:
            while True:
                self._bot.updates.changed.clear()
                for update in self._bot.updates.waiting():
                    self._start(session, update)
                await self._bot.updates.changed.wait()

    def _start(self, session: aiohttp.ClientSession, update: Json) -> None:
        key = chat_of(update) or update["update_id"]
        if key in self._busy or len(self._busy) >= self._connections:
            return
        self._busy.add(key)
        post = asyncio.create_task(self._deliver(session, update, key))
        self._posts.add(post)
        post.add_done_callback(self._posts.discard)

    async def _deliver(self, session: aiohttp.ClientSession, update: Json, key: object) -> None:
        wait = _FIRST_WAIT
        while not await self._taken(session, update):
            await asyncio.sleep(wait)
            wait = min(2 * wait, _LAST_WAIT)
        self._busy.discard(key)
        self._bot.updates.remove(update)

    async def _taken(self, session: aiohttp.ClientSession, update: Json) -> bool:
        try:
            async with session.post(self.url, json=update, ssl=self._trust()) as response:
                problem = "" if response.ok else f"{response.status} {response.reason}"
        except (aiohttp.ClientError, TimeoutError) as error:
            problem = f"{type(error).__name__}"
        if problem:
            message = f"Wrong response from the webhook: {problem}"
            self._error = {"last_error_date": now(), "last_error_message": message}
        return not problem

    def _trust(self) -> ssl.SSLContext | bool:
        if not isinstance(self._certificate, Upload):
            return True
        return ssl.create_default_context(cadata=self._certificate.content.decode())


async def set_webhook(bot: BotState, parameters: Json) -> bool:
    """Posts to the URL from now on; an empty one ends that."""
    if not parameters.get("url"):
        return await delete_webhook(bot, parameters)
    if not re.match(r"https?://[^/]", parameters["url"]):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not _SECRET.fullmatch(parameters.get("secret_token") or ""):
        raise bad_request("secret token contains unallowed characters")
    await delete_webhook(bot, parameters)
    if (allowed := parameters.get("allowed_updates")) is not None:
        bot.updates.allow(allowed)
    bot.webhook = Webhook(bot, parameters)
    return True


async def delete_webhook(bot: BotState, parameters: Json) -> bool:
    """Pending updates are dropped on request."""
    if bot.webhook:
        bot.webhook.close()
        bot.webhook = None
    if parameters.get("drop_pending_updates"):
        bot.updates.clear()
    return True


async def get_webhook_info(bot: BotState, _parameters: Json) -> Json:
    """Where updates go, how many wait, and what went wrong last."""
    about = bot.webhook.info() if bot.webhook else {"url": "", "has_custom_certificate": False}
    info = {**about, "pending_update_count": len(bot.updates)}
    return {**info, "allowed_updates": bot.updates.allowed} if bot.updates.allowed else info


def check_polling(bot: BotState) -> None:
    """Raise ApiError 409 while there is a webhook."""
    if bot.webhook:
        raise ApiError(409, ACTIVE)
