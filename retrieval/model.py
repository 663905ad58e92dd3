"""What flows through the house: documents in, quotations out. Frozen, slotted, typed.

    Document ── paragraphs ──▶ Paragraph ── ranking ──▶ Passage ── answering ──▶ Quote ──▶ Answer

A quotation is always a slice of its document's extracted text:

    document.text[quote.paragraph.start : quote.paragraph.end] == quote.paragraph.text
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of character offsets, `text[start:end]`.

    >>> Span(2, 4).of("اقتباس")
    'تب'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Source:
    """Where words come from. What a document doesn't say of itself stays None.

    path: the document's place, with forward slashes, as the owner would name it
    url: where the document was published
    """

    path: str
    title: str | None = None
    publisher: str | None = None
    date: date | None = None
    url: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a page or a chapter of a document begins.

    kind: "page" or "chapter"; name: its number or its heading, as a reader would look it up
    """

    start: int
    kind: Literal["page", "chapter"]
    name: str


@dataclass(frozen=True)
class Document:
    """A text with its source, and the spans of it that may be quoted, in order.

    Text outside `paragraphs` (share buttons, lists of other headlines) belongs to the document, so
    that offsets hold, and is never quoted.

    marks: where its pages and chapters begin, in order
    """

    source: Source
    text: str
    paragraphs: tuple[Span, ...]
    marks: tuple[Mark, ...] = ()

    @cached_property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the text in UTF-8: what a quotation is checked against."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def quotable(self) -> list[Paragraph]:
        """The document's paragraphs, each with its words and where they stand."""
        return [
            Paragraph(
                span.of(self.text), span.start, span.end, self.source, self.sha256, self.marks_at(span.start)
            )
            for span in self.paragraphs
        ]

    def marks_at(self, offset: int) -> tuple[Mark, ...]:
        """The page and the chapter in which a place of the text lies, as far as the document has them."""
        before = self.marks[: bisect_right(self.marks, offset, key=attrgetter("start"))]
        last = {mark.kind: mark for mark in before}
        return tuple(last[kind] for kind in sorted(last))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of a document, word for word.

    start, end: character offsets into the text of the document
    sha256: of the whole document's text
    marks: the chapter and the page in which it begins, as far as the document has them
    """

    text: str
    start: int
    end: int
    source: Source
    sha256: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that the ranking found for a question.

    score: comparable within one question only
    answer: the sentence that answers best, a span of the paragraph's text
    highlights: the words that matched, as spans of the paragraph's text, in order
    """

    paragraph: Paragraph
    score: float
    answer: Span
    highlights: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A time that a question asks about.

    first, last: its days, both included; None where it is open
    latest: whether the newest is asked for, whenever that was
    """

    first: date | None = None
    last: date | None = None
    latest: bool = False

    def overlaps(self, first: date, last: date) -> bool:
        """Whether a stretch of days lies in it, at least in part."""
        return (self.last is None or first <= self.last) and (self.first is None or self.first <= last)


@dataclass(frozen=True, slots=True)
class DatedWords:
    """Words that mean another day in each document, and the days that they mean in this one.

    span: of the paragraph's text
    certain: whether the text says so; otherwise it is likely
    """

    span: Span
    first: date
    last: date
    certain: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where else the same words stand: a span of another document's text."""

    path: str
    start: int
    end: int


class How(StrEnum):
    """How a text bears out a word that was asked for, the surest first.

    SAME: it holds the word; FORM: with other clitics or endings; ROOT: a word of the same root
    OTHER: another spelling of the name, or what the glossary has for it; SLIP: a slip of the finger away
    """

    SAME = "same"
    FORM = "form"
    ROOT = "root"
    OTHER = "other"
    SLIP = "slip"


@dataclass(frozen=True, slots=True)
class Borne:
    """A word of the question, and what bears it out.

    how: the surest way in which it is borne out; None where it isn't
    found: what the text has for it, in order
    """

    asked: str
    how: How | None
    found: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Why:
    """Why a paragraph is quoted.

    words: those that the question is about, in order
    kinds: where it holds the kind of thing asked for, spans of its text
    title: words of the question that its document's title holds
    in_answer: how many words of the question the sentence shown as the answer holds
    """

    words: tuple[Borne, ...]
    kinds: tuple[Span, ...]
    title: tuple[str, ...]
    in_answer: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two quotations on one fact differ.

    what: "value" for a time, number or duration, "name" for the spelling of a name
    here, there: where it stands in the text of the one paragraph and of the other
    """

    what: str
    here: Span
    there: Span


@dataclass(frozen=True, slots=True)
class Parallel:
    """A quotation from another document that states the same fact.

    rank: its number among the quotations for the question
    answer: the sentence that answers, a span of its paragraph's text
    differences: where it says otherwise; none where the two agree
    """

    rank: int
    paragraph: Paragraph
    answer: Span
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage shown as an answer.

    rank: 1 for the best
    answer: the sentence that answers, a span of the paragraph's text
    also: near-copies in other documents
    why: what speaks for it
    parallels: quotations from other documents that state the same fact
    dates: where the question is about time, the days that «الثلاثاء» or «أمس» in the sentence mean
    """

    rank: int
    paragraph: Paragraph
    answer: Span
    highlights: tuple[Span, ...]
    score: float
    also: tuple[Place, ...] = ()
    why: Why | None = None
    dates: tuple[DatedWords, ...] = ()
    parallels: tuple[Parallel, ...] = ()


class Status(StrEnum):
    """Whether the documents answer."""

    ANSWERED = "answered"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Searched:
    """How much was looked at."""

    documents: int
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The reply to a question: quotations, or word that there are none.

    confidence: 0 to 1
    asked: the kind of thing that would answer: person, time, place, number, duration, cause, manner, speech,
        truth, or thing
    period: the time that the question asks about, if it does
    nearest: where nothing answers, the passage that comes nearest, if one does; it is no answer
    forms: each term of the question -> the spellings that were searched for it
    further: how many quotations `Retriever.ask(question, skip=…)` still has after these
    took_ms: milliseconds from question to answer
    """

    question: str
    status: Status
    confidence: float
    quotes: tuple[Quote, ...]
    forms: Mapping[str, tuple[str, ...]]
    searched: Searched
    further: int = 0
    took_ms: float = 0.0
    asked: str = "thing"
    period: Period | None = None
    nearest: Quote | None = None
