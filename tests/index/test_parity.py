"""Memory and disk, rank-bm25 and tantivy: after rescoring, one answer."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retrieval import Document, Retriever, Source, Span
from retrieval.evaluation import read_set
from retrieval.ranking import search
from retrieval.ranking.in_memory import MemoryCollection
from retrieval.ranking.query import analyse
from retrieval.ranking.search import rank
from tests.index.corpus import SEEDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.evaluation import EvaluationSet
    from retrieval.ranking.collection import Collection
    from retrieval.stored import StoredRetriever

GLOSSARY = SEEDS.with_name("seeds.glossary.tsv")
DATA = Path(__file__).parents[3] / "shared" / "data"
with Path(__file__).parents[1].joinpath("data", "seed_questions.tsv").open(encoding="utf-8") as rows:
    QUESTIONS = [row["question"] for row in csv.DictReader(rows, delimiter="\t")]


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoredRetriever]:
    path = tmp_path_factory.mktemp("parity") / "index"
    with Retriever.open(path, GLOSSARY, create=True) as retriever:
        retriever.sync(SEEDS, settled=0)
        yield retriever


@pytest.mark.parametrize(
    ("description", "small"), [("every paragraph is rescored", 1000), ("the engines name candidates", 0)]
)
def test_both_answer_the_seeds_alike(
    description: str, small: int, stored: StoredRetriever, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "SMALL", small)
    memory = Retriever.from_folder(SEEDS)
    for question in QUESTIONS:
        expected, found = memory.ask(question), stored.ask(question)
        assert (found.quotes, found.status, found.confidence, found.forms, found.further) == (
            expected.quotes,
            expected.status,
            expected.confidence,
            expected.forms,
            expected.further,
        ), (description, question)


def test_paragraphs_have_the_same_neighbours(stored: StoredRetriever) -> None:
    quote = stored.ask("كم استمر الاجتماع؟").quotes[0]
    assert stored.context(quote.paragraph, 2, 2) == Retriever.from_folder(SEEDS).context(
        quote.paragraph, 2, 2
    )


@pytest.mark.parametrize("name", ["arcd", "xquad_ar"])
def test_both_rank_public_sets_alike(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """MRR@10 over candidates by either engine differs by less than .002 (every sixth question)."""
    if not (DATA / name).is_dir():
        pytest.skip(f"no {DATA / name}: this set can't be compared on")
    monkeypatch.setattr(search, "SMALL", 0)
    public = read_set(DATA / name)
    memory = Retriever.from_documents(map(_document, public.paragraphs))
    with Retriever.open(tmp_path / "index", create=True) as disk:
        disk.add(map(_document, public.paragraphs))
        with memory._holdings.reading() as reference, disk._holdings.reading() as collection:
            assert isinstance(reference, MemoryCollection)
            assert abs(_mrr(reference, public) - _mrr(collection, public)) < 0.002


def _document(paragraph: object) -> Document:
    source, text = paragraph.source, paragraph.text  # type: ignore[attr-defined]
    return Document(Source(source.path, source.title), text, (Span(0, len(text)),))


def _mrr(collection: Collection, public: EvaluationSet) -> float:
    total = 0.0
    names = sorted(public.questions)[::6]
    for name in names:
        ranked = rank(analyse(public.questions[name], collection.analyzer), collection, 10)
        paths = [collection[each.key].paragraph.source.path for each in ranked]
        places = [place for place, path in enumerate(paths, start=1) if path in public.relevance[name]]
        total += 1 / places[0] if places else 0.0
    return total / len(names)
