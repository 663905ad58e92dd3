"""What the inbox keeps, and for how long."""

from __future__ import annotations

import time
from functools import reduce
from typing import TYPE_CHECKING, Any

import pytest
from telegram import Bot

from bot.telegram.database import Database
from bot.telegram.inbox import Inbox, State, forget
from bot.telegram.received import Received, read
from tests.bot.telegram.server import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHAT = 7
MESSAGE = {"message_id": 1, "date": 1, "chat": {"id": CHAT, "type": "private"}, "text": "سؤال"}
DEEP: list[Any] = reduce(lambda inner, _: [inner], range(600), [])


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path) as opened:
        yield opened


@pytest.fixture
def bot() -> Bot:
    return Bot(TOKEN)


def rows(database: Database) -> list[tuple[Any, ...]]:
    return database.run_now(
        lambda it: it.execute("select update_id, state, body is null, reason from inbox").fetchall()
    )


def update(number: int, bot: Bot, **content: Any) -> Received:
    return read({"update_id": number, **(content or {"message": MESSAGE})}, bot)


@pytest.mark.parametrize(
    ("description", "content", "chat", "problem"),
    [
        ("a message", {"message": MESSAGE}, CHAT, None),
        (
            "an inline query counts as its user's chat",
            {"inline_query": {"id": "1", "from": {"id": 9, "is_bot": False, "first_name": ""}, "query": "", "offset": ""}},
            9,
            None,
        ),
        ("a kind that nobody knows", {"new_kind": {}}, None, None),
        ("a chat without a number", {"message": {**MESSAGE, "chat": {"id": "x", "type": "private"}}}, None, "missing or of a wrong type"),
        ("a message that is none", {"message": 5}, None, "missing or of a wrong type"),
        ("a query of nobody's", {"callback_query": {"id": "1"}}, None, "missing or of a wrong type"),
        ("a message of no time", {"message": {**MESSAGE, "date": None}}, None, "missing or of a wrong type"),
        ("a number that SQLite can't keep", {"message": {**MESSAGE, "message_id": 2**63}}, None, "missing or of a wrong type"),
        ("a year that no calendar has", {"message": {**MESSAGE, "date": 10**13}}, None, "ValueError"),
        ("lists in lists in lists", {"message": {**MESSAGE, "poll": DEEP}}, None, "RecursionError"),
    ],
)  # fmt: skip
def test_an_update_is_read_or_says_why_it_cant_be(
    bot: Bot, description: str, content: dict[str, Any], chat: int | None, problem: str | None
) -> None:
    received = update(3, bot, **content)
    assert (received.chat, (received.problem or "").partition(":")[0] or None) == (chat, problem), description
    assert (received.update is None) == bool(problem), description


@pytest.mark.parametrize("data", [5, [], {}, {"update_id": "7"}, {"update_id": True}, {"update_id": 2**63}])
def test_what_has_no_number_is_no_update(bot: Bot, data: Any) -> None:
    with pytest.raises(ValueError, match="an update is an object with an update_id"):
        read(data, bot)


async def test_an_update_is_stored_once(database: Database, bot: Bot) -> None:
    inbox = Inbox(database)
    assert len(await inbox.store([update(1, bot), update(2, bot)])) == 2
    (new,) = await inbox.store([update(2, bot), update(3, bot)])
    assert new.number == 3


async def test_one_that_cant_be_read_is_kept_as_failed(database: Database, bot: Bot) -> None:
    inbox = Inbox(database)
    assert await inbox.store([update(1, bot, message=5)]) == []
    ((number, state, forgotten, reason),) = rows(database)
    assert (number, state, forgotten) == (1, State.FAILED, 0)
    assert reason == "missing or of a wrong type: message"
    assert await inbox.waiting(bot) == []


async def test_what_a_message_said_is_forgotten_once_it_is_done(database: Database, bot: Bot) -> None:
    inbox = Inbox(database)
    done, failed, refused = await inbox.store([update(number, bot) for number in (1, 2, 3)])
    inbox.end(done, State.DONE)
    inbox.end(failed, State.FAILED, "OSError")
    inbox.end(refused, State.REFUSED)
    await inbox.write()
    assert rows(database) == [(1, "done", 1, None), (2, "failed", 0, "OSError"), (3, "refused", 1, None)]
    database.run_now(lambda it: forget(it, CHAT))
    assert rows(database)[1] == (2, "failed", 1, None)


async def test_what_wasnt_done_waits_for_the_next_start_with_what_was_sent(
    database: Database, bot: Bot
) -> None:
    inbox = Inbox(database)
    first, second = await inbox.store([update(1, bot), update(2, bot)])
    await inbox.accepted(first, {"message_id": 8})
    inbox.end(second, State.DONE)
    await inbox.write()

    (left,) = await Inbox(database).waiting(bot)

    assert (left.number, left.again, left.sent) == (1, True, [{"message_id": 8}])
    assert left.update is not None
    assert left.update.message is not None
    assert left.update.message.text == "سؤال"
    assert [left.sent_before(), left.sent_before()] == [{"message_id": 8}, None]


async def test_an_update_that_was_at_hand_in_25_starts_is_given_up(database: Database, bot: Bot) -> None:
    await Inbox(database).store([update(1, bot)])
    starts = 0
    while left := await Inbox(database).waiting(bot):
        starts += 1
        await Inbox(database).begin(left[0])
    assert starts == 25
    assert rows(database) == [(1, "failed", 0, "the program ended each time that it was handled")]


async def test_what_is_old_is_deleted(database: Database, bot: Bot) -> None:
    inbox = Inbox(database)
    for received in await inbox.store([update(number, bot) for number in (1, 2, 3)]):
        if received.number != 3:
            inbox.end(received, State.DONE if received.number == 1 else State.FAILED)
    await inbox.write()
    three_days_ago = time.time() - 3 * 24 * 3600
    database.run_now(lambda it: it.execute("update inbox set at = ?", (three_days_ago,)))
    await inbox.forget_old()
    assert [number for number, *_ in rows(database)] == [2, 3]
