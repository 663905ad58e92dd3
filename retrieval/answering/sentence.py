"""The sentence of a paragraph that answers: the one that bears out most of the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answering.evidence import Match, coverage
from retrieval.arabic.sentences import sentences
from retrieval.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence


def best_sentence(text: str, weights: Sequence[float], found: Sequence[Match]) -> Span:
    """The span of the sentence with the most telling matches; the earlier of equals."""
    spans = sentences(text) or [Span(0, len(text))]
    return max(spans, key=lambda span: coverage(weights, _within(span, found)))


def _within(span: Span, found: Sequence[Match]) -> list[Match]:
    return [match for match in found if span.start <= match.span.start < span.end]
