"""The same question gives the same quotations, in the same order, through every framework."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retrieval import Document, EmptyQuestion, Retriever, Span, evaluation
from tests.adapters.frameworks import FRAMEWORKS, expected
from tests.test_parity import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.adapters.frameworks import Given

XQUAD = Path(__file__).parents[3] / "shared" / "data" / "xquad_ar"
PARAGRAPHS, ASKED = 30, 10
EACH = pytest.mark.parametrize("framework", FRAMEWORKS.values(), ids=FRAMEWORKS)


@EACH
@pytest.mark.parametrize("limit", [1, 5])
def test_it_finds_what_search_finds(
    framework: Callable[..., list[Given]], limit: int, seeds: Retriever
) -> None:
    for description, question in QUESTIONS:
        passages = seeds.search(question, limit)
        assert framework(seeds, question, limit, silent=False) == [*map(expected, passages)], description


@EACH
def test_when_silent_it_quotes_what_ask_quotes(
    framework: Callable[..., list[Given]], seeds: Retriever
) -> None:
    for description, question in QUESTIONS:
        quotes = seeds.ask(question, limit=3).quotes
        assert framework(seeds, question, 3, silent=True) == [*map(expected, quotes)], description


@pytest.mark.skipif(not XQUAD.is_dir(), reason=f"no evaluation set at {XQUAD}: its questions aren't asked")
@EACH
def test_it_finds_what_search_finds_in_an_encyclopaedia(framework: Callable[..., list[Given]]) -> None:
    questions = evaluation.read_set(XQUAD)
    paragraphs = questions.paragraphs[:PARAGRAPHS]
    retriever = Retriever.from_documents(
        Document(each.source, each.text, (Span(0, len(each.text)),)) for each in paragraphs
    )
    for question in [*questions.questions.values()][:ASKED]:
        passages = retriever.search(question, 4)
        assert framework(retriever, question, 4, silent=False) == [*map(expected, passages)], question


@EACH
def test_an_empty_question_is_the_librarys_own_error(
    framework: Callable[..., list[Given]], seeds: Retriever
) -> None:
    with pytest.raises(EmptyQuestion):
        framework(seeds, "؟!", 3, silent=False)
