"""What is sent again, what isn't, and where to."""

from __future__ import annotations

import asyncio
import socket
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

import pytest
from telegram import Chat, Message
from telegram.error import Forbidden, NetworkError
from telegram.ext import ExtBot

from bot.telegram.chats import Chats
from bot.telegram.database import Database
from bot.telegram.delivery import Delivery
from bot.telegram.inbox import Inbox
from bot.telegram.metrics import Metrics
from bot.telegram.received import Received, current
from bot.telegram.requests import Requests
from tests.bot.telegram.server import TOKEN
from tests.botapi import BotApiServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.botapi.json_types import Json

USER, GROUP, SUPERGROUP = 7, -8, -1_000_000_000_009
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


class Line:
    """A bot's way to a server, over the database in a folder."""

    def __init__(self, database: Database, base_url: str) -> None:
        self.inbox, self.chats, self.metrics = Inbox(database), Chats(database), Metrics()
        delivery = Delivery(self.inbox, self.chats, self.metrics, a_second=1000)
        self.bot: ExtBot[int] = ExtBot(
            TOKEN,
            base_url=base_url,
            request=Requests(),
            get_updates_request=Requests(),
            rate_limiter=delivery,
        )

    async def __aenter__(self) -> Self:
        await self.bot.initialize()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.bot.shutdown()

    async def handle(self, received: Received, *texts: str, chat: int = USER) -> None:
        """Answer an update by messages."""
        current.set(received)
        for text in texts:
            await self.bot.send_message(chat, text)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path) as opened:
        yield opened


def known(server: BotApiServer) -> None:
    """Make the chats known to the server."""
    server.inject(*({"message": {"chat": {"id": chat}, "text": "أ"}} for chat in (USER, GROUP, SUPERGROUP)), token=TOKEN)  # fmt: skip


def sent(server: BotApiServer) -> list[Json]:
    return [call["result"] for call in server.sent("sendMessage") if "result" in call]


def update(number: int = 1) -> Received:
    return Received(number, USER, {})


async def test_what_was_sent_before_a_kill_isnt_sent_again(database: Database) -> None:
    interrupted = update()
    async with BotApiServer() as server, Line(database, server.base_url) as line:
        known(server)
        await line.handle(interrupted, "الأول")
        again = update()
        again.sent = interrupted.sent
        await line.handle(again, "الأول", "الثاني")
        assert [message["text"] for message in sent(server)] == ["الأول", "الثاني"]


async def test_messages_that_no_429_storm_loses(database: Database) -> None:
    """Fifty refusals for twenty chats; who isn't refused isn't held up."""
    async with BotApiServer() as server, Line(database, server.base_url) as line:
        known(server)
        server.script({"method": "sendMessage", "kind": 429, "retry_after": 1, "times": 50})
        begun = time.monotonic()
        async with asyncio.TaskGroup() as group:
            for number in range(20):
                group.create_task(line.handle(update(number), f"جواب {number}"))
        assert {message["text"] for message in sent(server)} == {f"جواب {number}" for number in range(20)}
        assert len(sent(server)) == 20
        assert time.monotonic() - begun < 15
        assert b'iqtibas_retries_total{reason="429"} 50.0' in line.metrics.text()


async def test_where_nobody_listens_yet_it_is_sent_once_somebody_does(database: Database) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    line = Line(database, f"http://127.0.0.1:{port}/bot")
    await line.bot.request.initialize()
    sending = asyncio.create_task(line.handle(update(), "جواب"))
    await asyncio.sleep(0.3)
    async with BotApiServer(port) as server:
        known(server)
        await sending
        assert [message["text"] for message in sent(server)] == ["جواب"]
        # Only what was set up lets go of its connections.
        async with line:
            pass


async def test_what_may_have_arrived_isnt_sent_again(database: Database) -> None:
    async with BotApiServer() as server, Line(database, server.base_url) as line:
        known(server)
        server.script({"method": "sendMessage", "kind": 502})
        with pytest.raises(NetworkError):
            await line.handle(update(), "جواب")
        assert len(server.sent("sendMessage")) == 1


async def test_a_group_that_became_a_supergroup_is_answered_there_from_then_on(database: Database) -> None:
    async with BotApiServer() as server:
        known(server)
        server.script({"method": "sendMessage", "kind": 400, "migrate_to_chat_id": SUPERGROUP})
        for text in ("أ", "after a restart"):
            async with Line(database, server.base_url) as line:
                await line.handle(update(), text, chat=GROUP)
        assert [message["chat"]["id"] for message in sent(server)] == [SUPERGROUP, SUPERGROUP]
        assert len(server.sent("sendMessage")) == 3


async def test_a_chat_that_refuses_gets_nothing_until_somebody_writes_from_there(database: Database) -> None:
    async with BotApiServer() as server:
        known(server)
        server.script({"method": "sendMessage", "kind": 403})
        async with Line(database, server.base_url) as line:
            with pytest.raises(Forbidden):
                await line.handle(update(), "أ")
        async with Line(database, server.base_url) as restarted:
            with pytest.raises(Forbidden):
                await restarted.handle(update(), "أ")
            assert len(server.sent("sendMessage")) == 1, "the second wasn't tried"
            await restarted.chats.look_at(Message(1, datetime.now(UTC), Chat(USER, Chat.PRIVATE)))
            await restarted.handle(update(), "ب")
        assert [message["text"] for message in sent(server)] == ["ب"]
