"""A Haystack component. Needs the extra `haystack`.

Haystack reports its use to its makers (posthog) unless HAYSTACK_TELEMETRY_ENABLED=False is set before it is
imported; Iqtibas itself reports nothing.

>>> from retrieval import Retriever
>>> asked = Retriever.in_memory(["وصل الوفد إلى أنقرة مساء الجمعة.", "غادرت السفينة الميناء."])
>>> (document,) = IqtibasRetriever(asked, top_k=1).run("متى وصل الوفد؟")["documents"]
>>> document.content, document.meta["path"]
('وصل الوفد إلى أنقرة مساء الجمعة.', '1')
"""

from __future__ import annotations

import asyncio
import os
from typing import Any

from haystack import Document, component, default_from_dict, default_to_dict

from retrieval.adapters.found import find
from retrieval.retriever import Retriever


@component
class IqtibasRetriever:
    """Paragraphs of a Retriever as Haystack documents, best first.

    A document's content is the paragraph, word for word; `meta` has its source, its place, the sentence that
    answers and the words that matched.

    retriever: what is asked; or the path of an index on disk, opened when it is first needed. Only of a path
        can a pipeline be written down
    top_k: at most so many documents
    where: which documents are asked, {"publisher": "…", "date>=": "2021-01-01"}; see `retrieval.where`
    silent: give none where the documents don't answer the question, see `Retriever.ask`
    """

    def __init__(
        self,
        retriever: Retriever | str | os.PathLike[str],
        top_k: int = 10,
        *,
        where: dict[str, Any] | None = None,
        silent: bool = False,
    ) -> None:
        self.top_k = top_k
        self.where = where
        self.silent = silent
        self._given = retriever
        self._opened: Retriever | None = None

    def warm_up(self) -> None:
        """Open the index, if it isn't open. Raises as `Retriever.open` does."""
        self._asked()

    def to_dict(self) -> dict[str, Any]:
        """The component for a file. Raises TypeError of a retriever that was given open."""
        if isinstance(self._given, Retriever):
            raise TypeError(
                "an open Retriever can't be written down; give IqtibasRetriever the path of an index"
            )
        path = os.fspath(self._given)
        return default_to_dict(self, retriever=path, top_k=self.top_k, where=self.where, silent=self.silent)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> IqtibasRetriever:
        """The component that `to_dict` wrote down."""
        return default_from_dict(cls, data)

    @component.output_types(documents=list[Document])
    def run(
        self, query: str, top_k: int | None = None, where: dict[str, Any] | None = None
    ) -> dict[str, list[Document]]:
        """The documents for a query; top_k, where: in place of the component's own."""
        limit = self.top_k if top_k is None else top_k
        found = find(self._asked(), query, limit, where or self.where, silent=self.silent)
        return {
            "documents": [
                Document(id=each.key, content=each.text, meta=each.metadata, score=each.score)
                for each in found
            ]
        }

    @component.output_types(documents=list[Document])
    async def run_async(
        self, query: str, top_k: int | None = None, where: dict[str, Any] | None = None
    ) -> dict[str, list[Document]]:
        """As `run`, in a thread of its own."""
        return await asyncio.to_thread(self.run, query, top_k, where)

    def _asked(self) -> Retriever:
        if isinstance(self._given, Retriever):
            return self._given
        if self._opened is None:
            self._opened = Retriever.open(self._given)
        return self._opened
