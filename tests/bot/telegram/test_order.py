"""Which updates wait for which."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from itertools import count
from typing import TYPE_CHECKING

from bot.telegram.order import ChatOrder
from bot.telegram.received import Received

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

numbers = count(1)


def update(chat: int | None, *, again: bool = False) -> Received:
    return Received(next(numbers), chat, {}, again=again)


class Handled(list[int | None]):
    """The chats whose updates were handled; `go` lets each be."""

    def __init__(self) -> None:
        super().__init__()
        self.go = asyncio.Semaphore(0)

    async def handle(self, received: Received) -> None:
        await self.go.acquire()
        self.append(received.chat)

    async def let(self, times: int) -> None:
        """Let so many be handled."""
        for _ in range(times):
            self.go.release()
        await asyncio.sleep(0.01)


@asynccontextmanager
async def running(order: ChatOrder) -> AsyncIterator[None]:
    task = asyncio.create_task(order.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await order.finish(0)


async def test_chats_take_turns_and_each_keeps_its_own_order() -> None:
    handled = Handled()
    order = ChatOrder(handled.handle, at_once=1)
    for chat in (7, 7, 7, 8, 9):
        order.put(update(chat))
    async with running(order):
        await handled.let(5)
    assert handled == [7, 8, 9, 7, 7]


async def test_a_chat_has_one_update_at_hand_and_the_others_dont_wait_for_it() -> None:
    seen = list[tuple[int | None, bool]]()
    slow = asyncio.Event()

    async def handle(received: Received) -> None:
        if received.chat == 7:
            await slow.wait()
        seen.append((received.chat, slow.is_set()))

    order = ChatOrder(handle)
    for chat in (7, 7, 8, None, None):
        order.put(update(chat))
    async with running(order):
        await asyncio.sleep(0.01)
        slow.set()
        await asyncio.sleep(0.01)
    assert seen == [(8, False), (None, False), (None, False), (7, True), (7, True)]


async def test_a_chat_with_too_many_waiting_is_refused_more_and_others_are_not() -> None:
    order = ChatOrder(Handled().handle, of_a_chat=2)
    assert [order.put(update(7)) for _ in range(4)] == [True, True, False, False]
    assert order.put(update(8))
    assert order.put(update(7, again=True)), "what was stored before the last start is never refused"
    assert len(order) == 4


async def test_no_more_is_fetched_until_there_is_room() -> None:
    handled = Handled()
    order = ChatOrder(handled.handle, room=2)
    order.put(update(7))
    order.put(update(8))
    vacancy = asyncio.create_task(order.vacancy())
    async with running(order):
        await asyncio.sleep(0.01)
        assert not vacancy.done(), "being handled counts as much as waiting"
        await handled.let(1)
        await asyncio.wait_for(vacancy, 1)


async def test_leisure_comes_when_few_chats_are_left_however_much_they_write_or_after_a_while() -> None:
    handled = Handled()
    order = ChatOrder(handled.handle, few=1)
    for chat in (7, 7, 7):
        order.put(update(chat))
    await asyncio.wait_for(order.leisure(60), 1)
    order.put(update(8))
    await asyncio.wait_for(order.leisure(0.01), 1)
    leisure = asyncio.create_task(order.leisure(60))
    async with running(order):
        await asyncio.sleep(0.01)
        assert not leisure.done(), "of two chats one is at hand each"
        await handled.let(2)
        await asyncio.wait_for(leisure, 1)


async def test_the_end_waits_for_what_is_at_hand_and_begins_nothing_new() -> None:
    handled = Handled()
    order = ChatOrder(handled.handle, at_once=2)
    for chat in (7, 8, 9):
        order.put(update(chat))
    task = asyncio.create_task(order.run())
    await asyncio.sleep(0.01)
    task.cancel()
    asyncio.get_running_loop().call_later(0.01, handled.go.release)
    assert await order.finish(0.2) == 1, "one of two got done"
    assert handled == [7]
