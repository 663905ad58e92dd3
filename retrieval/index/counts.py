"""In how many paragraphs each term stands, kept up to date as paragraphs come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from retrieval.arabic.analyzer import FIELDS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from retrieval.ranking.vocabulary import TermTable

    Ints = NDArray[np.intp]

_AT_ONCE = 1000
"""Texts whose terms are laid out together: it bounds the memory."""


def tally(texts: Sequence[Ints], weights: Sequence[int], table: TermTable) -> tuple[Ints, int]:
    """In how many texts each term stands, and how many terms they have in all.

    texts: as numbers of words; weights: what each text counts for; table: the terms of every word
    """
    count = int(table.terms.max(initial=-1)) + 1
    frequencies = np.zeros(count, dtype=np.intp)
    total = 0
    for first in range(0, len(texts), _AT_ONCE):
        some = texts[first : first + _AT_ONCE]
        weight = np.array(weights[first : first + _AT_ONCE])
        terms, place = table.of(np.concatenate(some))
        held = np.repeat(np.arange(len(some)), [len(text) for text in some])[place]
        distinct = np.unique(held * count + terms)
        counted = np.bincount(distinct % count, weights=weight[distinct // count], minlength=count)
        frequencies += counted.astype(np.intp)
        total += int(weight[held].sum())
    return frequencies, total


def add_counts(
    database: sqlite3.Connection,
    words: Mapping[str, int],
    bodies: tuple[Sequence[Ints], Sequence[int]],
    titles: tuple[Sequence[Ints], Sequence[int]],
    tables: Mapping[str, TermTable],
) -> dict[str, int]:
    """Count texts into the database; what is to be added to the state.

    words: every word of the texts -> its number
    bodies, titles: texts as numbers of words, and for how many paragraphs each counts, negative where they go
    tables: field -> the terms of every word
    """
    more: dict[str, int] = {}
    for field, table in tables.items():
        frequencies, more[f"frequency of {field}"] = tally(*bodies, table)
        in_titles, more[f"titles of {field}"] = tally(*titles, table)
        changed = np.flatnonzero((frequencies != 0) | (in_titles != 0))
        term = _terms(field, words, table)
        # In the order of the terms, in which the database keeps them.
        rows = sorted((term[number], number) for number in changed.tolist())
        database.executemany(
            f"update terms_{field} set frequency = frequency + ?, titles = titles + ? "  # noqa: S608 - a name
            "where term = ?",
            ((int(frequencies[number]), int(in_titles[number]), name) for name, number in rows),
        )
    return more


def _terms(field: str, words: Mapping[str, int], table: TermTable) -> dict[int, str]:
    """Number -> term, for all that the words have."""
    terms_of = FIELDS[field]
    numbers, _ = table.of(np.fromiter(words.values(), dtype=np.intp, count=len(words)))
    return dict(zip(numbers.tolist(), (term for word in words for term in terms_of(word)), strict=True))
