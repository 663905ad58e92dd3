"""What every reranker can do: give the best-ranked paragraphs a better order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from retrieval.model import Paragraph
    from retrieval.ranking.collection import Collection
    from retrieval.ranking.search import Ranked


class Reranker(Protocol):
    """A second opinion on the paragraphs that rank first; they are read and quoted in the order it leaves."""

    @property
    def depth(self) -> int:
        """So many of the first paragraphs are reranked."""

    def add(self, paragraphs: Iterable[Paragraph]) -> None:
        """Prepare paragraphs, so that questions needn't wait for them."""

    def rerank(self, question: str, ranked: Sequence[Ranked], collection: Collection) -> list[Ranked]:
        """The same, the first `depth` of them in a new order, their scores still on the scale they were on.

        Where their `meaning` is told as well, the confidence goes by it beside the words.
        collection: which they are of
        """
