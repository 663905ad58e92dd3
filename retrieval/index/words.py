"""Words under numbers, on disk: new words get the next ones, and so do the terms that they bring along."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from retrieval.arabic.analyzer import FIELDS
from retrieval.arabic.folding import fold
from retrieval.arabic.stopwords import is_stop_word
from retrieval.index.arrays import FLAGS, Growing
from retrieval.index.names import NameNumbers
from retrieval.index.numbering import Numbering
from retrieval.index.snapshot import (
    CONTENT,
    FOREIGN,
    NAME_OF,
    TABLE_FIELDS,
    read_table,
    starts_file,
    terms_file,
)
from retrieval.ranking.vocabulary import OWN_TERMS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from retrieval.ranking.vocabulary import TermTable


class Known:
    """The words, terms and names that a writer has met, kept from commit to commit; see `Numbering`."""

    def __init__(self) -> None:
        self.names = NameNumbers()
        self.fields = {field: Numbering(field) for field in FIELDS}

    def forget(self) -> None:
        """Make room where there are too many; between two commits."""
        self.names.forget()
        for numbering in self.fields.values():
            numbering.forget()


class WordWriter:
    """The words and terms of an index that is being written to, within a transaction of the caller's.

    state: of the index, by name; known: of the same writer's commits before
    After a rollback it has to be opened anew. Raises arrays.Incomplete, OSError, sqlite3.Error.
    """

    def __init__(
        self, folder: Path, database: sqlite3.Connection, state: Mapping[str, int], known: Known
    ) -> None:
        self._folder = folder
        self._database = database
        self._known = known
        self._counts = {name: state.get(f"count of {name}", 0) for name in TABLE_FIELDS}
        words = state.get("words", 0)
        self._content = Growing(folder / CONTENT, words, FLAGS)
        self._name_of = Growing(folder / NAME_OF, words)
        self._foreign = Growing(folder / FOREIGN, state.get("count of names", 0), FLAGS)
        self._starts = {
            name: Growing(starts_file(folder, name), words + 1 if words else 0) for name in TABLE_FIELDS
        }
        self._terms = {
            name: Growing(terms_file(folder, name), state.get(f"terms of {name}", 0)) for name in TABLE_FIELDS
        }

    def numbers(self, words: Iterable[str]) -> Mapping[str, int]:
        """Each of `words`, and others, -> its number; of new words the commonest gets the lowest."""
        numbering = self._known.fields["word"]
        # Common words first: low numbers take fewer bytes.
        unknown = Counter(word for word in words if word not in numbering.known).most_common()
        new = numbering.learn(self._database, [word for word, _ in unknown], self._content.length)
        if new:
            self._content.append(np.array([not is_stop_word(word) for word in new]))
            # Word by word, since what one field works out of a word the next one needs again.
            folded, *fields = zip(*map(_analysed, new), strict=True)
            for name, rows in zip(TABLE_FIELDS, fields, strict=True):
                self._add_terms(name, rows)
            names = self._known.names
            numbers, foreign = names.learn(self._database, folded, self._foreign.length)
            self._name_of.append(numbers)
            self._foreign.append(foreign)
        return numbering.known

    def state(self) -> dict[str, int]:
        """How much there is, to be committed after `flush`."""
        return (
            {"words": self._content.length, "count of names": self._foreign.length}
            | {f"terms of {name}": terms.length for name, terms in self._terms.items()}
            | {f"count of {name}": count for name, count in self._counts.items()}
        )

    def tables(self) -> dict[str, TermTable]:
        """Field -> the terms of every word; from here on readers of the files see all that was appended."""
        for file in self._files():
            file.show()
        return {"word": OWN_TERMS} | {
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
        own = [self._content, self._name_of, self._foreign]
        return chain(own, self._starts.values(), self._terms.values())

    def _add_terms(self, name: str, rows: Sequence[Sequence[str]]) -> None:
        """Put in the terms of new words, word after word."""
        numbering = self._known.fields[name]
        distinct = dict.fromkeys(chain.from_iterable(rows))
        self._counts[name] += len(numbering.learn(self._database, distinct, self._counts[name]))
        starts, terms = self._starts[name], self._terms[name]
        if not starts.length:
            starts.append(np.zeros(1))
        starts.append(np.cumsum(list(map(len, rows))) + terms.length)
        terms.append(np.array(list(map(numbering.known.__getitem__, chain.from_iterable(rows)))))


def _analysed(word: str) -> list[Any]:
    """The word folded, and its terms in each of TABLE_FIELDS."""
    return [fold(word), *(FIELDS[name](word) for name in TABLE_FIELDS)]
