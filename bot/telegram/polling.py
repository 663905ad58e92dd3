"""Updates from Telegram, fetched by long polling.

python-telegram-bot's own loop asks on for ever while another instance holds the token, stops without a
word where the token is revoked, and fetches for ever an update that it can't parse. Hence this one.
"""

from __future__ import annotations

import asyncio
import json
import logging
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlencode

from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram.ext import ExtBot

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")

# Channel posts and the rest aren't asked for.
_KINDS = json.dumps([Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY])
# Seconds that Telegram holds a request open while there is nothing new, and what the way there may take.
_HELD, _WAY = 30, 10
# Seconds between attempts while Telegram can't be reached: doubled each time, up to the second number.
_FIRST_WAIT, _LAST_WAIT = 0.5, 30.0
# Refusals in a row, because another instance polls, before this one gives up; and seconds between them.
_CONFLICTS, _CONFLICT_WAIT = 5, 1.0


class Polling:
    """Moves updates from Telegram into a queue, in their order."""

    def __init__(self, bot: ExtBot[Any], updates: asyncio.Queue[object]) -> None:
        self._bot = bot
        self._updates = updates
        self._offset = 0

    async def run(self) -> None:
        """Move updates until cancelled.

        Raises InvalidToken, and Conflict where another instance holds on to the same token.
        """
        conflicts = 0
        while True:
            try:
                updates = await patiently(partial(self._fetch, _HELD))
            except Conflict as error:
                conflicts += 1
                if conflicts == 1:
                    _log.error("another program takes this bot's updates; stop one of the two (%s)", error)
                if conflicts == _CONFLICTS:
                    raise
                await asyncio.sleep(_CONFLICT_WAIT)
                continue
            conflicts = 0
            for update in updates:
                await self._take(update)

    async def confirm(self) -> None:
        """Tell Telegram that what was taken has been handled, so that it isn't sent again."""
        try:
            await self._fetch(0)
        except TelegramError as error:
            _log.warning("the last updates may come again after the next start: %s", error)

    async def _fetch(self, held: int) -> list[dict[str, Any]]:
        # As JSON: `Bot.get_updates` parses all of them or, with one bad one among them, none.
        query = urlencode({"offset": self._offset, "timeout": held, "allowed_updates": _KINDS})
        found = await self._bot.request.post(
            f"{self._bot.base_url}/getUpdates?{query}", read_timeout=held + _WAY
        )
        return found if isinstance(found, list) else []

    async def _take(self, data: dict[str, Any]) -> None:
        try:
            update = Update.de_json(data, self._bot)
        except (AttributeError, KeyError, TypeError, ValueError):
            _log.exception("update %s can't be read and is left out", data["update_id"])
        else:
            await self._updates.put(update)
        self._offset = data["update_id"] + 1


async def patiently(call: Callable[[], Awaitable[_Result]]) -> _Result:
    """What `call` returns, tried again for as long as Telegram can't be reached.

    Only for calls that may be repeated. Raises InvalidToken and Conflict, which waiting doesn't cure.
    """
    wait, failed = _FIRST_WAIT, False
    while True:
        try:
            result = await call()
        except (InvalidToken, Conflict):
            raise
        except TelegramError as error:
            if not failed:
                _log.warning("Telegram can't be reached, trying until it can: %s", error)
            failed = True
            await asyncio.sleep(max(wait, _asked_to_wait(error)))
            wait = min(2 * wait, _LAST_WAIT)
        else:
            if failed:
                _log.warning("Telegram can be reached again")
            return result


def _asked_to_wait(error: TelegramError) -> float:
    if not isinstance(error, RetryAfter):
        return 0.0
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
