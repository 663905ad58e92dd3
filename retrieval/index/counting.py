"""What one commit changes in the counts of an index."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from retrieval.index import counters
from retrieval.index.arrays import FLAGS, read
from retrieval.index.counts import Texts, tally
from retrieval.index.names import NONE
from retrieval.index.snapshot import FOREIGN, NAME_OF

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from retrieval.index.paragraphs import Numbered
    from retrieval.ranking.vocabulary import TermTable

    Ints = NDArray[np.intp]


class Counting:
    """Counts documents that come and go; `totals` is what is to be added to the state."""

    def __init__(self, folder: Path) -> None:
        self.totals = Counter[str]()
        self._folder = folder
        self._changes: dict[str, Ints] = {}

    def count(
        self,
        numbered: Sequence[Numbered],
        sign: int,
        state: Mapping[str, int],
        tables: Mapping[str, TermTable],
    ) -> Texts:
        """Count documents, up (1) or down (-1); their paragraphs.

        state: how many words and terms there are; tables: field -> the terms of every word
        """
        texts = [text for each in numbered for text in each.texts]
        bodies = Texts.joined(texts, [sign] * len(texts))
        titles = Texts.joined(
            [each.title for each in numbered], [sign * len(each.texts) for each in numbered]
        )
        counts = {field: state["words" if field == "word" else f"count of {field}"] for field in tables}
        for field, (frequencies, total) in tally(bodies, tables, counts).items():
            self._add(field, frequencies)
            self.totals[f"frequency of {field}"] += total
        for field, (frequencies, total) in tally(titles, tables, counts).items():
            self._add(counters.in_titles(field), frequencies)
            self.totals[f"titles of {field}"] += total
        names = read(self._folder / NAME_OF, state["words"])[bodies.words]
        occurrences = np.bincount(names[names != NONE], minlength=state["count of names"])
        self._add(counters.NAMES, sign * occurrences)
        self.totals["documents"] += sign * len(numbered)
        self.totals["paragraphs"] += sign * len(texts)
        return bodies

    def store(self, database: sqlite3.Connection, state: Mapping[str, int]) -> dict[str, int]:
        """Write the changes; what of the state is new with them.

        state: of the index, with the generation to be
        """
        if not self._changes:
            return {}
        change = self._changes[counters.NAMES]
        changed = np.flatnonzero(change)
        before = counters.load(self._folder, database, state).of(counters.NAMES, changed)
        foreign = read(self._folder / FOREIGN, len(change), FLAGS)[changed]
        present = (before + change[changed] > 0).astype(np.intp) - (before > 0)
        return {"names": state.get("names", 0) + int(present[foreign].sum())} | counters.store(
            self._folder, database, state, self._changes
        )

    def _add(self, counter: str, change: Ints) -> None:
        """Add a change to those before, which may know of fewer numbers."""
        if counter in self._changes:
            change[: len(self._changes[counter])] += self._changes[counter]
        self._changes[counter] = change
