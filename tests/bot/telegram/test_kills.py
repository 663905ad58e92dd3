"""Nothing is lost, and hardly anything repeated, where the bot is killed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.telegram.kills import kill_bots

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("webhook", [False, True])
def test_no_kill_loses_an_update_or_repeats_more_than_one_reply(tmp_path: Path, webhook: bool) -> None:
    """Two kills each here, a hundred by `make soak`. Of a bot that forgets what it took, five lose 264 of 370."""
    harm = kill_bots(tmp_path, 2, webhook=webhook)
    assert harm.lost == 0
    assert max(harm.repeated) <= 1
