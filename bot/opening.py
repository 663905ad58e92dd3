"""Settings -> the Retriever that they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.output import complain
from bot.progress import progress
from retrieval import DenseReranker, Retriever

if TYPE_CHECKING:
    from bot.settings import Settings


def open_retriever(settings: Settings) -> Retriever:
    """A Retriever over the index, or else the folder, of the settings; files left out are told of.

    Raises IqtibasError where there is nothing that can be asked.
    """
    reranker = DenseReranker(progress) if settings.dense else None
    if settings.index:
        return Retriever.open(settings.index, reranker=reranker)
    retriever = Retriever.from_folder(settings.source, reranker=reranker)
    for failure in retriever.failures:
        complain(f"left out: {failure}")
    return retriever
