"""In which order updates are handled, and how many at a time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

if TYPE_CHECKING:
    from collections.abc import Awaitable


class Intake(asyncio.Queue[object]):
    """A queue that counts what is being handled with what waits: `put` waits while there is no room.

    What isn't taken in stays with Telegram, so that memory is bounded and nothing is lost.
    """

    def __init__(self, room: int) -> None:
        super().__init__()
        self._room = asyncio.Semaphore(room)

    async def put(self, item: object) -> None:
        """Put `item` into the queue, once there is room."""
        await self._room.acquire()
        await super().put(item)

    def task_done(self) -> None:
        """Say that an item has been handled, which makes room for another."""
        super().task_done()
        self._room.release()


class ChatOrder(BaseUpdateProcessor):
    """Handles the updates of one chat one after another, and those of different chats side by side."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        # A lock lives as long as an update holds it or waits for it.
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await `coroutine`, which handles `update`, after those of earlier updates of its chat."""
        chat = update.effective_chat if isinstance(update, Update) else None
        if chat is None:
            await coroutine
            return
        async with self._locks.setdefault(chat.id, asyncio.Lock()):
            await coroutine

    async def initialize(self) -> None:
        """Nothing is to be set up."""

    async def shutdown(self) -> None:
        """Nothing is to be freed."""
