from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.bot.budget import DOCUMENT
from tests.bot.settled import write_settled

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def budget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one document in seeds/, and no settings."""
    for name in list(os.environ):
        if name.startswith(("IQTIBAS_", "TELEGRAM_")):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    write_settled(tmp_path / "seeds" / "budget.txt", DOCUMENT)
    return tmp_path
