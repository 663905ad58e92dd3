"""The bytes of a file that is really one: no folder, pipe or device, whatever it is called."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from retrieval.errors import FileUnreadable

if TYPE_CHECKING:
    from pathlib import Path

# A link put in the file's place meanwhile is refused, a pipe does not keep us waiting. Windows has neither.
_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


def read_bytes(path: Path, name: str) -> bytes:
    """What is in a regular file; nothing else is ever opened for reading. Raises FileUnreadable."""
    try:
        path = path.resolve(strict=True)
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileUnreadable(name, "it is a folder, a pipe or a device; only regular files are read")
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise FileUnreadable(name, "it changed while it was opened; read the folder again")
            return file.read()
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, in Python before 3.13
        raise FileUnreadable(
            name, f"the system refuses it: {getattr(error, 'strerror', None) or error}"
        ) from error
