"""Arrays in files that only grow; how much of each is valid stands in the database.

A kill in the middle of writing leaves a tail that no commit vouches for; the next writer cuts it off. Readers
map the valid part into memory, so that an index opens at once, however large.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

NUMBERS = np.dtype("<i4")
FLAGS = np.dtype(np.bool_)


class Incomplete(Exception):
    """A file isn't there, or is shorter than the database says."""


def read(path: Path, length: int, kind: np.dtype[Any] = NUMBERS) -> NDArray[Any]:
    """The first `length` items of a file. Raises Incomplete."""
    if not length:
        return np.empty(0, dtype=kind)
    try:
        # A plain array: indexing numpy's own class of mapped arrays costs more.
        return np.memmap(path, dtype=kind, mode="r", shape=(length,)).view(np.ndarray)
    except (OSError, ValueError) as error:
        raise Incomplete(f"{path.name}: {error}") from error


class Growing:
    """A file of items that is appended to, behind the first `length` of them; what else follows is cut off.

    Raises Incomplete where the file is shorter, OSError where the system refuses to write.
    """

    def __init__(self, path: Path, length: int, kind: np.dtype[Any] = NUMBERS) -> None:
        self.length = length
        self._kind = kind
        self._file = path.open("ab")
        if self._file.tell() < length * kind.itemsize:
            self._file.close()
            raise Incomplete(f"{path.name}: shorter than it was")
        self._file.truncate(length * kind.itemsize)

    def append(self, items: NDArray[Any]) -> None:
        """Put items behind the others; they are on disk after `flush`."""
        self._file.write(items.astype(self._kind, copy=False).tobytes())
        self.length += len(items)

    def show(self) -> None:
        """Let readers of the file see everything appended."""
        self._file.flush()

    def flush(self) -> None:
        """Wait until everything appended is on disk."""
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Close the file."""
        self._file.close()
