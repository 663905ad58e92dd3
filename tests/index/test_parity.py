"""Memory and disk, rank-bm25 and tantivy: after rescoring, one answer."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retrieval import Retriever
from retrieval.evaluation import read_set
from retrieval.ranking import search
from tests.index.corpus import SEEDS
from tests.index.parity import apart, figures_of_both, some

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval import StoredRetriever

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
def test_both_do_equally_well_on_public_sets(name: str, tmp_path: Path) -> None:
    """Every twelfth question; `python -m tests.index.parity DATA` asks all of them."""
    if not (DATA / name).is_dir():
        pytest.skip(f"no {DATA / name}: this set can't be compared on")
    both = figures_of_both(some(read_set(DATA / name), every=12), tmp_path / "index")
    assert apart(both) == {}
    assert len(both) >= 10
