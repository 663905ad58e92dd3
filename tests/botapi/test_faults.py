"""Scripted faults, as python-telegram-bot sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut

from tests.botapi.examples import CHAT, TOKEN

if TYPE_CHECKING:
    from telegram import Bot

    from tests.botapi import BotApiServer


@pytest.mark.parametrize(
    ("fault", "error", "text"),
    [
        ({"kind": 429, "retry_after": 2}, RetryAfter, "Flood control exceeded. Retry in 2 seconds"),
        ({"kind": 403}, Forbidden, "Forbidden: bot was blocked by the user"),
        ({"kind": 401}, InvalidToken, "Unauthorized"),
        ({"kind": 502}, NetworkError, "Bad Gateway"),
        ({"kind": 400, "description": "Bad Request: message is too long"}, BadRequest, "Message is too long"),
        ({"kind": "timeout"}, TimedOut, "Timed out"),
    ],
)
@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")  # of RetryAfter's number
async def test_a_scripted_fault_fails_a_call_before_it_is_done(
    server: BotApiServer, bot: Bot, fault: dict[str, Any], error: type[Exception], text: str
) -> None:
    server.script({"method": "sendMessage", **fault})

    with pytest.raises(error, match=text):
        await bot.send_message(CHAT, "أ", read_timeout=0.3)

    assert await bot.send_message(CHAT, "أ"), "the fault was for one call"
    assert ["result" in sent for sent in server.sent("sendMessage")] == [False, True]


async def test_a_dropped_connection_leaves_the_message_sent(server: BotApiServer, bot: Bot) -> None:
    server.script({"method": "sendMessage", "kind": "drop-after-commit", "times": 2})

    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.send_message(CHAT, "أ")

    assert [sent["result"]["text"] for sent in server.sent("sendMessage")] == ["أ", "أ"]


async def test_a_fault_that_there_is_not_is_refused(server: BotApiServer) -> None:
    with pytest.raises(
        ValueError, match="kind 'rain': it is one of 400, 401, 403, 409, 429, 500, 502, timeo"
    ):
        server.script({"method": "sendMessage", "kind": "rain"}, token=TOKEN)
