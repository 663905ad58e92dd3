"""A server for each test, and python-telegram-bot's Bot as its client."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from telegram import Bot

from tests.botapi import BotApiServer
from tests.botapi.examples import QUESTION, TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def server() -> AsyncIterator[BotApiServer]:
    async with BotApiServer() as running:
        yield running


@pytest.fixture
async def bot(server: BotApiServer) -> AsyncIterator[Bot]:
    """A bot with one chat, whose question, message 1, is already confirmed."""
    async with Bot(TOKEN, base_url=server.base_url) as client:
        server.inject(QUESTION)
        await client.delete_webhook(drop_pending_updates=True)
        yield client
