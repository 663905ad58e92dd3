"""In which order updates are handled: those of a chat one after another, the chats in turn."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Hashable

    from bot.telegram.received import Received


class ChatOrder:
    """Hands updates to `handle`, which must not raise.

    at_once: how many are handled side by side, one of a chat at most
    of_a_chat: how many of one chat may wait, so that nobody takes up the room of the others
    room: how many may wait in all before no more should be fetched
    few: with updates of so many chats there is leisure; one that floods is one
    """

    def __init__(
        self,
        handle: Callable[[Received], Awaitable[None]],
        *,
        at_once: int = 32,
        of_a_chat: int = 64,
        room: int = 2048,
        few: int = 4,
    ) -> None:
        self._handle = handle
        self._slots = asyncio.Semaphore(at_once)
        self._of_a_chat = of_a_chat
        self._room = room
        self._few = few
        self._waiting: dict[Hashable, deque[Received]] = {}
        # Each chat that has something to do, once; but not while an update of it is at hand.
        self._turns: asyncio.Queue[Hashable] = asyncio.Queue()
        self._count = 0
        self._vacant = asyncio.Event()
        self._vacant.set()
        self._leisure = asyncio.Event()
        self._leisure.set()
        self._at_hand: set[asyncio.Task[None]] = set()

    def __len__(self) -> int:
        """How many updates wait or are at hand."""
        return self._count

    @property
    def has_room(self) -> bool:
        """Whether more should be fetched."""
        return self._vacant.is_set()

    async def vacancy(self) -> None:
        """Return once there is room."""
        await self._vacant.wait()

    async def leisure(self, seconds: float) -> None:
        """Return once there is little to do, after so many seconds at the latest."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._leisure.wait()

    def put(self, update: Received) -> bool:
        """Let `update` wait for its turn; False where too many of its chat do."""
        chat: Hashable = ("of no chat", update.number) if update.chat is None else update.chat
        queue = self._waiting.get(chat)
        if queue is None:
            queue = self._waiting[chat] = deque()
            self._turns.put_nowait(chat)
        elif len(queue) >= self._of_a_chat and not update.again:
            return False
        queue.append(update)
        self._counted(1)
        return True

    async def run(self) -> None:
        """Hand out updates until cancelled; those at hand go on."""
        while True:
            chat = await self._turns.get()
            await self._slots.acquire()
            task = asyncio.create_task(self._next_of(chat))
            self._at_hand.add(task)
            task.add_done_callback(self._at_hand.discard)

    async def finish(self, seconds: float) -> int:
        """Give the updates at hand, once no more are handed out, so long; how many didn't get done."""
        if not self._at_hand:
            return 0
        _, unfinished = await asyncio.wait(self._at_hand, timeout=seconds)
        for task in unfinished:
            task.cancel()
        await asyncio.gather(*unfinished, return_exceptions=True)
        return len(unfinished)

    async def _next_of(self, chat: Hashable) -> None:
        queue = self._waiting[chat]
        try:
            await self._handle(queue.popleft())
        finally:
            self._slots.release()
            if queue:
                self._turns.put_nowait(chat)
            else:
                del self._waiting[chat]
            self._counted(-1)

    def _counted(self, change: int) -> None:
        self._count += change
        _set(self._leisure, len(self._waiting) <= self._few)
        _set(self._vacant, self._count < self._room)


def _set(event: asyncio.Event, value: bool) -> None:
    if value:
        event.set()
    else:
        event.clear()
