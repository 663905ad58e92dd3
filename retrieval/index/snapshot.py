"""One generation of an index, as all readers share it: counts, mapped arrays and the engine's view."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from retrieval.arabic.analyzer import FIELDS
from retrieval.index import arrays, counters
from retrieval.ranking.vocabulary import TermTable

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from retrieval.engines.tantivy import TantivyView
    from retrieval.index.counters import Counters
    from retrieval.index.paragraphs import Numbers
    from retrieval.model import Source
    from retrieval.ranking.candidates import Candidates
    from retrieval.ranking.selection import Selection

TABLE_FIELDS = tuple(name for name in FIELDS if name != "word")
"""The fields whose terms are kept for each word; in the field `word` it has one, under its own number."""
CONTENT = "content.flags"
"""The array that tells for each word whether it says what a text is about."""
NAME_OF = "name.numbers"
"""The array that tells for each word which name it is, in one spelling or another."""
FOREIGN = "foreign.flags"
"""The array that tells for each name whether it is no Arabic word."""


@dataclass(frozen=True)
class Snapshot:
    """What is the same for every question asked of one generation.

    state: of the index, by name
    tables: field -> the terms of every word; is_content: for each word whether it says what a text is about
    counters: how many texts have each term
    found: (field, term) -> its number, None where no text has it, as far as it has been asked
    idfs: (field, term) -> how telling it is, as far as it has been asked
    spellings: word -> the other spellings of the name, as far as it has been asked
    whole: the candidates of a small collection, once they have been asked for
    numbers: key -> the words, sentences and title of each paragraph of such a collection, likewise
    selections: what sources are allowed -> their paragraphs, as far as it has been asked
    """

    state: Mapping[str, int | str]
    tables: Mapping[str, TermTable]
    is_content: NDArray[np.bool_]
    view: TantivyView
    counters: Counters
    found: dict[tuple[str, str], int | None] = field(default_factory=dict)
    idfs: dict[tuple[str, str], float] = field(default_factory=dict)
    spellings: dict[str, list[str]] = field(default_factory=dict)
    whole: list[Candidates] = field(default_factory=list)
    numbers: dict[int, Numbers] = field(default_factory=dict)
    selections: dict[Callable[[Source], bool], Selection] = field(default_factory=dict)

    @property
    def generation(self) -> int:
        """The number of the commit."""
        return self.count("generation")

    def count(self, name: str) -> int:
        """A number of the state; 0 for one that was never counted."""
        return int(self.state.get(name, 0))


def load(folder: Path, database: sqlite3.Connection, view: TantivyView) -> Snapshot:
    """The generation that the connection's transaction sees. Raises arrays.Incomplete."""
    state = dict(database.execute("select name, value from state"))
    numbers = {name: value for name, value in state.items() if isinstance(value, int)}
    words = numbers.get("words", 0)
    tables = {
        name: read_table(folder, name, words, numbers.get(f"terms of {name}", 0)) for name in TABLE_FIELDS
    }
    is_content = arrays.read(folder / CONTENT, words, arrays.FLAGS)
    return Snapshot(state, tables, is_content, view, counters.load(folder, database, numbers))


def read_table(folder: Path, name: str, words: int, terms: int) -> TermTable:
    """The terms of so many words, so many terms in all. Raises arrays.Incomplete."""
    starts = arrays.read(starts_file(folder, name), words + 1 if words else 0)
    return TermTable(
        starts if words else np.zeros(1, dtype=arrays.NUMBERS), arrays.read(terms_file(folder, name), terms)
    )


def starts_file(folder: Path, name: str) -> Path:
    """Where for each word stands where its terms start, and where the last one's end."""
    return folder / f"{name}.starts"


def terms_file(folder: Path, name: str) -> Path:
    """Where the terms stand."""
    return folder / f"{name}.terms"
