"""What flows through the house: documents in, quotations out. Frozen, slotted, typed.

    Document ── paragraphs ──▶ Paragraph ── ranking ──▶ Passage ── answering ──▶ Quote ──▶ Answer

The last two stand in `answers`. A quotation is always a slice of its document's extracted text:

    document.text[quote.paragraph.start : quote.paragraph.end] == quote.paragraph.text
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

Value = str | int | float | bool
"""What may be told of a document under a name of the owner's own; a day is told as in ISO 8601."""


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
    metadata: what else its owner tells of it, (name, value), in order of names; `dict(source.metadata)`
    """

    path: str
    title: str | None = None
    publisher: str | None = None
    date: date | None = None
    url: str | None = None
    author: str | None = None
    metadata: tuple[tuple[str, Value], ...] = ()


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

    def around(self, start: int, end: int, before: int = 0, after: int = 0) -> list[Paragraph]:
        """The paragraphs that a stretch of the text reaches into, between their neighbours; none for none.

        start, end: character offsets; before, after: at most so many neighbours
        """
        reached = [
            place
            for place, span in enumerate(self.paragraphs)
            if span.start < max(end, start + 1) and start < span.end
        ]
        if not reached:
            return []
        return self.quotable()[max(0, reached[0] - before) : reached[-1] + after + 1]

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
class Searched:
    """How much was looked at."""

    documents: int
    paragraphs: int
