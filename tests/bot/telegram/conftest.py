"""One bot for all tests that only talk to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.telegram.process import BotProcess
from tests.bot.telegram.server import Telegram, new_id

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="package")
def server() -> Iterator[Telegram]:
    """The server, still without a bot."""
    with Telegram() as running:
        yield running


@pytest.fixture(scope="package")
def bot(server: Telegram, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BotProcess]:
    """The bot's process."""
    env = {"IQTIBAS_TELEGRAM_WORKERS": "1"}
    with BotProcess(server.base_url, tmp_path_factory.mktemp("bot"), env=env) as process:
        process.wait_logged("answering as")
        yield process


@pytest.fixture
def telegram(server: Telegram, bot: BotProcess) -> Telegram:  # noqa: ARG001  it has to run
    """The server, with the bot behind it."""
    return server


@pytest.fixture
def asker() -> int:
    """Somebody who hasn't asked before."""
    return new_id()
