"""What an update tells before an object is made of it, and which make none."""

from __future__ import annotations

from functools import reduce
from typing import Any

import pytest
from telegram import Bot

from bot.telegram.received import Received, Unreadable
from tests.bot.telegram.server import TOKEN

CHAT, USER = -7, 9
PERSON = {"id": USER, "is_bot": False, "first_name": "ليلى"}
ROOM = {"id": CHAT, "type": "supergroup", "title": "أخبار"}
MESSAGE = {"message_id": 1, "date": 1, "chat": ROOM, "from": PERSON, "text": "سؤال"}
QUERY = {"id": "1", "from": PERSON, "query": "", "offset": ""}
PRESS = {"id": "1", "from": PERSON, "chat_instance": "1", "data": "x"}
DEEP: list[Any] = reduce(lambda inner, _: [inner], range(600), [])


@pytest.mark.parametrize(
    ("description", "content", "chat", "writer"),
    [
        ("a message", {"message": MESSAGE}, CHAT, USER),
        ("an edited one", {"edited_message": MESSAGE}, CHAT, USER),
        ("an anonymous administrator's", {"message": {**MESSAGE, "sender_chat": ROOM}}, CHAT, None),
        ("a pressed button, whose wait is to be ended", {"callback_query": {**PRESS, "message": MESSAGE}}, CHAT, None),
        ("one under what was chosen inline", {"callback_query": {**PRESS, "inline_message_id": "1"}}, USER, None),
        ("an inline query, which is to be declined", {"inline_query": QUERY}, USER, None),
        ("a kind that nobody knows", {"new_kind": {}}, None, None),
        ("a message of no chat", {"message": {**MESSAGE, "chat": None}}, USER, USER),
        ("a chat that is no object", {"message": {**MESSAGE, "chat": 5, "from": [5]}}, None, None),
        ("numbers that SQLite can't keep", {"message": {**MESSAGE, "chat": {"id": 2**63}, "from": {"id": -(2**63)}}}, None, None),
    ],
)  # fmt: skip
def test_chat_and_writer_are_found_without_an_object(
    description: str, content: dict[str, Any], chat: int | None, writer: int | None
) -> None:
    received = Received.of({"update_id": 3, **content})
    assert (received.number, received.chat, received.writer) == (3, chat, writer), description


@pytest.mark.parametrize("content", [{"message": MESSAGE}, {"inline_query": QUERY}, {"callback_query": {**PRESS, "message": MESSAGE}}])  # fmt: skip
def test_the_chat_is_the_one_that_the_object_tells(content: dict[str, Any]) -> None:
    received = Received.of({"update_id": 3, **content})
    update = received.parsed(Bot(TOKEN))
    whose = update.effective_chat or update.effective_user
    assert whose is not None
    assert received.chat == whose.id


@pytest.mark.parametrize(
    ("description", "content", "problem"),
    [
        ("a chat without a number", {"message": {**MESSAGE, "chat": {"id": "x", "type": "private"}}}, "missing or of a wrong type: message.chat.id"),
        ("a message that is none", {"message": 5}, "missing or of a wrong type: message"),
        ("a query of nobody's", {"callback_query": {"id": "1"}}, "missing or of a wrong type: callback_query.from"),
        ("a message of no time", {"message": {**MESSAGE, "date": None}}, "missing or of a wrong type: message.date"),
        ("a number that SQLite can't keep", {"message": {**MESSAGE, "message_id": 2**63}}, "missing or of a wrong type: message.message_id"),
        ("a year that no calendar has", {"message": {**MESSAGE, "date": 10**13}}, "ValueError"),
        ("lists in lists in lists", {"message": {**MESSAGE, "poll": DEEP}}, "RecursionError"),
    ],
)  # fmt: skip
def test_what_makes_no_object_says_why(description: str, content: dict[str, Any], problem: str) -> None:
    with pytest.raises(Unreadable) as raised:
        Received.of({"update_id": 3, **content}).parsed(Bot(TOKEN))
    assert str(raised.value).startswith(problem), description


@pytest.mark.parametrize("data", [5, [], {}, {"update_id": "7"}, {"update_id": True}, {"update_id": 2**63}])
def test_what_has_no_number_is_no_update(data: Any) -> None:
    with pytest.raises(ValueError, match="an update is an object with an update_id"):
        Received.of(data)
