"""What comes of a question: quotations, what speaks for each, what other sources say. Frozen and typed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from retrieval.model import Paragraph, Period, Searched, Span


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
