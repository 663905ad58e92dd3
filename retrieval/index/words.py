"""Words under numbers, on disk: new words get the next ones, and so do the terms that they bring along."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from retrieval.arabic.analyzer import FIELDS
from retrieval.arabic.stopwords import is_stop_word
from retrieval.index.arrays import FLAGS, Growing
from retrieval.index.snapshot import CONTENT, TABLE_FIELDS, read_table, starts_file, terms_file
from retrieval.ranking.vocabulary import TermTable

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path


class WordWriter:
    """The words and terms of an index that is being written to, within a transaction of the caller's.

    state: of the index, by name
    After a rollback it has to be opened anew. Raises arrays.Incomplete, OSError, sqlite3.Error.
    """

    def __init__(self, folder: Path, database: sqlite3.Connection, state: Mapping[str, int]) -> None:
        self._folder = folder
        self._database = database
        self._counts = {name: state.get(f"count of {name}", 0) for name in TABLE_FIELDS}
        words = state.get("words", 0)
        self._content = Growing(folder / CONTENT, words, FLAGS)
        self._starts = {
            name: Growing(starts_file(folder, name), words + 1 if words else 0) for name in TABLE_FIELDS
        }
        self._terms = {
            name: Growing(terms_file(folder, name), state.get(f"terms of {name}", 0)) for name in TABLE_FIELDS
        }

    def numbers(self, words: Iterable[str]) -> dict[str, int]:
        """Each of `words` -> its number; of new words the first gets the lowest."""
        wanted = dict.fromkeys(words)
        known = self._known("word", wanted)
        new = [word for word in wanted if word not in known]
        if new:
            known |= self._add("word", new, self._content.length)
            self._content.append(np.array([not is_stop_word(word) for word in new]))
            for name in TABLE_FIELDS:
                self._add_terms(name, new)
        return known

    def state(self) -> dict[str, int]:
        """How much there is, to be committed after `flush`."""
        return (
            {"words": self._content.length}
            | {f"terms of {name}": terms.length for name, terms in self._terms.items()}
            | {f"count of {name}": count for name, count in self._counts.items()}
        )

    def tables(self) -> dict[str, TermTable]:
        """Field -> the terms of every word."""
        self.flush()
        own = np.arange(self._content.length + 1)
        return {"word": TermTable(own, own[:-1])} | {
            name: read_table(self._folder, name, self._content.length, terms.length)
            for name, terms in self._terms.items()
        }

    def flush(self) -> None:
        """Wait until everything appended is on disk."""
        for file in self._files():
            file.flush()

    def close(self) -> None:
        """Close the files."""
        for file in self._files():
            file.close()

    def _files(self) -> Iterable[Growing]:
        return chain([self._content], self._starts.values(), self._terms.values())

    def _add_terms(self, name: str, words: Sequence[str]) -> None:
        rows = [FIELDS[name](word) for word in words]
        distinct = dict.fromkeys(chain.from_iterable(rows))
        numbers = self._known(name, distinct)
        numbers |= self._add(name, [term for term in distinct if term not in numbers], self._counts[name])
        self._counts[name] = max(self._counts[name], max(numbers.values()) + 1)
        starts, terms = self._starts[name], self._terms[name]
        if not starts.length:
            starts.append(np.zeros(1))
        starts.append(np.cumsum([len(row) for row in rows]) + terms.length)
        terms.append(np.array([numbers[term] for term in chain.from_iterable(rows)]))

    def _known(self, field: str, terms: Iterable[str]) -> dict[str, int]:
        found = self._database.execute(
            f"select term, number from terms_{field} "  # noqa: S608 - a field's name
            "where term in (select value from json_each(?))",
            [json.dumps(list(terms))],
        )
        return dict(found.fetchall())

    def _add(self, field: str, terms: Sequence[str], first: int) -> dict[str, int]:
        numbers = {term: number for number, term in enumerate(terms, start=first)}
        self._database.executemany(
            f"insert into terms_{field} values (?, ?, 0, 0)",  # noqa: S608 - a field's name
            sorted(numbers.items()),
        )
        return numbers
