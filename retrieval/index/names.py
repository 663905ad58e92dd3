"""Foreign names among an index's words, by sound: what `arabic.names.NameIndex` does in memory, on disk."""

from __future__ import annotations

import json
import zlib
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from retrieval.arabic.latin import AFTER_LATIN, is_latin
from retrieval.arabic.lexicon import is_arabic
from retrieval.arabic.names import (
    MOST_PER_KEY,
    may_be_name,
    name_inside,
    sound_key,
    sound_keys,
    threshold,
    variants,
)
from retrieval.index.counters import NAMES
from retrieval.index.keeping import kept

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from retrieval.index.counters import Counters

    Ints = NDArray[np.intp]

_MOST = 1 << 20
"""Names that a writer keeps from one commit to the next, a hundred bytes each."""
_MOST_KEPT = 20_000
"""Words whose variants a generation keeps, a few hundred bytes each."""
NONE = -1
"""What stands for the number of a name where a word is none."""


class StoredNames:
    """The names of an index, within a transaction of the caller's.

    counters: how often each name occurs, among others
    names: how many of its words are no Arabic ones
    kept: word -> its variants, for the questions to come: names are asked about again and again
    """

    def __init__(
        self,
        database: sqlite3.Connection,
        counters: Counters,
        names: int,
        kept: dict[str, list[str]],
    ) -> None:
        self._database = database
        self._counters = counters
        self._names = names
        self._kept = kept

    def variants(self, word: str) -> list[str]:
        """The other spellings of the name `word`, likeliest first; of an Arabic word the Latin ones only."""
        if not may_be_name(word):
            return []
        return kept(self._kept, word, _MOST_KEPT, lambda: self._found(word))

    def _found(self, word: str) -> list[str]:
        counts = _Counts(self._database, self._counters, arabic=is_latin(word))
        latin = is_arabic(word)
        alike = counts.under(sound_keys(word), latin=latin)
        found = variants(word, alike, threshold(self._names))
        return [name for name in found if name_inside(name, counts) == name]


_BEYOND_ALL = "\U0010ffff"
"""What sorts behind all words."""


class _Counts(dict[str, int]):
    """Folded word -> how often it occurs, looked up when it is asked for; arabic: Arabic words as well."""

    def __init__(self, database: sqlite3.Connection, counters: Counters, *, arabic: bool) -> None:
        super().__init__()
        self._database = database
        self._counters = counters
        self._arabic = arabic

    def under(self, keys: Sequence[str], *, latin: bool) -> list[str]:
        """The most frequent words of each of some sound keys; latin: of those in Latin letters."""
        found = self._database.execute(
            "select sound, word, number from names where sound in (select value from json_each(?)) "
            "and word < ? and arabic <= ? order by sound, word",
            (json.dumps(list(map(_number, keys))), AFTER_LATIN if latin else _BEYOND_ALL, self._arabic),
        ).fetchall()
        numbers = np.array([number for _, _, number in found], dtype=np.intp)
        counts = self._counters.of(NAMES, numbers).tolist()
        frequent: dict[str, int] = {}
        for _, same in groupby(zip(found, counts, strict=True), key=lambda each: each[0][0]):
            by_count = sorted(same, key=lambda each: -each[1])[:MOST_PER_KEY]
            frequent.update((word, count) for (_, word, _), count in by_count if count)
        self.update(frequent)
        return list(frequent)

    def get(self, word: str, default: int = 0) -> int:  # type: ignore[override]
        """The count of a word; `default` where there is none."""
        if word not in self:
            found = self._database.execute(
                "select number from names where sound = ? and word = ? and arabic <= ?",
                (sound(word), word, self._arabic),
            ).fetchone()
            self[word] = self._counters.one(NAMES, found[0]) if found else default
        return self[word]


class NameNumbers:
    """Folded words that may be names, under numbers, for the writer of an index; see `Numbering`."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def learn(
        self, database: sqlite3.Connection, words: Sequence[str], count: int
    ) -> tuple[Ints, NDArray[np.bool_]]:
        """The number of each of some folded words, NONE where it is no name; which new ones aren't Arabic.

        count: how many names have a number
        """
        known = self._known
        unknown = [word for word in dict.fromkeys(words) if word not in known and may_be_name(word)]
        if unknown and len(known) < count:
            known.update(_stored(database, unknown))
            unknown = [word for word in unknown if word not in known]
        known.update(zip(unknown, range(count, count + len(unknown)), strict=True))
        arabic = [is_arabic(word) for word in unknown]
        rows = zip(map(sound, unknown), unknown, arabic, range(count, count + len(unknown)), strict=True)
        database.executemany("insert into names values (?, ?, ?, ?)", sorted(rows))
        numbers = np.fromiter((known.get(word, NONE) for word in words), dtype=np.intp, count=len(words))
        return numbers, ~np.array(arabic, dtype=np.bool_)

    def forget(self) -> None:
        """Make room where there are too many; between two commits."""
        if len(self._known) > _MOST:
            self._known.clear()


def _stored(database: sqlite3.Connection, words: Sequence[str]) -> list[tuple[str, int]]:
    return database.execute(
        "select word, number from json_each(?) asked cross join names "
        "on sound = asked.value ->> 0 and word = asked.value ->> 1",
        [json.dumps([(sound(word), word) for word in words])],
    ).fetchall()


@lru_cache(maxsize=1 << 14)
def sound(word: str) -> int:
    """The number of a word's sound key."""
    return _number(sound_key(word))


def _number(key: str) -> int:
    """A number for a sound key, shorter than the key; that two keys share one costs little."""
    return zlib.crc32(key.encode())
