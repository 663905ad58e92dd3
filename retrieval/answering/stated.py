"""What a quotation states: its answer's words, and the time, number or duration that it gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.arabic.calendar import find_periods
from retrieval.arabic.questions import Kind
from retrieval.arabic.stem import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answering.evidence import Evidence
    from retrieval.answering.reading import Reading
    from retrieval.arabic.calendar import Named
    from retrieval.arabic.tokens import Token
    from retrieval.model import Paragraph, Span

_SURE = 0.7
"""Likeness from which a word of the question counts as said: another form of it, or a word of its root."""
_JOINED = 2
"""Characters between two stretches that are read as one: «ساعة وعشر دقائق»."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a quotation states.

    words: of the answer, in order
    asked: places of the question's words that it says; of those that ask, as «استمر» in «كم استمر», -1, -2, …
    values: words of the time, number or duration that stands nearest to them
    times: the times that it names, resolved by the document's date
    """

    rank: int
    paragraph: Paragraph
    answer: Span
    kind: Kind
    words: tuple[Token, ...]
    asked: frozenset[int]
    values: tuple[Token, ...]
    times: tuple[Named, ...]


def stated(
    rank: int, paragraph: Paragraph, answer: Span, reading: Reading, tokens: Sequence[Token]
) -> Stated:
    """What a quotation states.

    tokens: all words of the paragraph; words put behind a weekday stand at its place
    """
    words = tuple(
        {token.start: token for token in reversed(tokens) if _within(token.start, answer)}.values()
    )[::-1]
    shown = [one for one in reading.sentences if _within(one.span.start, answer)]
    kind = reading.inquiry.asked.kind
    times = find_periods(words, paragraph.source.date) if kind is Kind.TIME else []
    return Stated(
        rank=rank,
        paragraph=paragraph,
        answer=answer,
        kind=kind,
        words=words,
        asked=_said(words, shown, reading),
        values=_values(words, shown),
        times=tuple(times),
    )


def _said(words: Sequence[Token], sentences: Sequence[Evidence], reading: Reading) -> frozenset[int]:
    said = {match.asked for one in sentences for match in one.matches if match.likeness >= _SURE}
    stems = {stem(word.folded) for word in words}
    asking = enumerate(reading.inquiry.asked.words, start=1)
    return frozenset(said | {-place for place, word in asking if stem(word.folded) in stems})


def _within(place: int, span: Span) -> bool:
    return span.start <= place < span.end


def _values(words: Sequence[Token], sentences: Sequence[Evidence]) -> tuple[Token, ...]:
    """The words of the kind asked for nearest to the question's, with what is joined to them."""
    matched = [match.span.start for one in sentences for match in one.matches if match.likeness >= _SURE]
    stretches = _joined([kind for one in sentences for kind in one.kinds])
    if not matched or not stretches:
        return ()
    nearest = min(stretches, key=lambda each: min(abs(each[0] - place) for place in matched))
    return tuple(word for word in words if nearest[0] <= word.start < nearest[1])


def _joined(kinds: Sequence[Span]) -> list[tuple[int, int]]:
    """Stretches from start to end, those with hardly anything between them as one."""
    found: list[tuple[int, int]] = []
    for kind in sorted(kinds):
        if found and kind.start - found[-1][1] <= _JOINED:
            found[-1] = found[-1][0], max(kind.end, found[-1][1])
        else:
            found.append((kind.start, kind.end))
    return found
