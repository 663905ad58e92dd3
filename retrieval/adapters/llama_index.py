"""A LlamaIndex retriever. Needs the extra `llama-index`.

>>> from retrieval import Retriever
>>> asked = Retriever.in_memory(["وصل الوفد إلى أنقرة مساء الجمعة.", "غادرت السفينة الميناء."])
>>> (node,) = IqtibasRetriever(asked, similarity_top_k=1).retrieve("متى وصل الوفد؟")
>>> node.text, node.metadata["path"]
('وصل الوفد إلى أنقرة مساء الجمعة.', '1')
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore, TextNode

from retrieval.adapters.found import find

if TYPE_CHECKING:
    from collections.abc import Mapping

    from llama_index.core.schema import QueryBundle

    from retrieval.adapters.found import Found
    from retrieval.retriever import Retriever

_FOR_READERS = ("attribution",)
"""What a language model is shown of the metadata, beside the paragraph: where it is from."""


class IqtibasRetriever(BaseRetriever):
    """Paragraphs of a Retriever as LlamaIndex nodes with scores, best first.

    A node's text is the paragraph, word for word; `metadata` has its source, its place, the sentence that
    answers and the words that matched. `aretrieve` searches in a thread of its own.

    retriever: what is asked
    similarity_top_k: at most so many nodes, under LlamaIndex's name for it
    where: which documents are asked, {"publisher": "…", "date>=": "2021-01-01"}; see `retrieval.where`
    silent: give none where the documents don't answer the question, see `Retriever.ask`
    """

    def __init__(
        self,
        retriever: Retriever,
        similarity_top_k: int = 4,
        *,
        where: Mapping[str, object] | None = None,
        silent: bool = False,
    ) -> None:
        super().__init__()
        self._retriever = retriever
        self.similarity_top_k = similarity_top_k
        self.where = where
        self.silent = silent

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        question, limit = query_bundle.query_str, self.similarity_top_k
        found = find(self._retriever, question, limit, self.where, silent=self.silent)
        return [_node(each) for each in found]

    async def _aretrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        return await asyncio.to_thread(self._retrieve, query_bundle)


def _node(found: Found) -> NodeWithScore:
    node = TextNode(
        id_=found.key,
        text=found.text,
        metadata=found.metadata,
        excluded_llm_metadata_keys=[key for key in found.metadata if key not in _FOR_READERS],
        excluded_embed_metadata_keys=list(found.metadata),
    )
    return NodeWithScore(node=node, score=found.score)
