"""Updates from Telegram, fetched by long polling.

python-telegram-bot's own loop confirms updates before they are handled, asks on for ever while another
instance holds the token, stops without a word where the token is revoked, and fetches for ever an update that
it can't parse. Hence this one.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from telegram.error import Conflict

from bot.telegram.patience import patiently

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram.ext import ExtBot

    from bot.telegram.intake import Intake

_log = logging.getLogger(__name__)

_HELD, _WAY = 30, 10
"""Seconds that Telegram holds a request open while there is nothing new, and what the way there may take."""
_CONFLICTS, _CONFLICT_WAIT = 5, 1.0
"""Refusals in a row, because another instance polls, before this one gives up; and seconds between them."""
_SHORTLY, _GATHERING = 0.01, 0.05
"""Seconds in which updates gather, at least, and at most while others are answered: a request costs about as
much as a reply does."""
_AT_ONCE = 100
"""Updates that Telegram hands out at a time: after so many there are more."""
_STORE_WAIT = 5.0
"""Seconds until updates are fetched again that couldn't be stored."""


class Polling:
    """Moves updates from Telegram into the inbox.

    kinds: of updates that are asked for
    """

    def __init__(self, bot: ExtBot[Any], intake: Intake, kinds: Sequence[str]) -> None:
        self._bot = bot
        self._intake = intake
        self._kinds = json.dumps(kinds)
        self._offset = 0

    async def run(self) -> None:
        """Move updates until cancelled.

        Raises InvalidToken, and Conflict where another instance holds on to the same token.
        """
        await patiently(partial(self._bot.delete_webhook, drop_pending_updates=False))
        conflicts, more = 0, False
        while True:
            if not more:
                await asyncio.sleep(_SHORTLY)
                await self._intake.order.leisure(_GATHERING)
            await self._intake.order.vacancy()
            try:
                updates = await patiently(self._fetch)
            except Conflict as error:
                conflicts += 1
                if conflicts == 1:
                    _log.error("another program takes this bot's updates; stop one of the two (%s)", error)
                if conflicts == _CONFLICTS:
                    raise
                await asyncio.sleep(_CONFLICT_WAIT)
            else:
                conflicts, more = 0, len(updates) == _AT_ONCE
                await self._take(updates)

    async def _fetch(self) -> list[dict[str, Any]]:
        # As JSON: `Bot.get_updates` parses all of them or, with one bad one among them, none.
        query = urlencode({"offset": self._offset, "timeout": _HELD, "allowed_updates": self._kinds})
        found = await self._bot.request.post(
            f"{self._bot.base_url}/getUpdates?{query}", read_timeout=_HELD + _WAY
        )
        return found if isinstance(found, list) else []

    async def _take(self, updates: list[dict[str, Any]]) -> None:
        """Store updates; the next request confirms them."""
        if not updates:
            return
        try:
            await self._intake.take(updates)
        except sqlite3.Error as error:
            _log.error("updates can't be stored, and stay with Telegram: %s", error)
            await asyncio.sleep(_STORE_WAIT)
        else:
            self._offset = updates[-1]["update_id"] + 1
