"""The distinct words of a collection, numbered, each with its terms: a text becomes an array of numbers.

A collection has a hundred times fewer distinct words than words. Terms are worked out once for each of them,
and the rest of a search is arithmetic on arrays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class TermTable:
    """The terms of every word in one field, word after word.

    terms: the numbers of the terms; the word of number n has those from starts[n] up to starts[n + 1]
    """

    starts: Ints
    terms: Ints

    def lengths(self, words: Ints) -> Ints:
        """How many terms each of `words` has."""
        return self.starts[words + 1] - self.starts[words]

    def of(self, words: Ints) -> tuple[Ints, Ints]:
        """The terms of `words`, one word's after another's, and for each the index of its word among them."""
        starts = self.starts[words]
        lengths = self.starts[words + 1] - starts
        # In numbers no longer than those of the table: it is their bytes that take time.
        ends = np.cumsum(lengths, dtype=starts.dtype)
        places = np.arange(lengths.sum(), dtype=starts.dtype) + np.repeat(starts - ends + lengths, lengths)
        return self.terms[places], np.repeat(np.arange(len(words), dtype=starts.dtype), lengths)


@dataclass(frozen=True, slots=True)
class OwnTerms(TermTable):
    """The table in which each word is its own only term, under its own number; nothing is stored for it."""

    def lengths(self, words: Ints) -> Ints:
        """One term for each of `words`."""
        return np.ones(len(words), dtype=np.intp)

    def of(self, words: Ints) -> tuple[Ints, Ints]:
        """The words themselves."""
        return words, np.arange(len(words))


OWN_TERMS = OwnTerms(np.empty(0, dtype=np.intp), np.empty(0, dtype=np.intp))


def inverted(terms: Ints, places: Ints, term_count: int) -> TermTable:
    """The table of the places of terms: what has each term, in order.

    terms, places: pairs, in order of places; term_count: greater than any term

    >>> table = inverted(np.array([1, 0, 1]), np.array([0, 0, 4]), 2)
    >>> [part.tolist() for part in table.of(np.array([1]))]
    [[0, 4], [0, 0]]
    """
    counts = np.bincount(terms, minlength=term_count)
    return TermTable(np.concatenate([[0], np.cumsum(counts)]), places[np.argsort(terms, kind="stable")])


class _Field:
    """The terms of one field, numbered as they come."""

    def __init__(self, terms_of: Callable[[str], Sequence[str]]) -> None:
        self.terms_of = terms_of
        self.numbers: dict[str, int] = {}
        self.rows: list[list[int]] = []

    def add(self, word: str) -> None:
        numbers = self.numbers
        self.rows.append([numbers.setdefault(term, len(numbers)) for term in self.terms_of(word)])

    def table(self) -> TermTable:
        lengths = np.fromiter(map(len, self.rows), dtype=np.intp, count=len(self.rows))
        terms = np.fromiter((term for row in self.rows for term in row), dtype=np.intp, count=lengths.sum())
        return TermTable(np.concatenate([[0], np.cumsum(lengths)]), terms)


class Vocabulary:
    """Words under numbers 0, 1, 2, …, and their terms under numbers of their own.

    fields: name of a field -> the terms of a word in it

    >>> vocabulary = Vocabulary({"letter": tuple})
    >>> vocabulary.numbers(["ab", "bc", "ab"]).tolist()
    [0, 1, 0]
    >>> vocabulary.term("letter", "b"), vocabulary.term("letter", "z")
    (1, None)
    >>> [part.tolist() for part in vocabulary.table("letter").of(np.array([1, 0]))]
    [[1, 2, 0, 1], [0, 0, 1, 1]]
    """

    def __init__(self, fields: Mapping[str, Callable[[str], Sequence[str]]]) -> None:
        self._numbers: dict[str, int] = {}
        self._fields = {name: _Field(terms_of) for name, terms_of in fields.items()}
        self._tables: dict[str, TermTable] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    @property
    def words(self) -> Sequence[str]:
        """Every word, in order of numbers."""
        return list(self._numbers)

    def numbers(self, words: Iterable[str]) -> Ints:
        """The numbers of `words`; new words get the next ones."""
        known = self._numbers
        return np.fromiter(
            (known[word] if word in known else self._add(word) for word in words), dtype=np.intp
        )

    def term(self, field: str, term: str) -> int | None:
        """The number of a term, or None where no word has it."""
        return self._fields[field].numbers.get(term)

    def term_count(self, field: str) -> int:
        """How many terms the words have in a field."""
        return len(self._fields[field].numbers)

    def table(self, field: str) -> TermTable:
        """The terms of all words in a field."""
        if field not in self._tables:
            self._tables[field] = self._fields[field].table()
        return self._tables[field]

    def _add(self, word: str) -> int:
        self._tables.clear()
        for field in self._fields.values():
            field.add(word)
        return self._numbers.setdefault(word, len(self._numbers))
