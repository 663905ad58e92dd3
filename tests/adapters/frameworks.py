"""The frameworks under one face: a question -> the paragraphs that a framework hands out for it.

Each function imports its framework when it is called.
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


def given(text: str, score: float | None, metadata: Mapping[str, Any]) -> Given:
    names = ("path", "start", "end", "sha256", "answer", "highlights")
    assert score is not None
    return Given(text, score, **{name: metadata[name] for name in names})


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
    )


def langchain(retriever: Retriever, question: str, limit: int, *, silent: bool) -> list[Given]:
    from retrieval.adapters.langchain import IqtibasRetriever

    documents = IqtibasRetriever(retriever=retriever, k=limit, silent=silent).invoke(question)
    return [given(each.page_content, each.metadata["score"], each.metadata) for each in documents]


def langchain_async(retriever: Retriever, question: str, limit: int, *, silent: bool) -> list[Given]:
    from retrieval.adapters.langchain import IqtibasRetriever

    documents = asyncio.run(IqtibasRetriever(retriever=retriever, k=limit, silent=silent).ainvoke(question))
    return [given(each.page_content, each.metadata["score"], each.metadata) for each in documents]


def llama_index(retriever: Retriever, question: str, limit: int, *, silent: bool) -> list[Given]:
    from retrieval.adapters.llama_index import IqtibasRetriever

    nodes = IqtibasRetriever(retriever, limit, silent=silent).retrieve(question)
    return [given(each.text, each.score, each.metadata) for each in nodes]


def llama_index_async(retriever: Retriever, question: str, limit: int, *, silent: bool) -> list[Given]:
    from retrieval.adapters.llama_index import IqtibasRetriever

    nodes = asyncio.run(IqtibasRetriever(retriever, limit, silent=silent).aretrieve(question))
    return [given(each.text, each.score, each.metadata) for each in nodes]


def haystack(retriever: Retriever, question: str, limit: int, *, silent: bool) -> list[Given]:
    from retrieval.adapters.haystack import IqtibasRetriever

    documents = IqtibasRetriever(retriever, limit, silent=silent).run(question)["documents"]
    return [given(each.content or "", each.score, each.meta) for each in documents]


def haystack_async(retriever: Retriever, question: str, limit: int, *, silent: bool) -> list[Given]:
    from retrieval.adapters.haystack import IqtibasRetriever

    found = asyncio.run(IqtibasRetriever(retriever, silent=silent).run_async(question, top_k=limit))
    return [given(each.content or "", each.score, each.meta) for each in found["documents"]]


FRAMEWORKS: Mapping[str, Callable[..., list[Given]]] = {
    "LangChain": langchain,
    "LangChain, async": langchain_async,
    "LlamaIndex": llama_index,
    "LlamaIndex, async": llama_index_async,
    "Haystack": haystack,
    "Haystack, async": haystack_async,
}
