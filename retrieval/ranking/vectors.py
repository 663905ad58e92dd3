"""Embeddings under the texts they are of, kept in a file from one start to the next."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from os import PathLike

    from numpy.typing import NDArray

    Vector = NDArray[np.float16]

_IN_MEMORY = ":memory:"


class Vectors:
    """Looked up and added to by several threads and processes; what is there is never changed.

    model: names what makes the embeddings, since those of another mean nothing beside them
    path: of the file, made if need be; without one, or where it can't be opened, they end with the process

    >>> vectors = Vectors("a model")
    >>> vectors.add({"نص": np.array([0.6, 0.8], dtype=np.float16)})
    >>> {text: vector.tolist() for text, vector in vectors.find(["نص", "آخر"]).items()}
    {'نص': [0.60009765625, 0.7998046875]}
    """

    def __init__(self, model: str, path: str | PathLike[str] | None = None) -> None:
        self._model = model
        self._lock = threading.Lock()
        try:
            self._database = _connected(path or _IN_MEMORY)
        except sqlite3.Error:
            self._database = _connected(_IN_MEMORY)

    def find(self, texts: Iterable[str]) -> dict[str, Vector]:
        """The embeddings of those of the texts that have one."""
        found: dict[str, Vector] = {}
        with self._lock:
            for text in texts:
                row = self._database.execute(
                    "select vector from vectors where digest = ?", [self._digest(text)]
                ).fetchone()
                if row:
                    found[text] = np.frombuffer(row[0], dtype=np.float16)
        return found

    def add(self, vectors: Mapping[str, Vector]) -> None:
        """Keep the embeddings of texts."""
        rows = [(self._digest(text), vector.tobytes()) for text, vector in vectors.items()]
        with self._lock, suppress(sqlite3.OperationalError), self._database:
            self._database.executemany("insert or ignore into vectors values (?, ?)", rows)

    def _digest(self, text: str) -> bytes:
        whole = f"{self._model}\n{text}".encode("utf-8", "surrogatepass")
        return hashlib.blake2b(whole, digest_size=16).digest()


def _connected(path: str | PathLike[str]) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=30, check_same_thread=False)
    database.execute(
        "create table if not exists vectors (digest blob primary key, vector blob not null) without rowid"
    )
    return database
