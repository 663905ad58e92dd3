"""What the inbox keeps, and for how long."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from bot.telegram.database import Database
from bot.telegram.inbox import Inbox, State, forget
from bot.telegram.received import Received

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHAT = 7
MESSAGE = {"message_id": 1, "date": 1, "chat": {"id": CHAT, "type": "private"}, "text": "سؤال"}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path) as opened:
        yield opened


def rows(database: Database) -> list[tuple[Any, ...]]:
    return database.run_now(
        lambda it: it.execute("select update_id, state, body is null, reason from inbox").fetchall()
    )


def update(number: int, **content: Any) -> Received:
    return Received.of({"update_id": number, **(content or {"message": MESSAGE})})


async def test_an_update_is_stored_once(database: Database) -> None:
    inbox = Inbox(database)
    assert len(await inbox.store([update(1), update(2)])) == 2
    (new,) = await inbox.store([update(2), update(3)])
    assert new.number == 3


async def test_what_a_message_said_is_forgotten_once_it_is_done(database: Database) -> None:
    inbox = Inbox(database)
    done, failed, refused = await inbox.store([update(number) for number in (1, 2, 3)])
    inbox.end(done, State.DONE)
    inbox.end(failed, State.FAILED, "OSError")
    inbox.end(refused, State.REFUSED)
    await inbox.write()
    assert rows(database) == [(1, "done", 1, None), (2, "failed", 0, "OSError"), (3, "refused", 1, None)]
    database.run_now(lambda it: forget(it, CHAT))
    assert rows(database)[1] == (2, "failed", 1, None)


async def test_what_wasnt_done_waits_for_the_next_start_with_what_was_sent(database: Database) -> None:
    inbox = Inbox(database)
    first, second = await inbox.store([update(1), update(2)])
    await inbox.accepted(first, {"message_id": 8})
    inbox.end(second, State.DONE)
    await inbox.write()

    (left,) = await Inbox(database).waiting()

    assert (left.number, left.again, left.sent) == (1, True, [{"message_id": 8}])
    assert left.data["message"]["text"] == "سؤال"
    assert [left.sent_before(), left.sent_before()] == [{"message_id": 8}, None]


async def test_an_update_that_was_at_hand_in_25_starts_is_given_up(database: Database) -> None:
    await Inbox(database).store([update(1)])
    starts = 0
    while left := await Inbox(database).waiting():
        starts += 1
        await Inbox(database).begin(left[0])
    assert starts == 25
    assert rows(database) == [(1, "failed", 0, "the program ended each time that it was handled")]


async def test_what_is_old_is_deleted(database: Database) -> None:
    inbox = Inbox(database)
    for received in await inbox.store([update(number) for number in (1, 2, 3)]):
        if received.number != 3:
            inbox.end(received, State.DONE if received.number == 1 else State.FAILED)
    await inbox.write()
    three_days_ago = time.time() - 3 * 24 * 3600
    database.run_now(lambda it: it.execute("update inbox set at = ?", (three_days_ago,)))
    await inbox.forget_old()
    assert [number for number, *_ in rows(database)] == [2, 3]
