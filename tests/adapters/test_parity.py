"""The same question gives the same quotations, in the same order, through every framework."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retrieval import Document, EmptyQuestion, Retriever, Span, evaluation
from tests.adapters.frameworks import FRAMEWORKS, Given, expected
from tests.test_parity import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

XQUAD = Path(__file__).parents[3] / "shared" / "data" / "xquad_ar"
PARAGRAPHS, ASKED, LIMIT = 30, 10, 3
EACH = pytest.mark.parametrize("framework", FRAMEWORKS.values(), ids=FRAMEWORKS)
Expected = list[tuple[str, list[Given]]]
"""Questions, each with what a framework must hand out."""


@pytest.fixture(scope="module")
def found(seeds: Retriever) -> Expected:
    return [(question, [*map(expected, seeds.search(question, LIMIT))]) for _, question in QUESTIONS]


@pytest.fixture(scope="module")
def quoted(seeds: Retriever) -> Expected:
    return [(question, [*map(expected, seeds.ask(question, LIMIT).quotes)]) for _, question in QUESTIONS]


@pytest.fixture(scope="module")
def encyclopaedia() -> tuple[Retriever, Expected]:
    if not XQUAD.is_dir():
        pytest.skip(f"no evaluation set at {XQUAD}: its questions aren't asked")
    questions = evaluation.read_set(XQUAD)
    retriever = Retriever.in_memory(
        Document(each.source, each.text, (Span(0, len(each.text)),))
        for each in questions.paragraphs[:PARAGRAPHS]
    )
    asked = [*questions.questions.values()][:ASKED]
    return retriever, [(each, [*map(expected, retriever.search(each, LIMIT))]) for each in asked]


@EACH
def test_it_finds_what_search_finds(
    framework: Callable[..., list[Given]], seeds: Retriever, found: Expected
) -> None:
    for question, passages in found:
        assert framework(seeds, question, LIMIT) == passages, question


@EACH
def test_when_silent_it_quotes_what_ask_quotes(
    framework: Callable[..., list[Given]], seeds: Retriever, quoted: Expected
) -> None:
    for question, quotes in quoted:
        assert framework(seeds, question, LIMIT, silent=True) == quotes, question


def test_there_are_questions_with_several_quotations_and_with_none(quoted: Expected) -> None:
    assert {len(quotes) for _, quotes in quoted} >= {0, 1, LIMIT}


@EACH
def test_it_finds_what_search_finds_in_an_encyclopaedia(
    framework: Callable[..., list[Given]], encyclopaedia: tuple[Retriever, Expected]
) -> None:
    retriever, searched = encyclopaedia
    for question, passages in searched:
        assert framework(retriever, question, LIMIT) == passages, question


@EACH
def test_an_empty_question_is_the_librarys_own_error(
    framework: Callable[..., list[Given]], seeds: Retriever
) -> None:
    with pytest.raises(EmptyQuestion):
        framework(seeds, "؟!", LIMIT)


@EACH
@pytest.mark.parametrize(
    ("description", "where", "left"),
    [
        ("a publisher", {"publisher": "الخليج"}, {"2", "3"}),
        ("metadata of one's own", {"section": "رأي"}, {"1", "3"}),
        ("none", {"publisher": "القبس"}, set()),
    ],
)
def test_it_asks_only_documents_of_which_something_is_told(
    framework: Callable[..., list[Given]], description: str, where: dict[str, str], left: set[str]
) -> None:
    retriever = Retriever.in_memory(
        {"text": f"وصل الوفد رقم {number} إلى المدينة.", "publisher": publisher, "section": section}
        for number, (publisher, section) in enumerate(
            [("الرأي", "رأي"), ("الخليج", "أخبار"), ("الخليج", "رأي")]
        )
    )
    passages = retriever.search("وصول الوفد", LIMIT, where)
    assert {passage.paragraph.source.path for passage in passages} == left
    assert framework(retriever, "وصول الوفد", LIMIT, where=where) == [*map(expected, passages)], description
