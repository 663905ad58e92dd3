"""What of a question the sentences of a paragraph bear out: its words, and the kind asked for."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from retrieval.answering.comparing import UNLIKE
from retrieval.arabic.kinds import MEASURED, evidence
from retrieval.arabic.sentences import sentences
from retrieval.model import Span
from retrieval.ranking.rescoring import Kinship

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answering.comparing import Comparer, Likeness
    from retrieval.answering.inquiry import Inquiry
    from retrieval.arabic.tokens import Token

_CLOSING = " \xa0»”)]}›\"'’″"
"""Marks that may stand behind a question mark."""


@dataclass(frozen=True, slots=True)
class Match:
    """A word of the question (by its place among them) found at a place of the text."""

    asked: int
    span: Span
    likeness: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one sentence holds of a question.

    span: the sentence, in its paragraph's text; asks: whether it is a question itself
    matches: the question's words found in it, in order
    words: for each word of the question the best likeness found, 0 to 1
    grams: the pieces of the question's words that it holds
    kinds: the places that hold the kind of thing asked for, the question's own words left out
    """

    span: Span
    asks: bool
    matches: tuple[Match, ...]
    words: tuple[float, ...]
    grams: frozenset[str]
    kinds: tuple[Span, ...]


def gather(
    inquiry: Inquiry, compare: Comparer, text: str, tokens: Sequence[Token], related: Sequence[int]
) -> list[Evidence]:
    """The evidence of each sentence of a paragraph.

    compare: with the words of `inquiry`
    tokens: all words of `text`, in order; related: what each shares with the question, a `Kinship`
    """
    spans = sentences(text)
    compared = [
        (token, like)
        for token, kinship in zip(tokens, related, strict=False)
        if kinship and (like := compare(token, rooted=kinship == Kinship.ROOT)) is not UNLIKE
    ]
    asked = {token.start for token, like in compared if like.degree}
    kinds = [span for span in evidence(inquiry.asked.kind, text, tokens) if span.start not in asked]
    starts, kind_starts = [token.start for token, _ in compared], [kind.start for kind in kinds]
    return [
        _of_sentence(
            inquiry,
            text,
            span,
            compared[_within(span, starts)],
            tuple(kinds[_within(span, kind_starts)]),
        )
        for span in spans
    ]


def states(
    inquiry: Inquiry, tokens: Sequence[Token], found: Sequence[Evidence], places: Sequence[int]
) -> bool:
    """Whether a paragraph states an attribute that is asked for, beside a measure where one is asked for.

    tokens: all its words; found: the evidence of its sentences; places: where words for the attribute stand
    """
    if not places or inquiry.asked.kind not in MEASURED:
        return bool(places)
    measures = [kind.start for one in found for kind in one.kinds]
    measures = sorted(measures + [token.start for token in tokens if token.is_number])
    return any(places[_within(one.span, places)] and measures[_within(one.span, measures)] for one in found)


def _within(span: Span, starts: Sequence[int]) -> slice:
    """Those of rising `starts` that lie in the span."""
    return slice(bisect_left(starts, span.start), bisect_left(starts, span.end))


def _of_sentence(
    inquiry: Inquiry,
    text: str,
    span: Span,
    compared: Sequence[tuple[Token, Likeness]],
    kinds: tuple[Span, ...],
) -> Evidence:
    words = [0.0] * len(inquiry.words)
    matches: list[Match] = []
    for token, like in compared:
        if like.degree:
            words[like.asked] = max(words[like.asked], like.degree)
            matches.append(Match(like.asked, Span(token.start, token.end), like.degree))
    grams = frozenset(inquiry.grams).intersection(chain.from_iterable(like.pieces for _, like in compared))
    return Evidence(span, _asks(span.of(text)), tuple(matches), tuple(words), grams, kinds)


def _asks(sentence: str) -> bool:
    return sentence.rstrip(_CLOSING).endswith(("؟", "?"))


def coverage(weights: Sequence[float], found: Sequence[float]) -> float:
    """The weighted share that is found, 0 to 1.

    >>> coverage([3.0, 1.0], [1.0, 0.0])
    0.75
    """
    whole = sum(weights)
    return sum(weight * share for weight, share in zip(weights, found, strict=True)) / whole if whole else 0.0
