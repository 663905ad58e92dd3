"""What the settings say is to be asked, opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.failures import told
from bot.output import complain
from bot.progress import progress
from retrieval import DenseReranker, Retriever

if TYPE_CHECKING:
    from bot.settings import Settings


def opened(settings: Settings) -> Retriever:
    """The index that the settings name, or else the folder. Raises ClickException where it can't be asked."""
    with told():
        reranker = DenseReranker(progress) if settings.dense else None
        if settings.index:
            return Retriever.open(settings.index, reranker=reranker)
        retriever = Retriever.from_folder(settings.source, reranker=reranker)
    for failure in retriever.failures:
        complain(f"left out: {failure}")
    return retriever
