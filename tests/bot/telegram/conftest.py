"""One bot for all tests that only talk to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.telegram.process import BotProcess
from tests.bot.telegram.server import Telegram

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="package")
def telegram() -> Iterator[Telegram]:
    """The server."""
    with Telegram() as server:
        yield server


@pytest.fixture(scope="package", autouse=True)
def bot(telegram: Telegram, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BotProcess]:
    """The bot behind it."""
    with BotProcess(telegram.base_url, tmp_path_factory.mktemp("bot")) as process:
        process.wait_logged("answering as")
        yield process
