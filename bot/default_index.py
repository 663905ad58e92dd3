"""The index that is kept for a folder where none is named: in the user's data folder, built on first use."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from bot.indexing import paragraphs
from bot.output import complain, complaints
from bot.progress import file_progress
from retrieval import (
    IndexDamaged,
    IndexForeign,
    IndexLocked,
    IndexMissing,
    IndexTooNew,
    IndexTooOld,
    Retriever,
    glossary_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from bot.settings import Settings
    from retrieval import DenseReranker

_UNUSABLE = (IndexMissing, IndexForeign, IndexTooOld, IndexTooNew, IndexDamaged)
"""Nothing is lost when such an index is made anew: all that it holds comes from the folder."""


def open_default(settings: Settings, reranker: DenseReranker | None) -> Retriever | None:
    """The index of the folder that the settings name, brought up to date with it; None if it holds nothing.

    Where another process brings it up to date, its last commit is what there is.
    Raises StorageError where it can't be kept.
    """
    path = place(settings.source, settings.data)
    try:
        retriever = _open(path, settings.source, reranker)
    except _UNUSABLE:
        retriever = _open(path, settings.source, reranker, anew=True)
    if not retriever.searched.documents:
        retriever.close()
        return None
    if reranker:
        reranker.add(paragraphs(retriever))
    return retriever


def place(source: Path, data: Path) -> Path:
    """Where the index of a folder is kept.

    Told apart by where the folder lies and by how it is named: its documents are shown under that name.
    """
    lies = source.resolve()
    told_apart = hashlib.sha256(f"{lies}\n{source}".encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return data / "indexes" / f"{lies.name}-{told_apart}"


def _open(path: Path, source: Path, reranker: DenseReranker | None, *, anew: bool = False) -> Retriever:
    retriever = Retriever.open(path, glossary_of(source), reranker, anew=anew)
    try:
        with file_progress() as progress:
            done = retriever.sync(source, progress=progress)
    except IndexLocked:
        instead = "its last commit is asked" if retriever.searched.documents else "it is read into memory"
        complain(f"another process is indexing {source.as_posix()}; until that is done, {instead}")
    except BaseException:
        retriever.close()
        raise
    else:
        if retriever.searched.documents:
            for complaint in complaints(done):
                complain(complaint)
    return retriever
