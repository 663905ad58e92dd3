"""What the settings say is to be asked, opened."""

from __future__ import annotations

import gc
from contextlib import suppress
from typing import TYPE_CHECKING

from bot.output import complain
from bot.progress import progress
from retrieval import DenseReranker, Retriever, StorageError, glossary_of

if TYPE_CHECKING:
    from pathlib import Path

    from bot.settings import Settings


VECTORS = "vectors.sqlite"
"""Where embeddings are kept: in an index, or in the user's data folder."""


def dense_reranker(folder: Path) -> DenseReranker:
    """The reranker whose embeddings are kept in a folder, which is made if need be. Raises ExtraMissing."""
    with suppress(OSError):  # they end with the process then
        folder.mkdir(parents=True, exist_ok=True)
    return DenseReranker(progress, kept=folder / VECTORS)


def opened(settings: Settings) -> Retriever:
    """The index that the settings name, or else the folder. Raises IqtibasError where it can't be asked."""
    reranker = _reranker(settings)
    retriever = (
        Retriever.open(settings.index, reranker=reranker)
        if settings.index
        else _indexed(settings, reranker) or _in_memory(settings, reranker)
    )
    return _ready(retriever, settings)


def reopened(settings: Settings) -> Retriever:
    """The index that `opened` found or made, in another process: as its last commit left it.

    Raises IqtibasError where it can't be asked.
    """
    reranker = _reranker(settings)
    if settings.index:
        return _ready(Retriever.open(settings.index, reranker=reranker), settings)
    from bot.default_index import place  # noqa: PLC0415 - as in `_indexed`

    path = place(settings.source, settings.data)
    return _ready(Retriever.open(path, glossary_of(settings.source), reranker), settings)


def _reranker(settings: Settings) -> DenseReranker | None:
    return dense_reranker(settings.index or settings.data) if settings.dense else None


def _ready(retriever: Retriever, settings: Settings) -> Retriever:
    retriever.silent_below = settings.silent_below
    # What was loaded stays: going through it with each garbage collection holds up a question in a hundred.
    gc.freeze()
    return retriever


def _indexed(settings: Settings, reranker: DenseReranker | None) -> Retriever | None:
    """The folder by way of its index; None where there is none, or nothing in it."""
    from bot.default_index import open_default  # noqa: PLC0415 - not for --index to pay for

    if not settings.source.is_dir():
        return None
    try:
        return open_default(settings, reranker)
    except StorageError as error:
        complain(f"no index is kept ({error}); the folder is read into memory instead")
        return None


def _in_memory(settings: Settings, reranker: DenseReranker | None) -> Retriever:
    retriever = Retriever.from_folder(settings.source, reranker=reranker)
    for failure in retriever.failures:
        complain(f"left out: {failure}")
    return retriever
