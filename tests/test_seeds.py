"""The questions of tests/data/seed_questions.tsv, written before any result was seen."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest

from retrieval import Answer, Quote, Retriever, Status

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Case:
    question: str
    kind: str
    expected: tuple[tuple[str, str], ...]
    """(file name, piece of the passage) of each place that answers; none where the documents are silent."""

    def answered_by(self, quote: Quote) -> bool:
        name, text = Path(quote.paragraph.source.path).name, quote.paragraph.text
        return any(name == document and piece in text for document, piece in self.expected)


def cases() -> list[Case]:
    with (
        Path(__file__)
        .with_name("data")
        .joinpath("seed_questions.tsv")
        .open(encoding="utf-8", newline="") as file
    ):
        return [
            Case(
                row["question"],
                row["kind"],
                tuple(zip(row["document"].split("|"), row["expected"].split("|"), strict=True))
                if row["document"]
                else (),
            )
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


CASES = cases()


@pytest.fixture(scope="module")
def answers() -> dict[str, Answer]:
    retriever = Retriever.from_folder(ROOT / "seeds")
    return {case.question: retriever.ask(case.question) for case in CASES}


def rate(answers: dict[str, Answer], wanted: int) -> float:
    """The share of answerable questions with a right quotation among the first `wanted`."""
    answerable = [case for case in CASES if case.expected]
    right = [
        case
        for case in answerable
        if any(case.answered_by(quote) for quote in answers[case.question].quotes[:wanted])
    ]
    return len(right) / len(answerable)


def test_most_questions_are_answered_by_the_first_quotation(answers: dict[str, Answer]) -> None:
    assert rate(answers, 1) >= 0.75


def test_more_are_answered_by_one_of_the_first_three(answers: dict[str, Answer]) -> None:
    assert rate(answers, 3) >= 0.84


def test_most_questions_that_the_documents_do_not_answer_get_silence(answers: dict[str, Answer]) -> None:
    unanswerable = [case for case in CASES if not case.expected]
    silent = [case for case in unanswerable if answers[case.question].status is Status.NOT_FOUND]
    assert len(silent) / len(unanswerable) >= 0.96


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.question)
def test_every_quotation_is_a_slice_of_its_document(case: Case, answers: dict[str, Answer]) -> None:
    documents = {
        document.source.path: document for document in Retriever.from_folder(ROOT / "seeds").documents
    }
    for quote in answers[case.question].quotes:
        paragraph, document = quote.paragraph, documents[quote.paragraph.source.path]
        assert document.text[paragraph.start : paragraph.end] == paragraph.text
        assert document.sha256 == paragraph.sha256
        assert quote.answer.of(paragraph.text).strip()
        assert all(span.of(paragraph.text).strip() for span in quote.highlights)
