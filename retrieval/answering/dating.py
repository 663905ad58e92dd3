"""Paragraphs and the time that a question asks about: by their document's date, and by dates in the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.answers import DatedWords
from retrieval.arabic.analyzer import FIELDS
from retrieval.arabic.calendar import find_periods, find_relative
from retrieval.arabic.questions import Kind
from retrieval.ranking.search import raised

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from retrieval.answering.evidence import Evidence
    from retrieval.answering.inquiry import Inquiry
    from retrieval.arabic.asked_time import AskedTime
    from retrieval.model import Paragraph, Period, Span
    from retrieval.ranking.collection import Collection
    from retrieval.ranking.search import Ranked

FITTING = 0.3
"""What lying in the time asked about is worth, where the best score is 1; lying outside costs as much."""


def borne_out(asked: AskedTime | None, found: Sequence[Ranked], collection: Collection) -> AskedTime | None:
    """The time that is asked about; None for one that is but a guess, if none of the paragraphs is of it."""
    if asked is None or asked.certain:
        return asked
    return asked if any(_fits(asked.period, each.key, collection) > 0 for each in found) else None


def by_time(
    found: Sequence[Ranked], asked: AskedTime | None, collection: Collection, whole: float
) -> list[Ranked]:
    """The paragraphs in a new order: those of the time asked about gain, those of another time lose.

    whole: the best score of the ranking

    Where no document is dated the words have said all there is to say.
    """
    if asked is None or not any(collection[each.key].source.date for each in found):
        return list(found)
    if asked.period.latest:
        worth = _newness([collection[each.key].source.date for each in found])
    else:
        worth = [_fits(asked.period, each.key, collection) for each in found]
    return [each for each in raised(found, [FITTING * whole * one for one in worth]) if each.score > 0]


def credited(
    evidence: Sequence[Evidence], inquiry: Inquiry, asked: AskedTime | None, paragraph: Paragraph
) -> Sequence[Evidence]:
    """The evidence of a paragraph, in which its document's date bears out the words that ask for its time.

    What the date says, no sentence repeats.
    """
    day = paragraph.source.date
    if asked is None or day is None or not asked.period.overlaps(day, day):
        return evidence
    dated = [word in asked.words for word in inquiry.words]
    grams = frozenset(
        gram for word in asked.words for gram in FIELDS["gram"](word.bare) if gram in inquiry.grams
    )
    return [
        replace(
            one,
            words=tuple(1.0 if told else like for like, told in zip(one.words, dated, strict=True)),
            grams=one.grams | grams,
        )
        for one in evidence
    ]


def dates_told(
    kind: Kind, asked: AskedTime | None, paragraph: Paragraph, answer: Span, collection: Collection
) -> tuple[DatedWords, ...]:
    """The days that weekdays and the like in the answer mean, where the question is about time."""
    published = paragraph.source.date
    if published is None or (kind is not Kind.TIME and asked is None):
        return ()
    tokens = collection.analyzer.tokens(paragraph.text)
    return tuple(
        DatedWords(named.span, named.first, named.last, named.certain)
        for named in find_relative(tokens, published)
        if answer.start <= named.span.start < answer.end
    )


def _fits(period: Period, key: int, collection: Collection) -> int:
    """1 for a paragraph of the time asked about, -1 for one that by its document's date is of another."""
    day = collection[key].source.date
    if day and period.overlaps(day, day):
        return 1
    named = find_periods(collection.tokens(key), day)
    if any(period.overlaps(each.first, each.last) for each in named):
        return 1
    return -1 if day else 0


def _newness(days: Sequence[date | None]) -> list[float]:
    """1 for a paragraph of the newest document, less for older ones, 0 for oldest and undated ones."""
    known = sorted({day for day in days if day})
    return [known.index(day) / max(1, len(known) - 1) if day else 0.0 for day in days]
