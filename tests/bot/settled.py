"""Files that nobody has to wait for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_settled(path: Path, text: str, modified: int = 1) -> None:
    """Write a file as if it had come to rest long ago, so many seconds after 1970."""
    path.write_text(text, "utf-8")
    os.utime(path, (modified, modified))
