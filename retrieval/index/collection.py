"""The collection that an index holds, as one question sees it; see `ranking.collection.Collection`."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from retrieval.index import documents
from retrieval.index.entry import StoredEntry
from retrieval.index.keeping import kept
from retrieval.index.keys import belongs, document_of
from retrieval.index.names import StoredNames
from retrieval.index.originals import Originals
from retrieval.index.paragraphs import Rows
from retrieval.index.vocabulary import KEPT_TERMS, StoredTerms
from retrieval.ranking.candidates import Candidates, InvertedTexts
from retrieval.ranking.selection import Selection
from retrieval.ranking.statistics import Statistics
from retrieval.ranking.text import tokens_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from retrieval.arabic.analyzer import Analyzer
    from retrieval.arabic.tokens import Token
    from retrieval.engines.protocol import TermsByField
    from retrieval.index.paragraphs import Numbers
    from retrieval.index.snapshot import Snapshot
    from retrieval.model import Paragraph, Source
    from retrieval.ranking.candidates import EndToEnd

    Ints = NDArray[np.intp]


_KEPT_SELECTIONS = 16
"""Selections that a generation keeps, eight bytes for each of their paragraphs."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was read of paragraphs, for the threads and questions to come; no key is given out twice.

    paragraphs: key -> the paragraph; tokens: key -> its words
    """

    paragraphs: dict[int, Paragraph] = field(default_factory=dict)
    tokens: dict[int, list[Token]] = field(default_factory=dict)


class StoredCollection:
    """The paragraphs of one generation, for use by one thread within one transaction.

    snapshot: the generation; kept: what was read before
    """

    def __init__(
        self,
        database: sqlite3.Connection,
        snapshot: Snapshot,
        analyzer: Analyzer,
        kept: Kept,
    ) -> None:
        self.snapshot = snapshot
        self.analyzer = analyzer
        self.vocabulary = StoredTerms(database, snapshot)
        self.is_content = snapshot.is_content
        self.names = StoredNames(database, snapshot.counters, snapshot.count("names"), snapshot.spellings)
        self._database = database
        self._kept = kept
        self._originals = Originals(database, kept.paragraphs)
        self._entries: dict[int, StoredEntry] = {}
        self._read: dict[int, tuple[Rows, int]] = {}

    def __len__(self) -> int:
        return self.snapshot.count("paragraphs")

    def __getitem__(self, key: int) -> StoredEntry:
        if key not in self._entries:
            self._entries[key] = StoredEntry(key, self._originals, *self._numbers(key))
        return self._entries[key]

    @cached_property
    def whole(self) -> Candidates:
        """All paragraphs as candidates, in the order of their places."""
        if not self.snapshot.whole:
            keys = self._database.execute(
                f"select key from documents join paragraphs on {belongs('key', 'id')} "  # noqa: S608 - a condition
                "order by path, key"
            )
            self.snapshot.whole.append(Candidates.of(self, [key for (key,) in keys], InvertedTexts))
            self.snapshot.numbers.update({key: rows[place] for key, (rows, place) in self._read.items()})
        return self.snapshot.whole[0]

    def entries(self, keys: Sequence[int]) -> Mapping[int, StoredEntry]:
        """The paragraphs under `keys`, in their order; those that are no longer there are left out."""
        known = self.snapshot.numbers
        if unread := [key for key in keys if key not in self._read and key not in known]:
            self._fetch(unread)
        return {key: self[key] for key in keys if key in self._read or key in known}

    def end_to_end(self, keys: Sequence[int]) -> EndToEnd:
        """The paragraphs under `keys`, in their order; those without a word, or not there, are left out."""
        found, rows = self._fetch(keys)
        return rows.end_to_end(found)

    def selected(self, allows: Callable[[Source], bool]) -> Selection:
        """The paragraphs of the documents whose sources are allowed; those selected last are kept."""
        return kept(self.snapshot.selections, allows, _KEPT_SELECTIONS, lambda: self._select(allows))

    def candidates(
        self, terms: TermsByField, limit: int, among: NDArray[np.integer[Any]] | None = None
    ) -> Sequence[int]:
        """Keys of at most `limit` paragraphs that share terms with a question, the most promising first."""
        find = self.vocabulary.term
        known = {
            field: [str(number) for term in held if (number := find(field, term)) is not None]
            for field, held in terms.items()
        }
        return self.snapshot.view.candidates(known, limit, among)

    def tokens(self, key: int) -> list[Token]:
        """The words of a paragraph with their places; those read last are kept."""
        known = self._kept.tokens
        found = known.get(key)
        if found is None:
            found = known[key] = tokens_of(self._originals.paragraph(key), self.analyzer)
        return found

    def statistics(self, field: str, *, titles: bool = False) -> Statistics:
        """The counts of a field over all paragraphs, or over their titles."""
        total = self.snapshot.count(f"{'titles' if titles else 'frequency'} of {field}")
        average = total / len(self) if len(self) else 0.0
        return Statistics(len(self), average, self.vocabulary.frequencies(field, titles=titles))

    def idf(self, field: str, term: str) -> float:
        """How telling a term is among the paragraphs, be it in any of them or not."""
        return kept(self.snapshot.idfs, (field, term), KEPT_TERMS, lambda: self._idf(field, term))

    def _select(self, allows: Callable[[Source], bool]) -> Selection:
        allowed = [number for number, source in documents.sources(self._database) if allows(source)]
        # A cross join keeps to the order of the documents: https://sqlite.org/optoverview.html#crossjoin
        rows = self._database.execute(
            "select paragraphs.key from json_each(?) as allowed "  # noqa: S608 - a condition
            f"cross join paragraphs on {belongs('paragraphs.key', 'allowed.value')}",
            [json.dumps(allowed)],
        )
        held = np.array(rows.fetchall(), dtype=np.intp).ravel()
        return Selection(held, len(np.unique(document_of(held))))

    def _idf(self, field: str, term: str) -> float:
        statistics, number = self.statistics(field), self.vocabulary.term(field, term)
        return statistics.idf(0 if number is None else statistics.frequencies.item(number))

    def _numbers(self, key: int) -> Numbers:
        if key in self.snapshot.numbers:
            return self.snapshot.numbers[key]
        if key not in self._read:
            self._fetch([key])
        rows, place = self._read[key]
        return rows[place]

    def _fetch(self, keys: Sequence[int]) -> tuple[list[int], Rows]:
        """Read paragraphs together; those that are there, in the order of `keys`."""
        # A cross join keeps to that order: https://sqlite.org/optoverview.html#crossjoin
        found = self._database.execute(
            "select paragraphs.key, words from json_each(?) as wanted "
            "cross join paragraphs on paragraphs.key = wanted.value",
            [json.dumps(keys)],
        ).fetchall()
        rows = Rows([packed for _, packed in found])
        self._read.update({key: (rows, place) for place, (key, _) in enumerate(found)})
        return [key for key, _ in found], rows
