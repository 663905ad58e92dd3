"""Paragraphs that hold what a question calls by its number.

«المادة الثالثة» is found in «المادة (٣)», not in «الساعة الثالثة».
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from retrieval.answering.phrases import likely
from retrieval.arabic.folding import fold
from retrieval.arabic.ordinals import numbered, writings
from retrieval.ranking.search import raised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.arabic.ordinals import Numbered
    from retrieval.ranking.collection import Collection
    from retrieval.ranking.search import Ranked

HOLDING = 0.6
"""What holding all that is called so is worth, where the best score is 1: the number is the thing's name."""
_TIMES = frozenset({fold("قرن")})
"""What a text may tell of without calling it by its number: a century by its years."""


def shares_held(found: Sequence[Ranked], things: Sequence[Numbered], collection: Collection) -> list[float]:
    """For each of the paragraphs the share of the things that it holds, however their numbers are written."""
    keys = [each.key for each in found]
    held = np.zeros(len(found))
    for thing in things:
        phrases = [(thing.name, *number) for number in writings(thing.number)]
        may_hold = likely(phrases, keys, collection).any(axis=1)
        for place in np.flatnonzero(may_hold).tolist():
            held[place] += _holds(keys[place], thing, collection)
    return [count / max(1, len(things)) for count in held.tolist()]


def called_first(found: Sequence[Ranked], shares: Sequence[float], whole: float) -> list[Ranked]:
    """The paragraphs in a new order: what holds the things gains by it.

    shares: see `shares_held`; whole: the best score of the ranking
    """
    if not any(shares):
        return list(found)
    return raised(found, [HOLDING * whole * share for share in shares])


def is_unheard_of(things: Sequence[Numbered], shares: Sequence[float]) -> bool:
    """Whether a part of a text is asked for that none names: what article 3 says isn't what 7 does."""
    return any(thing.name not in _TIMES for thing in things) and not any(shares)


def _holds(key: int, thing: Numbered, collection: Collection) -> bool:
    return any(map(thing.is_same, numbered([token.folded for token in collection.tokens(key)])))
