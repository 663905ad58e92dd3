"""Ten cases that Arabic search gets wrong, and phrases in quotation marks: each a table of questions.

A table's columns: description; expected (`found`, `both ways`: found, and found when the words in brackets
change places; `first`: found before the rival; `not found`); question; passage; rival; published (the day of
the passage's document). Brackets stand about the words that are meant to meet; \\u200f is such a character.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from retrieval import Document, Retriever, Source, Span, Status

HERE = Path(__file__).parent
DISTRACTORS = (HERE / "distractors.txt").read_text("utf-8").splitlines()
GLOSSARY = HERE / "glossary.txt"
BRACKETED = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True)
class Row:
    case: str
    description: str
    expected: str
    question: str
    passage: str
    rival: str = ""
    published: str = ""

    def __str__(self) -> str:
        return f"{self.case}: {self.description}"

    @property
    def swapped(self) -> Row:
        """The row with the bracketed words of question and passage in each other's place."""
        asked, written = BRACKETED.findall(self.question)[0], BRACKETED.findall(self.passage)[0]
        question = BRACKETED.sub(f"[{written}]", self.question)
        passage = BRACKETED.sub(f"[{asked}]", self.passage)
        return Row(self.case, f"{self.description}, swapped", "found", question, passage, "", self.published)

    @property
    def asked(self) -> str:
        return BRACKETED.sub(r"\1", self.question)

    @property
    def text(self) -> str:
        return BRACKETED.sub(r"\1", self.passage)

    @property
    def meant(self) -> Span:
        """Where the words stand in the passage that the question is meant to meet."""
        bracketed = BRACKETED.search(self.passage)
        return Span(bracketed.start(), bracketed.end() - 2) if bracketed else Span(0, 0)


@cache
def retriever_for(row: Row) -> Retriever:
    """A small collection that holds the row's passage, the last of its documents, so that it wins no tie."""
    published = date.fromisoformat(row.published) if row.published else None
    others = [*DISTRACTORS, *([row.rival] if row.rival else [])]
    documents = [_document(f"{number}.txt", text) for number, text in enumerate(others)]
    return Retriever.in_memory([*documents, _document("passage.txt", row.text, published)], glossary=GLOSSARY)


def _document(path: str, text: str, published: date | None = None) -> Document:
    return Document(Source(path, date=published), text, (Span(0, len(text)),))


def _read(table: Path) -> list[Row]:
    text = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), table.read_text("utf-8"))
    lines = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
    return [Row(case=table.stem, **line) for line in lines]


ROWS = [row for table in sorted(HERE.glob("*.tsv")) for row in _read(table)]
FOUND = [row for row in ROWS if row.expected != "not found"] + [
    row.swapped for row in ROWS if row.expected == "both ways"
]
NOT_FOUND = [row for row in ROWS if row.expected == "not found"]


@pytest.mark.parametrize("row", FOUND, ids=str)
def test_the_passage_is_found_first(row: Row) -> None:
    (passage,) = retriever_for(row).search(row.asked, limit=1)
    assert passage.paragraph.text == row.text


@pytest.mark.parametrize("row", FOUND, ids=str)
def test_the_passage_is_quoted_as_the_answer(row: Row) -> None:
    answer = retriever_for(row).ask(row.asked)
    assert answer.status is Status.ANSWERED
    assert answer.quotes[0].paragraph.text == row.text


@pytest.mark.parametrize("row", FOUND, ids=str)
def test_the_words_that_meet_are_highlighted_as_they_stand(row: Row) -> None:
    highlights = _highlights(row)
    assert all(_is_whole(span, row.text) for span in highlights)
    assert any(_overlap(span, row.meant) for span in highlights)


@pytest.mark.parametrize("row", NOT_FOUND, ids=str)
def test_another_word_is_not_quoted_for_the_one_that_was_asked(row: Row) -> None:
    answer = retriever_for(row).ask(row.asked)
    assert row.text not in [quote.paragraph.text for quote in answer.quotes]


@pytest.mark.parametrize("row", NOT_FOUND, ids=str)
def test_another_word_is_not_highlighted(row: Row) -> None:
    assert not any(_overlap(span, row.meant) for span in _highlights(row))


@pytest.mark.parametrize("case", sorted({row.case for row in ROWS}))
def test_every_case_has_a_dozen_pairs(case: str) -> None:
    assert sum(row.case == case for row in ROWS) >= 12


def test_every_row_says_what_is_expected_in_known_words() -> None:
    assert {row.expected for row in ROWS} == {"found", "both ways", "first", "not found"}


def _highlights(row: Row) -> list[Span]:
    """The marks in the row's passage; none where it shares no word with the question."""
    passages = retriever_for(row).search(row.asked, limit=len(DISTRACTORS) + 2)
    return [span for each in passages if each.paragraph.text == row.text for span in each.highlights]


def _is_whole(span: Span, text: str) -> bool:
    """Whether a span of the text begins and ends where its words or numbers do."""
    edges = (text[max(0, span.start - 1) : span.start + 1], text[span.end - 1 : span.end + 1])
    return len(span) > 0 and not any(edge.isalpha() or edge.isdecimal() for edge in edges if len(edge) == 2)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
