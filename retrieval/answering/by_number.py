"""Paragraphs that hold what a question calls by its number.

«المادة الثالثة» is found in «المادة (٣)», not in «الساعة الثالثة».
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from retrieval.answering.phrases import likely
from retrieval.arabic.ordinals import numbered, writings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.arabic.ordinals import Numbered
    from retrieval.ranking.collection import Collection
    from retrieval.ranking.search import Ranked

HOLDING = 0.6
"""What holding all that is called so is worth, where the best score is 1: the number is the thing's name."""


def called_first(
    found: Sequence[Ranked], things: Sequence[Numbered], collection: Collection, whole: float
) -> list[Ranked]:
    """The paragraphs in a new order: what holds the things, however their numbers are written, gains by it.

    whole: the best score of the ranking
    """
    if not things or not found:
        return list(found)
    keys = [each.key for each in found]
    shares = np.zeros(len(found))
    for thing in things:
        phrases = [(thing.name, *number) for number in writings(thing.number)]
        may_hold = likely(phrases, keys, collection).any(axis=1)
        for place in np.flatnonzero(may_hold).tolist():
            shares[place] += _holds(keys[place], thing, collection)
    gains = [HOLDING * whole * share / len(things) for share in shares.tolist()]
    raised = [each._replace(score=each.score + gain) for each, gain in zip(found, gains, strict=True)]
    return sorted(raised, key=lambda each: -each.score)


def _holds(key: int, thing: Numbered, collection: Collection) -> bool:
    return any(map(thing.is_same, numbered([token.folded for token in collection.tokens(key)])))
