"""What becomes of a reply where Telegram doesn't take it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.telegram.server import new_id, styles, text_of

if TYPE_CHECKING:
    from tests.bot.telegram.process import BotProcess
    from tests.bot.telegram.server import Json, Telegram

QUESTION = "كم استمر اجتماع أردوغان وبايدن؟"
ANSWER = "استمر الاجتماع لمدة ساعة وعشر دقائق"


def calls_to(telegram: Telegram, chat: int) -> list[Json]:
    """All attempts to send to `chat`, those that failed included."""
    return [each for each in telegram.calls("sendMessage") if str(each["parameters"]["chat_id"]) == str(chat)]


def test_a_429_is_waited_out_and_the_reply_sent_again(telegram: Telegram) -> None:
    user = new_id()
    telegram.script({"method": "sendMessage", "kind": 429, "retry_after": 1})
    telegram.send({"from": {"id": user}, "text": QUESTION})
    (reply,) = telegram.wait_shown(user)
    assert ANSWER in text_of(reply)


def test_html_that_telegram_refuses_is_sent_as_plain_text(telegram: Telegram) -> None:
    user = new_id()
    refused = 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0'
    telegram.script({"method": "sendMessage", "kind": 400, "description": refused})
    telegram.send({"from": {"id": user}, "text": QUESTION})
    (reply,) = telegram.wait_shown(user)
    assert ANSWER in text_of(reply)
    assert "<" not in text_of(reply)
    assert "blockquote" not in styles(reply)


@pytest.mark.parametrize(
    ("description", "fault"),
    [
        ("the user blocked the bot", {"kind": 403}),
        ("the connection broke after the message was sent", {"kind": "drop-after-commit"}),
        ("the server failed", {"kind": 502}),
        ("the chat is gone", {"kind": 400, "description": "Bad Request: chat not found"}),
    ],
)
def test_a_reply_is_not_tried_twice_and_the_next_one_goes_out(
    telegram: Telegram, description: str, fault: Json
) -> None:
    user = new_id()
    telegram.script({"method": "sendMessage", **fault})
    telegram.send({"from": {"id": user}, "text": QUESTION}, {"from": {"id": user}, "text": "/ask"})
    telegram.wait_call("sendMessage", chat_id=user, text="ما سؤالك؟")
    assert len(calls_to(telegram, user)) == 2, description


def test_who_blocked_the_bot_is_no_error_of_the_bot(telegram: Telegram, bot: BotProcess) -> None:
    user, errors = new_id(), bot.log.count("ERROR")
    telegram.script({"method": "sendMessage", "kind": 403})
    telegram.send({"from": {"id": user}, "text": QUESTION}, {"from": {"id": user}, "text": "/ask"})
    telegram.wait_shown(user)
    assert bot.log.count("ERROR") == errors


def test_an_update_that_cant_be_read_is_left_out(telegram: Telegram) -> None:
    user = new_id()
    telegram.inject({"message": {"date": "soon"}}, {"message": {"from": {"id": user}, "text": "/ask"}})
    assert text_of(telegram.wait_shown(user)[0]) == "ما سؤالك؟"
