"""What becomes of each update that comes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from telegram import Update
from telegram.ext import ApplicationBuilder, TypeHandler

from bot.telegram.chats import Chats
from bot.telegram.database import Database
from bot.telegram.inbox import Inbox, State
from bot.telegram.intake import Intake
from bot.telegram.metrics import Metrics
from tests.bot.telegram.server import TOKEN
from tests.botapi import BotApiServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from telegram.ext import ContextTypes

LAYLA, SAMI, GROUP = 7, 8, -9


def message(number: int, user: int, chat: int) -> dict[str, Any]:
    sender = {"id": user, "is_bot": False, "first_name": "ليلى"}
    kind = "private" if chat > 0 else "group"
    return {
        "update_id": number,
        "message": {"message_id": number, "date": 1, "chat": {"id": chat, "type": kind}, "from": sender},
    }


class Answering:
    """An intake over a database, and the updates that got as far as to the handlers.

    slow_down: users who are passed over from now on; told: those who are once they have been answered
    """

    def __init__(self, database: Database, base_url: str) -> None:
        self.slow_down, self.told, self.handled = set[int](), set[int](), list[int]()
        self._application = ApplicationBuilder().token(TOKEN).base_url(base_url).updater(None).build()
        self._application.add_handler(TypeHandler(Update, self._handle))
        self._inbox, self._database = Inbox(database), database
        passes_over = self.slow_down.__contains__
        self._intake = Intake(self._application, self._inbox, Chats(database), Metrics(), passes_over)

    async def _handle(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        self.handled.append(update.update_id)
        user = update.effective_user
        if user is not None and user.id in self.told:
            self.slow_down.add(user.id)

    async def take(self, *updates: dict[str, Any]) -> list[tuple[int, str, str | None]]:
        """Number, state and reason of each that the inbox has, once all were dealt with."""
        async with self._application:
            await self._intake.take(updates)
            running = asyncio.create_task(self._intake.order.run())
            while len(self._intake.order):  # noqa: ASYNC110  nobody else waits for the very last
                await asyncio.sleep(0.01)
            running.cancel()
        await self._inbox.write()
        return await self._database.run(
            lambda it: it.execute("select update_id, state, reason from inbox").fetchall()
        )


@pytest.fixture
async def answering(tmp_path: Path) -> AsyncIterator[Answering]:
    with Database(tmp_path) as database:
        async with BotApiServer() as server:
            yield Answering(database, server.base_url)


async def test_what_cant_be_read_is_kept_as_failed_and_the_next_of_its_chat_is_handled(
    answering: Answering,
) -> None:
    broken = message(1, LAYLA, GROUP)
    broken["message"]["date"] = None
    assert await answering.take(broken, message(2, LAYLA, GROUP)) == [
        (1, State.FAILED, "missing or of a wrong type: message.date"),
        (2, State.DONE, None),
    ]
    assert answering.handled == [2]


async def test_messages_of_one_who_is_to_slow_down_are_refused_and_those_of_others_are_not(
    answering: Answering,
) -> None:
    answering.slow_down.add(LAYLA)
    sender = message(4, LAYLA, GROUP)["message"]["from"]
    press = {"update_id": 4, "callback_query": {"id": "1", "from": sender, "chat_instance": "1"}}
    ended = await answering.take(
        message(1, LAYLA, GROUP), message(2, SAMI, GROUP), message(3, LAYLA, LAYLA), press
    )
    assert [state for _, state, _ in ended] == [State.REFUSED, State.DONE, State.REFUSED, State.DONE]
    assert answering.handled == [2, 4], "a button that is pressed has a wait to be ended"


async def test_what_waits_is_refused_once_its_writer_was_told(answering: Answering) -> None:
    answering.told.add(LAYLA)
    ended = await answering.take(*(message(number, LAYLA, LAYLA) for number in (1, 2, 3)))
    assert [state for _, state, _ in ended] == [State.DONE, State.REFUSED, State.REFUSED]
    assert answering.handled == [1]


async def test_what_comes_again_is_not_handled_again(answering: Answering) -> None:
    await answering.take(message(1, LAYLA, LAYLA))
    await answering.take(message(1, LAYLA, LAYLA), message(2, LAYLA, LAYLA))
    assert answering.handled == [1, 2]
