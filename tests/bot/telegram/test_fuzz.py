"""No update, however odd, is too much for the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bot.telegram.fuzz import fuzz

if TYPE_CHECKING:
    from pathlib import Path

# "BadRequest" and "Forbidden" are Telegram's, which doesn't know the chats that were made up.
_EXPECTED = {"done", "unreadable", "refused", "BadRequest", "Forbidden"}


def test_odd_updates_are_answered_or_left_alone_and_none_is_an_error(tmp_path: Path) -> None:
    """300 here, 10,000 by `make soak`."""
    ended = fuzz(tmp_path, 300, seed=7)
    assert set(ended) <= _EXPECTED
    assert ended["done"] > 100
