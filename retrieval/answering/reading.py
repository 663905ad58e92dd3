"""A paragraph read with a question in mind."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from retrieval.answering.evidence import Evidence, Match
    from retrieval.answering.inquiry import Inquiry

T = TypeVar("T", bound="Hashable")


@dataclass(frozen=True)
class Reading:
    """A paragraph read with a question in mind.

    sentences: their evidence, in order
    mentions: whether it has words for an attribute that is asked for
    states: whether it has, beside a measure where one is asked for
    """

    inquiry: Inquiry
    sentences: Sequence[Evidence]
    mentions: bool
    states: bool

    @property
    def matches(self) -> list[Match]:
        """The question's words found in the paragraph, in order."""
        return [match for one in self.sentences for match in one.matches]

    @cached_property
    def whole(self) -> float:
        """The weight of all pieces of the question's words together."""
        return sum(self.inquiry.grams.values()) or 1.0

    @cached_property
    def word_rarity(self) -> Mapping[int, float]:
        """Place of a word in the question -> how few of these sentences hold it."""
        held = (place for one in self.sentences for place, found in enumerate(one.words) if found)
        return _rarity(held, range(len(self.inquiry.words)), len(self.sentences))

    @cached_property
    def gram_rarity(self) -> Mapping[str, float]:
        """Piece of a word of the question -> how few of these sentences hold it."""
        held = (gram for one in self.sentences for gram in one.grams)
        return _rarity(held, self.inquiry.grams, len(self.sentences))


def _rarity(held: Iterable[T], asked: Iterable[T], sentences: int) -> dict[T, float]:
    """ln((S + 1) / (s + 0.5)) for a term in s of S sentences: what all say tells none apart."""
    counts: dict[T, int] = {}
    for term in held:
        counts[term] = counts.get(term, 0) + 1
    return {term: math.log((sentences + 1) / (counts.get(term, 0) + 0.5)) for term in asked}
