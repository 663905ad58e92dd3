"""The note "typing…" over a chat."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from telegram import Bot, Chat, Message
from telegram.constants import ChatType

from bot.telegram.asking import typing
from tests.botapi import BotApiServer

TOKEN = "123456:any"
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("description", "seconds", "shown"),
    [("an answer at once", 0.0, 0), ("a slow one", 0.25, 1), ("a very slow one, again and again", 0.6, 3)],
)
async def test_is_shown_while_an_answer_takes_its_time(
    monkeypatch: pytest.MonkeyPatch, description: str, seconds: float, shown: int
) -> None:
    monkeypatch.setattr(typing, "_FIRST", 0.1)
    monkeypatch.setattr(typing, "_AGAIN", 0.2)
    async with BotApiServer() as server, Bot(TOKEN, base_url=server.base_url) as bot:
        server.inject({"message": {"from": {"id": 7}, "text": "سؤال"}})
        message = Message(1, NOW, Chat(7, ChatType.PRIVATE))
        message.set_bot(bot)
        async with typing.typing(message):
            await asyncio.sleep(seconds)
        calls = server.sent("sendChatAction")
        assert [call["parameters"]["action"] for call in calls] == ["typing"] * shown, description


async def test_an_answer_comes_even_if_the_note_cant_be_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typing, "_FIRST", 0.0)
    async with BotApiServer() as server, Bot(TOKEN, base_url=server.base_url) as bot:
        message = Message(1, NOW, Chat(404, ChatType.PRIVATE))
        message.set_bot(bot)
        async with typing.typing(message):
            await asyncio.sleep(0.1)
        assert "error" in server.sent("sendChatAction")[0]
