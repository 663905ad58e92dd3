"""Throw away what is in an index, and nothing else that lies in its folder."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.index import counters
from retrieval.index.database import DATABASE, storage
from retrieval.index.lock import writer_lock
from retrieval.index.snapshot import CONTENT, FOREIGN, NAME_OF, TABLE_FIELDS, starts_file, terms_file

if TYPE_CHECKING:
    from os import PathLike


def erase(path: str | PathLike[str]) -> None:
    """Remove an index's files, if there is one. Raises IndexLocked, IndexUnwritable."""
    folder = Path(path)
    if not (folder / DATABASE).is_file():
        return
    with storage(folder), writer_lock(folder):
        arrays = [folder / name for name in (CONTENT, NAME_OF, FOREIGN)]
        arrays += [place(folder, name) for name in TABLE_FIELDS for place in (starts_file, terms_file)]
        databases = [folder / f"{DATABASE}{end}" for end in ("", "-wal", "-shm")]
        for file in [*databases, *arrays, *counters.files(folder)]:
            file.unlink(missing_ok=True)
        for engine in folder.glob("candidates-*"):
            shutil.rmtree(engine)
