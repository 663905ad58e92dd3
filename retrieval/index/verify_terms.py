"""The words, terms and counts of an index against a recount from its documents."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from retrieval.arabic.analyzer import FIELDS
from retrieval.arabic.folding import fold
from retrieval.arabic.lexicon import is_arabic
from retrieval.arabic.names import may_be_name
from retrieval.arabic.stopwords import is_stop_word
from retrieval.index import counters
from retrieval.index.arrays import FLAGS, read
from retrieval.index.counts import Texts, tally
from retrieval.index.names import NONE, sound
from retrieval.index.snapshot import CONTENT, FOREIGN, NAME_OF, TABLE_FIELDS, read_table
from retrieval.ranking.vocabulary import OWN_TERMS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from retrieval.index.counters import Counters
    from retrieval.ranking.vocabulary import TermTable

    Ints = NDArray[np.intp]


class Recount:
    """Counts what the documents hold, document by document, and compares at the end."""

    def __init__(self, folder: Path, database: sqlite3.Connection) -> None:
        self._folder = folder
        self._database = database
        self._state = Counter[str]()
        self._words: dict[str, int] = {}
        self._bodies: list[Ints] = []
        self._titles: list[Ints] = []
        self._weights: list[int] = []

    def start(self) -> Iterator[str]:
        """Read what words there are; nothing is wrong with them so far."""
        state = self._database.execute("select name, value from state where typeof(value) = 'integer'")
        self._state.update(dict(state.fetchall()))
        self._words.update(self._numbers_of("word"))
        yield from ()

    def numbers(self, words: Sequence[str]) -> list[int]:
        """The numbers of words; -1 for one that has none."""
        return [self._words.get(word, -1) for word in words]

    def add(self, title: Sequence[int], bodies: Sequence[Sequence[int]]) -> None:
        """Count a document, given as numbers of words."""
        self._bodies += [np.array(words, dtype=np.int32) for words in bodies]
        self._titles.append(np.array(title, dtype=np.int32))
        self._weights.append(len(bodies))

    def problems(self) -> Iterator[str]:
        """What the index tells otherwise."""
        words = [word for word, _ in sorted(self._words.items(), key=lambda item: item[1])]
        if sorted(self._words.values()) != list(range(self._state["words"])):
            yield "the words aren't numbered one by one"
            return
        content = read(self._folder / CONTENT, len(words), FLAGS)
        if content.tolist() != [not is_stop_word(word) for word in words]:
            yield f"{CONTENT}: stop words aren't told as they are"
        told = counters.load(self._folder, self._database, self._state)
        yield from self._count_problems("word", OWN_TERMS, self._words, told)
        for field in TABLE_FIELDS:
            yield from self._table_problems(field, words, told)
        yield from self._name_problems(words, told)

    def _table_problems(self, field: str, words: Sequence[str], told: Counters) -> Iterator[str]:
        numbers = self._numbers_of(field)
        table = read_table(self._folder, field, len(words), self._state[f"terms of {field}"])
        rows = [[numbers.get(term, -1) for term in FIELDS[field](word)] for word in words]
        starts = [0, *np.cumsum([len(row) for row in rows]).tolist()]
        if table.starts.tolist() != starts or table.terms.tolist() != [term for row in rows for term in row]:
            yield f"{field}: the terms of the words aren't those stored"
            return
        if len(numbers) != self._state[f"count of {field}"]:
            yield f"{field}: {self._state[f'count of {field}']} terms are told, {len(numbers)} are there"
            return
        yield from self._count_problems(field, table, numbers, told)

    def _count_problems(
        self, field: str, table: TermTable, numbers: dict[str, int], told: Counters
    ) -> Iterator[str]:
        terms = {number: term for term, number in numbers.items()}
        bodies = Texts.joined(self._bodies, [1] * len(self._bodies))
        titles = Texts.joined(self._titles, self._weights)
        for counter, texts, total in (
            (field, bodies, f"frequency of {field}"),
            (counters.in_titles(field), titles, f"titles of {field}"),
        ):
            found, all_terms = tally(texts, {field: table}, {field: len(numbers)})[field]
            yield from _differences(counter, told.every(counter, len(numbers)), found, terms)
            if self._state[total] != all_terms:
                yield f"{total}: told as {self._state[total]}, found {all_terms}"

    def _name_problems(self, words: Sequence[str], told: Counters) -> Iterator[str]:
        names = {}
        for key, name, arabic, number in self._database.execute("select * from names"):
            names[name] = number
            if key != sound(name) or bool(arabic) != is_arabic(name):
                yield f"name {name}: it isn't told as it sounds"
        ordered = sorted(names, key=names.__getitem__)
        if sorted(names.values()) != list(range(self._state["count of names"])):
            yield "the names aren't numbered one by one"
            return
        foreign = np.array([not is_arabic(name) for name in ordered], dtype=np.bool_)
        if not np.array_equal(read(self._folder / FOREIGN, len(names), FLAGS), foreign):
            yield f"{FOREIGN}: Arabic words aren't told as they are"
        folded = map(fold, words)
        name_of = np.array([names.get(word, NONE) if may_be_name(word) else NONE for word in folded], np.intp)
        if not np.array_equal(read(self._folder / NAME_OF, len(words)), name_of):
            yield f"{NAME_OF}: words aren't told as the names that they are"
            return
        occurring = name_of[Texts.joined(self._bodies, [1] * len(self._bodies)).words]
        found = np.bincount(occurring[occurring != NONE], minlength=len(names))
        yield from _differences(
            "name", told.every(counters.NAMES, len(names)), found, dict(enumerate(ordered))
        )
        if self._state["names"] != (found > 0)[foreign].sum():
            yield f"{self._state['names']} names are told, {(found > 0)[foreign].sum()} are there"

    def _numbers_of(self, field: str) -> dict[str, int]:
        return dict(self._database.execute(f"select term, number from terms_{field}").fetchall())  # noqa: S608


def _differences(counter: str, told: Ints, found: Ints, terms: dict[int, str]) -> Iterator[str]:
    for number in np.flatnonzero(told != found).tolist():
        yield f"{counter} {terms.get(number)}: counted as {told[number]}, found {found[number]}"
