"""From Telegram into the inbox, and from there to be handled: the same for polling and for webhooks."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from bot.telegram.inbox import State
from bot.telegram.order import ChatOrder
from bot.telegram.received import Received, Unreadable, current

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from telegram.ext import Application, ContextTypes

    from bot.telegram.chats import Chats
    from bot.telegram.inbox import Inbox
    from bot.telegram.metrics import Metrics

_log = logging.getLogger(__name__)

_SUSPECT = 3
"""An update that was at hand in so many starts may be what ends the program. From then on it is handled while
no other of the kind is, so that the others aren't blamed for it."""


class Intake:
    """Takes updates from Telegram, and sees to it that the application's handlers get each.

    passes_over: whether what a user writes gets no answer now, whatever it says
    order: of those that are to be handled
    """

    def __init__(
        self,
        application: Application[Any, Any, Any, Any, Any, Any],
        inbox: Inbox,
        chats: Chats,
        metrics: Metrics,
        passes_over: Callable[[int], bool],
    ) -> None:
        self.order = ChatOrder(self._handle)
        self._application = application
        self._inbox = inbox
        self._chats = chats
        self._metrics = metrics
        self._passes_over = passes_over
        self._suspects = asyncio.Lock()
        application.add_error_handler(_remember)

    async def resume(self) -> None:
        """Take up what the last run left."""
        left = await self._inbox.waiting()
        if left:
            _log.info("updates of the last run that are handled now: %s", len(left))
        for update in left:
            self.order.put(update)

    async def take(self, updates: Iterable[Any]) -> None:
        """Store updates, as JSON; Telegram may be told that they came once this returns.

        Those that came before are left out. Raises ValueError for what is no update, and sqlite3.Error where
        they can't be stored; then none is.
        """
        received = [Received.of(each) for each in updates]
        for update in await self._inbox.store(received):
            if self._is_surplus(update) or not self.order.put(update):
                self._end(update, State.REFUSED)

    def _is_surplus(self, update: Received) -> bool:
        """Whether an update is one of a flood, which isn't worth making an object of."""
        return update.writer is not None and self._passes_over(update.writer)

    async def _handle(self, received: Received) -> None:
        # Since it came, others of its writer may have had their turn.
        if self._is_surplus(received):
            self._end(received, State.REFUSED)
            return
        current.set(received)
        try:
            if received.begun < _SUSPECT:
                await self._process(received)
            else:
                async with self._suspects:
                    await self._process(received)
        except Unreadable as error:
            _log.error("update %s can't be read and is kept as failed: %s", received.number, error)
            received.problem = str(error)
        except Exception as error:  # noqa: BLE001  of the inbox or the chats; handlers have their own
            _log.exception("an update couldn't be handled")
            received.problem = type(error).__name__
        self._end(received, State.FAILED if received.problem else State.DONE)

    async def _process(self, received: Received) -> None:
        if received.again:
            await self._inbox.begin(received)
        update = received.parsed(self._application.bot)
        await self._chats.look_at(update.message)
        await self._application.process_update(update)

    def _end(self, received: Received, state: State) -> None:
        self._inbox.end(received, state, received.problem)
        self._metrics.ended(received, state)


async def _remember(_update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Keep what went wrong with the update at hand; only its kind, since messages may hold the token."""
    received = current.get()
    if received is not None:
        received.problem = type(context.error).__name__
