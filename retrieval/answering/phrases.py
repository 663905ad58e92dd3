"""Paragraphs that hold what a question quotes, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from retrieval.arabic.grams import SIZES, last_gram
from retrieval.ranking.query import holds
from retrieval.ranking.search import raised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from retrieval.ranking.collection import Collection
    from retrieval.ranking.query import Phrase
    from retrieval.ranking.search import Ranked

HOLDING = 0.3
"""What holding all that a question quotes is worth, where the best score is 1."""


def quoting_first(
    found: Sequence[Ranked], phrases: Sequence[Phrase], collection: Collection, whole: float
) -> list[Ranked]:
    """The paragraphs in a new order: what holds the phrases as they stand gains by it.

    whole: the best score of the ranking
    """
    if not phrases:
        return list(found)
    may_hold = likely(phrases, [each.key for each in found], collection)
    held = [
        sum(_holds(each.key, phrase, collection) for phrase, may in zip(phrases, row, strict=True) if may)
        for each, row in zip(found, may_hold.tolist(), strict=True)
    ]
    return raised(found, [HOLDING * whole * (count / len(phrases)) for count in held])


def _holds(key: int, phrase: Phrase, collection: Collection) -> bool:
    return holds(tuple(token.folded for token in collection.tokens(key)), phrase)


def likely(phrases: Sequence[Phrase], keys: Sequence[int], collection: Collection) -> NDArray[np.bool_]:
    """A table, paragraphs by phrases: whether words of it end as those of the phrase do.

    Only where they do is it read: a particle may stand before a word, but nothing behind it.
    """
    if not keys:
        return np.ones((0, len(phrases)), dtype=np.bool_)
    texts = [collection[key].words for key in keys]
    text = np.repeat(np.arange(len(texts)), list(map(len, texts)))
    words, word = np.unique(np.concatenate(texts), return_inverse=True)
    pieces, owner = collection.vocabulary.table("gram").of(words)
    found = np.ones((len(texts), len(phrases)), dtype=np.bool_)
    for column, phrase in enumerate(phrases):
        for end in _ends(phrase, collection):
            has_it = np.isin(np.arange(len(words)), owner[pieces == end])
            found[:, column] &= np.bincount(text[has_it[word]], minlength=len(texts)) > 0
    return found


def _ends(phrase: Phrase, collection: Collection) -> set[int]:
    """The numbers of the pieces that end its words; -1 for one that no paragraph has."""
    grams = (last_gram(word) for word in phrase)
    numbers = (collection.vocabulary.term("gram", gram) for gram in grams if len(gram) in SIZES)
    return {-1 if number is None else number for number in numbers}
