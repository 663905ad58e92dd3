"""The frameworks under one face: a question -> the paragraphs that a framework hands out for it.

Each function imports its framework when it is called. Options are `silent` and `where`.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from retrieval import Passage, Quote, Retriever


@dataclass(frozen=True)
class Given:
    """A paragraph as a framework hands it out."""

    text: str
    score: float
    path: str
    start: int
    end: int
    sha256: str
    answer: list[int]
    highlights: list[list[int]]
    metadata: dict[str, Any]


def given(text: str, score: float | None, metadata: Mapping[str, Any]) -> Given:
    names = ("path", "start", "end", "sha256", "answer", "highlights")
    assert score is not None
    return Given(
        text, score, **{name: metadata[name] for name in names}, metadata=metadata.get("metadata", {})
    )


def expected(passage: Passage | Quote) -> Given:
    """What a framework must hand out for a passage of the library."""
    paragraph = passage.paragraph
    return Given(
        paragraph.text,
        passage.score,
        paragraph.source.path,
        paragraph.start,
        paragraph.end,
        paragraph.sha256,
        [passage.answer.start, passage.answer.end],
        [[span.start, span.end] for span in passage.highlights],
        dict(paragraph.source.metadata),
    )


def langchain(retriever: Retriever, question: str, limit: int, **options: Any) -> list[Given]:
    from retrieval.adapters.langchain import IqtibasRetriever

    documents = IqtibasRetriever(retriever=retriever, k=limit, **options).invoke(question)
    return [given(each.page_content, each.metadata["score"], each.metadata) for each in documents]


def langchain_async(retriever: Retriever, question: str, limit: int, **options: Any) -> list[Given]:
    from retrieval.adapters.langchain import IqtibasRetriever

    documents = asyncio.run(IqtibasRetriever(retriever=retriever, k=limit, **options).ainvoke(question))
    return [given(each.page_content, each.metadata["score"], each.metadata) for each in documents]


def llama_index(retriever: Retriever, question: str, limit: int, **options: Any) -> list[Given]:
    from retrieval.adapters.llama_index import IqtibasRetriever

    nodes = IqtibasRetriever(retriever, limit, **options).retrieve(question)
    return [given(each.text, each.score, each.metadata) for each in nodes]


def llama_index_async(retriever: Retriever, question: str, limit: int, **options: Any) -> list[Given]:
    from retrieval.adapters.llama_index import IqtibasRetriever

    nodes = asyncio.run(IqtibasRetriever(retriever, limit, **options).aretrieve(question))
    return [given(each.text, each.score, each.metadata) for each in nodes]


def haystack(retriever: Retriever, question: str, limit: int, **options: Any) -> list[Given]:
    from retrieval.adapters.haystack import IqtibasRetriever

    documents = IqtibasRetriever(retriever, limit, **options).run(question)["documents"]
    return [given(each.content or "", each.score, each.meta) for each in documents]


def haystack_async(retriever: Retriever, question: str, limit: int, **options: Any) -> list[Given]:
    from retrieval.adapters.haystack import IqtibasRetriever

    found = asyncio.run(IqtibasRetriever(retriever, **options).run_async(question, top_k=limit))
    return [given(each.content or "", each.score, each.meta) for each in found["documents"]]


FRAMEWORKS: Mapping[str, Callable[..., list[Given]]] = {
    "LangChain": langchain,
    "LangChain, async": langchain_async,
    "LlamaIndex": llama_index,
    "LlamaIndex, async": llama_index_async,
    "Haystack": haystack,
    "Haystack, async": haystack_async,
}
