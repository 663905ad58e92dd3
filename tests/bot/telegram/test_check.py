"""What `iqtibas telegram --check` finds, and says to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.telegram.process import BotProcess
from tests.bot.telegram.server import TOKEN, Telegram

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot.telegram.server import Json

CHECK = ("--check",)


def test_after_a_start_all_is_well(tmp_path: Path) -> None:
    with Telegram() as server:
        with BotProcess(server.base_url, tmp_path) as bot:
            bot.wait_logged("answering as")
            assert bot.stop() == 0
        with BotProcess(server.base_url, tmp_path, options=CHECK) as check:
            assert check.wait() == 0, check.log
    assert "PROBLEM" not in check.log
    for line in (
        "ok      index: 5 documents, 94 paragraphs",
        "ok      token: it is @test123456_bot's",
        "ok      privacy in groups: it sees what is meant for it",
        "ok      inline mode: on",
        "in the menu",
        "ok      updates: by polling; 0 updates wait",
    ):
        assert line in check.log


@pytest.mark.parametrize(
    ("description", "faults", "env", "told", "mend"),
    [
        (
            "a token that Telegram doesn't know",
            [{"method": "getMe", "kind": 401}],
            {},
            "PROBLEM token: the server refuses it",
            "TELEGRAM_BOT_TOKEN is as @BotFather gave it",
        ),
        (
            "Telegram is away",
            [{"method": "getMe", "kind": 502}],
            {},
            "PROBLEM Telegram: it can't be reached (Bad Gateway)",
            "look whether this machine reaches TELEGRAM_BASE_URL",
        ),
        (
            "no start yet",
            [],
            {},
            "PROBLEM commands: Telegram's menu for everybody lists 0, not those of this version",
            "the next start of iqtibas telegram sets that right",
        ),
        (
            "a webhook that isn't set",
            [],
            {"IQTIBAS_WEBHOOK_URL": "https://example.org/hook"},
            "PROBLEM updates: Telegram posts them nowhere; 0 updates wait",
            "the next start of iqtibas telegram sets that right",
        ),
        (
            "a folder that can't be written",
            [],
            {"IQTIBAS_DATA": "/dev/null/data"},
            "PROBLEM data: /dev/null/data/telegram.sqlite can't be used",
            "IQTIBAS_DATA names a folder that may be written",
        ),
    ],
)
def test_what_is_wrong_is_named_with_what_mends_it(  # noqa: PLR0913, PLR0917
    tmp_path: Path, description: str, faults: list[Json], env: dict[str, str], told: str, mend: str
) -> None:
    with Telegram() as server:
        server.script(*faults)
        with BotProcess(server.base_url, tmp_path, options=CHECK, env=env) as check:
            assert check.wait() == 1, description
    assert told in check.log
    assert mend in check.log
    assert TOKEN.partition(":")[2] not in check.log
