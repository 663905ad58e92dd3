"""What each framework asks of a retriever beside its answers."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest

from retrieval import Retriever
from tests.adapters.conftest import SEEDS

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval import Passage

PATIENCE = 10.0
"""Seconds: generous, since a test that passes doesn't wait for it."""
QUESTION = "كم استمر الاجتماع؟"


def test_langchain_documents_have_the_source_the_place_and_the_answer(seeds: Retriever) -> None:
    from retrieval.adapters.langchain import IqtibasRetriever

    (document,) = IqtibasRetriever(retriever=seeds, k=1).invoke(QUESTION)
    metadata = document.metadata
    source = seeds.document(metadata["path"])
    assert source
    assert source.text[metadata["start"] : metadata["end"]] == document.page_content
    assert document.page_content[slice(*metadata["answer"])].startswith("استمر الاجتماع لمدة ساعة")
    assert document.id == f"{metadata['path']}:{metadata['start']}-{metadata['end']}"
    assert metadata["attribution"]


async def test_a_langchain_chain_batches_and_sets_k_for_one_call(seeds: Retriever) -> None:
    from langchain_core.runnables import ConfigurableField

    from retrieval.adapters.langchain import IqtibasRetriever

    retriever = IqtibasRetriever(retriever=seeds).configurable_fields(k=ConfigurableField(id="k"))
    chain = retriever | (lambda documents: [each.page_content for each in documents])
    one, two = await chain.abatch(
        [QUESTION, QUESTION], [{"configurable": {"k": 1}}, {"configurable": {"k": 2}}]
    )
    assert (len(one), len(two)) == (1, 2)
    assert two[:1] == one


def test_langchain_refuses_to_find_nothing(seeds: Retriever) -> None:
    from retrieval.adapters.langchain import IqtibasRetriever

    with pytest.raises(ValueError, match="greater than or equal to 1"):
        IqtibasRetriever(retriever=seeds, k=0)


def test_a_llama_index_node_shows_a_model_where_it_is_from_and_no_more(seeds: Retriever) -> None:
    from llama_index.core.schema import MetadataMode

    from retrieval.adapters.llama_index import IqtibasRetriever

    (found,) = IqtibasRetriever(seeds, similarity_top_k=1).retrieve(QUESTION)
    shown = found.node.get_content(MetadataMode.LLM)
    assert shown == f"attribution: {found.metadata['attribution']}\n\n{found.text}"
    assert found.node.get_content(MetadataMode.EMBED) == found.text


@pytest.fixture
def index(seeds: Retriever, tmp_path: Path) -> Path:
    with Retriever.open(tmp_path / "index", create=True) as retriever:
        retriever.add(seeds.documents)
    return tmp_path / "index"


def test_a_haystack_pipeline_over_an_index_is_written_down_and_read_again(index: Path) -> None:
    from haystack import Pipeline

    from retrieval.adapters.haystack import IqtibasRetriever

    pipeline = Pipeline()
    pipeline.add_component(
        "iqtibas", IqtibasRetriever(index, top_k=2, where={"path^=": str(SEEDS)}, silent=True)
    )
    again = Pipeline.loads(pipeline.dumps(), allowed_modules=["retrieval.adapters.*"])
    asked = {"iqtibas": {"query": QUESTION}}
    assert again.to_dict() == pipeline.to_dict()
    assert again.run(asked) == pipeline.run(asked)
    assert 1 <= len(again.run(asked)["iqtibas"]["documents"]) <= 2


def test_haystack_says_why_an_open_retriever_is_not_written_down(seeds: Retriever) -> None:
    from retrieval.adapters.haystack import IqtibasRetriever

    with pytest.raises(TypeError, match="give IqtibasRetriever the path of an index"):
        IqtibasRetriever(seeds).to_dict()


def test_haystack_asks_for_as_many_as_the_query_says(seeds: Retriever) -> None:
    from retrieval.adapters.haystack import IqtibasRetriever

    retriever = IqtibasRetriever(seeds, top_k=1)
    assert [len(retriever.run(QUESTION, top_k=k)["documents"]) for k in (None, 3, 0)] == [1, 3, 0]


@pytest.mark.parametrize("asked", ["ainvoke", "aretrieve", "run_async"])
async def test_searching_leaves_the_event_loop_free(
    asked: str, seeds: Retriever, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A search that waits for another task of the same loop comes to its end."""
    from retrieval.adapters.haystack import IqtibasRetriever as Haystack
    from retrieval.adapters.langchain import IqtibasRetriever as LangChain
    from retrieval.adapters.llama_index import IqtibasRetriever as LlamaIndex

    others_ran = threading.Event()
    search = seeds.search

    def waiting(question: str, limit: int, where: object) -> list[Passage]:
        assert where is None
        assert others_ran.wait(PATIENCE)
        return search(question, limit)

    async def other() -> None:
        others_ran.set()

    monkeypatch.setattr(seeds, "search", waiting)
    retriever = {
        "ainvoke": LangChain(retriever=seeds),
        "aretrieve": LlamaIndex(seeds),
        "run_async": Haystack(seeds),
    }[asked]
    found, _ = await asyncio.gather(getattr(retriever, asked)(QUESTION), other())
    assert found
