"""The words, terms and counts of an index against a recount from its documents."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from retrieval.arabic.analyzer import FIELDS
from retrieval.arabic.folding import fold
from retrieval.arabic.names import may_be_name
from retrieval.arabic.stopwords import is_stop_word
from retrieval.index.arrays import FLAGS, read
from retrieval.index.counts import tally
from retrieval.index.names import sound
from retrieval.index.snapshot import CONTENT, TABLE_FIELDS, read_table
from retrieval.ranking.vocabulary import TermTable

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from retrieval.index.analysis import Analysed

    Ints = NDArray[np.intp]


class Recount:
    """Counts what the documents hold, document by document, and compares at the end."""

    def __init__(self, folder: Path, database: sqlite3.Connection) -> None:
        self._folder = folder
        self._database = database
        self._state = Counter[str]()
        self._words: dict[str, int] = {}
        self._occurrences = Counter[str]()
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

    def add(self, analysed: Analysed, bodies: Sequence[Sequence[int]]) -> None:
        """Count a document; bodies: the words of its paragraphs, as numbers."""
        self._occurrences.update(fold(word) for word in analysed.words() if may_be_name(fold(word)))
        self._bodies += [np.array(words, dtype=np.int32) for words in bodies]
        self._titles.append(np.array(self.numbers(analysed.title), dtype=np.int32))
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
        own = np.arange(len(words) + 1)
        yield from self._count_problems("word", TermTable(own, own[:-1]))
        for field in TABLE_FIELDS:
            yield from self._table_problems(field, words)
        yield from self._name_problems()

    def _table_problems(self, field: str, words: Sequence[str]) -> Iterator[str]:
        numbers = self._numbers_of(field)
        table = read_table(self._folder, field, len(words), self._state[f"terms of {field}"])
        rows = [[numbers.get(term, -1) for term in FIELDS[field](word)] for word in words]
        starts = [0, *np.cumsum([len(row) for row in rows]).tolist()]
        if table.starts.tolist() != starts or table.terms.tolist() != [term for row in rows for term in row]:
            yield f"{field}: the terms of the words aren't those stored"
            return
        yield from self._count_problems(field, table)

    def _count_problems(self, field: str, table: TermTable) -> Iterator[str]:
        stored = self._database.execute(f"select term, number, frequency, titles from terms_{field}")  # noqa: S608
        frequencies, terms = tally(self._bodies, [1] * len(self._bodies), table)
        titles, in_titles = tally(self._titles, self._weights, table)
        for term, number, *told in stored:
            found = [int(frequencies[number]), int(titles[number])] if number < len(frequencies) else []
            if told != found:
                yield f"{field} {term}: counted as {told}, found {found}"
        for name, total in ((f"frequency of {field}", terms), (f"titles of {field}", in_titles)):
            if self._state[name] != total:
                yield f"{name}: told as {self._state[name]}, found {total}"

    def _name_problems(self) -> Iterator[str]:
        for number, word, count in self._database.execute("select sound, word, count from names"):
            if number != sound(word) or self._occurrences[word] != count:
                yield f"name {word}: counted as {count}, found {self._occurrences[word]}"
            del self._occurrences[word]
        for word in self._occurrences:
            yield f"name {word}: it isn't among the names"

    def _numbers_of(self, field: str) -> dict[str, int]:
        return dict(self._database.execute(f"select term, number from terms_{field}").fetchall())  # noqa: S608
