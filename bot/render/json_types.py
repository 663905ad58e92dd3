"""The JSON of this program, as types: what `bot.render` makes, and what OpenAPI and MCP are told of it.

docs/json.md explains it. `version` changes when a field goes or changes its meaning; new ones may come.
"""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import ConfigDict, Field, with_config

# That of `typing` keeps its fields from pydantic before Python 3.12.
from typing_extensions import TypedDict

_described = with_config(ConfigDict(use_attribute_docstrings=True))

Pair = Annotated[list[int], Field(min_length=2, max_length=2)]
Status = Annotated[str, Field(json_schema_extra={"enum": ["answered", "not_found"]})]
How = Annotated[str, Field(json_schema_extra={"enum": ["same", "form", "root", "other", "slip"]})]
What = Annotated[str, Field(json_schema_extra={"enum": ["value", "name"]})]
Day = Annotated[str, Field(json_schema_extra={"format": "date"})]


@_described
class SourceObject(TypedDict):
    """What is told of a document; what nobody told is null."""

    path: str
    title: str | None
    publisher: str | None
    date: Day | None
    url: str | None
    author: str | None
    metadata: NotRequired[dict[str, str | int | float | bool]]
    """What else is told of it, where there is any."""


@_described
class ParagraphObject(TypedDict):
    """A paragraph of a document, word for word."""

    start: int
    """Character offset into the document's text."""
    end: int
    page: str | None
    chapter: str | None
    text: str


@_described
class PassageObject(TypedDict):
    """A paragraph that was found for a question."""

    rank: int
    """1 for the best."""
    text: str
    """The paragraph as it stands in the document."""
    answer: Pair
    """The sentence that answers best: character offsets into `text`."""
    highlights: list[Pair]
    """The words that matched: character offsets into `text`."""
    score: float
    """Comparable within one answer only."""
    source: SourceObject
    attribution: str
    """The source, ready to be pasted under the quotation."""
    page: str | None
    chapter: str | None
    start: int
    """Character offset into the document's text."""
    end: int
    sha256: str
    """Of the document's text in UTF-8."""


class DaysObject(TypedDict):
    """The first and the last day of a time; null where it is open."""

    first: Day | None
    last: Day | None


class DatedObject(DaysObject):
    """Words that mean another day in each document, and the days that they mean in this one."""

    span: Pair
    certain: bool


class DifferenceObject(TypedDict):
    """Where two quotations on one fact differ: `here` in the one's text, `there` in the other's."""

    what: What
    here: Pair
    there: Pair


class ParallelObject(TypedDict):
    """A quotation from another report of the same event that states the same fact."""

    rank: int
    path: str
    start: int
    end: int
    attribution: str
    differences: list[DifferenceObject]


class PlaceObject(TypedDict):
    """Where else the same words stand."""

    path: str
    start: int
    end: int


class WordObject(TypedDict):
    """A word of the question, how the paragraph bears it out, and what it has for it."""

    asked: str
    how: How | None
    found: list[str]


class WhyObject(TypedDict):
    """What speaks for a quotation."""

    words: list[WordObject]
    kinds: list[Pair]
    title: list[str]
    in_answer: int


@_described
class QuoteObject(PassageObject):
    """A passage shown as an answer."""

    dates: list[DatedObject]
    parallels: list[ParallelObject]
    also: list[PlaceObject]
    """Near-copies in other documents."""
    why: NotRequired[WhyObject]
    """Where it was asked for."""


@_described
class PeriodObject(DaysObject):
    """The time that a question asks about."""

    latest: bool
    """Whether the newest is asked for, whenever that was."""


class SearchedObject(TypedDict):
    """How many documents and paragraphs were asked: those that the conditions allow."""

    documents: int
    paragraphs: int


@_described
class AnswerObject(TypedDict):
    """The answer to a question: quotations, or word that there are none."""

    version: Literal[1]
    question: str
    status: Status
    confidence: Annotated[float, Field(ge=0, le=1)]
    asked: str
    """The kind of thing that would answer: person, time, place, …"""
    period: PeriodObject | None
    quotes: list[QuoteObject]
    """The best first; none where the documents don't answer."""
    nearest: QuoteObject | None
    """Of a question that isn't answered, the passage that comes nearest. It is no answer."""
    forms: dict[str, list[str]]
    """Each word of the question, and the spellings that were searched for it."""
    searched: SearchedObject
    took_ms: float


class SearchObject(TypedDict):
    """The passages that share words with a question, answer or not."""

    version: Literal[1]
    question: str
    passages: list[PassageObject]
    searched: SearchedObject


class ContextObject(TypedDict):
    """Paragraphs of a document that follow upon each other."""

    version: Literal[1]
    source: SourceObject
    sha256: str
    paragraphs: list[ParagraphObject]


class MarkObject(TypedDict):
    """Where a page or a chapter begins."""

    start: int
    kind: Literal["page", "chapter"]
    name: str


@_described
class DocumentObject(TypedDict):
    """A document, or as much of it as fits a page of the answer."""

    version: Literal[1]
    source: SourceObject
    sha256: str
    length: int
    """Characters of the whole text."""
    start: int
    """Where `text` begins in it."""
    text: str
    paragraphs: list[ParagraphObject]
    """What may be quoted: the paragraphs that begin in `text`."""
    marks: list[MarkObject]
    """The pages and chapters that begin in `text`."""
    next: int | None
    """The `start` of the next page; null on the last."""
