"""A LangChain retriever. Needs the extra `langchain`.

>>> from retrieval import Retriever
>>> asked = Retriever.in_memory(["وصل الوفد إلى أنقرة مساء الجمعة.", "غادرت السفينة الميناء."])
>>> (document,) = IqtibasRetriever(retriever=asked, k=1).invoke("متى وصل الوفد؟")
>>> document.page_content, document.metadata["path"]
('وصل الوفد إلى أنقرة مساء الجمعة.', '1')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import Field

# pydantic looks the fields' types up when the class is made.
from retrieval.retriever import Retriever  # noqa: TC001

if TYPE_CHECKING:
    from langchain_core.callbacks import CallbackManagerForRetrieverRun

from retrieval.adapters.found import find


class IqtibasRetriever(BaseRetriever):
    """Paragraphs of a Retriever as LangChain documents, best first.

    `page_content` is the paragraph, word for word; `metadata` has its source, its place, the sentence that
    answers, the words that matched and the score. `ainvoke` and `abatch` search in a thread of their own.

    retriever: what is asked
    k: at most so many documents
    where: which documents are asked, {"publisher": "…", "date>=": "2021-01-01"}; see `retrieval.where`
    silent: give none where the documents don't answer the question, see `Retriever.ask`
    """

    retriever: Retriever
    k: int = Field(default=4, ge=1)
    where: dict[str, Any] | None = None
    silent: bool = False

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002, LangChain's own
    ) -> list[Document]:
        found = find(self.retriever, query, self.k, self.where, silent=self.silent)
        return [Document(id=each.key, page_content=each.text, metadata=each.metadata) for each in found]
