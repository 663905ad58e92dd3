"""Which updates wait for which."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from telegram import Chat, Message, Update
from telegram.constants import ChatType

from bot.telegram.order import ChatOrder, Intake

SOME_DAY = datetime(2026, 1, 1, tzinfo=UTC)


def update(number: int, chat: int) -> Update:
    message = Message(number, SOME_DAY, Chat(chat, ChatType.PRIVATE), text="سؤال")
    return Update(number, message=message)


async def test_a_chat_waits_for_its_own_updates_and_for_no_other_chats() -> None:
    order, slow, handled = ChatOrder(10), asyncio.Event(), list[str]()

    async def handle(name: str, until: asyncio.Event | None = None) -> None:
        if until:
            await until.wait()
        handled.append(name)

    waiting = [
        asyncio.create_task(order.process_update(update(1, chat=7), handle("first of 7", slow))),
        asyncio.create_task(order.process_update(update(2, chat=7), handle("second of 7"))),
    ]
    await order.process_update(update(3, chat=8), handle("first of 8"))
    await order.process_update(Update(4), handle("of no chat"))
    assert handled == ["first of 8", "of no chat"]
    slow.set()
    await asyncio.gather(*waiting)
    assert handled[2:] == ["first of 7", "second of 7"]


async def test_the_queue_takes_no_more_than_is_handled() -> None:
    intake = Intake(room=2)
    await intake.put("first")
    await intake.put("second")
    third = asyncio.create_task(intake.put("third"))
    assert await intake.get() == "first"
    await asyncio.sleep(0)
    assert not third.done(), "being handled counts as much as waiting"
    intake.task_done()
    await third
    assert intake.qsize() == 2
