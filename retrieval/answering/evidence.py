"""What of a question a stretch of text bears out: which words, found in which forms, how telling they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.model import Span
from retrieval.ranking.matching import likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.arabic.tokens import Token


@dataclass(frozen=True, slots=True)
class Match:
    """A word of the question (by its place among them) found at a place of the text."""

    asked: int
    span: Span
    likeness: float


def matches(asked: Sequence[Token], tokens: Sequence[Token]) -> list[Match]:
    """For each word of a text that is like a word of the question, the one it is most like; in text order."""
    found: list[Match] = []
    for token in tokens:
        alike, place = max(
            ((likeness(word, token), -number) for number, word in enumerate(asked)), default=(0.0, 0)
        )
        if alike:
            found.append(Match(-place, Span(token.start, token.end), alike))
    return found


def coverage(weights: Sequence[float], found: Sequence[Match]) -> float:
    """The weighted share of the question's words that the text holds, 0 to 1.

    weights: how telling each word of the question is

    >>> coverage([3.0, 1.0], [Match(0, Span(0, 4), 1.0)])
    0.75
    """
    best = [0.0] * len(weights)
    for match in found:
        best[match.asked] = max(best[match.asked], match.likeness)
    whole = sum(weights)
    return sum(weight * share for weight, share in zip(weights, best, strict=True)) / whole if whole else 0.0
