"""Foreign names among an index's words, by sound: what `arabic.names.NameIndex` does in memory, on disk."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from retrieval.arabic.folding import fold
from retrieval.arabic.latin import is_latin
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

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping


class StoredNames:
    """The names of an index, within a transaction of the caller's.

    names: how many of its words are no Arabic ones
    """

    def __init__(self, database: sqlite3.Connection, names: int) -> None:
        self._database = database
        self._names = names

    def variants(self, word: str) -> list[str]:
        """The other spellings of the name `word`, likeliest first; of an Arabic word the Latin ones only."""
        if not may_be_name(word):
            return []
        counts = _Counts(self._database, arabic=is_latin(word))
        alike = (other for key in sound_keys(word) for other in counts.under(key))
        found = variants(word, filter(is_latin, alike) if is_arabic(word) else alike, threshold(self._names))
        return [name for name in found if name_inside(name, counts) == name]


class _Counts(dict[str, int]):
    """Folded word -> how often it occurs, looked up when it is asked for; arabic: Arabic words as well."""

    def __init__(self, database: sqlite3.Connection, *, arabic: bool) -> None:
        super().__init__()
        self._database = database
        self._arabic = arabic

    def under(self, key: str) -> list[str]:
        """The most frequent words of a sound key."""
        found = self._database.execute(
            "select word, count from names where sound = ? and count > 0 and arabic <= ? "
            "order by count desc, word limit ?",
            (_number(key), self._arabic, MOST_PER_KEY),
        ).fetchall()
        self.update(found)
        return [word for word, _ in found]

    def get(self, word: str, default: int = 0) -> int:  # type: ignore[override]
        """The count of a word; `default` where there is none."""
        if word not in self:
            found = self._database.execute(
                "select count from names where sound = ? and word = ? and arabic <= ?",
                (sound(word), word, self._arabic),
            ).fetchone()
            self[word] = found[0] if found else default
        return self[word]


def count_names(database: sqlite3.Connection, occurrences: Mapping[str, int]) -> int:
    """Count words that may be names, up or down; how many new ones there are that are no Arabic words.

    occurrences: bare word -> how often it comes, or goes where negative
    """
    folded = Counter[str]()
    for word, count in occurrences.items():
        folded[fold(word)] += count
    names = {word: count for word, count in folded.items() if may_be_name(word)}
    new = names.keys() - _known(database, names)
    database.executemany(
        "insert into names values (?, ?, ?, 0)",
        sorted((sound(word), word, is_arabic(word)) for word in new),
    )
    database.executemany(
        "update names set count = count + ? where sound = ? and word = ?",
        ((names[word], sound, word) for sound, word in sorted((sound(word), word) for word in names)),
    )
    return sum(not is_arabic(word) for word in new)


def _known(database: sqlite3.Connection, words: Iterable[str]) -> set[str]:
    found = database.execute(
        "select word from json_each(?) asked cross join names "
        "on sound = asked.value ->> 0 and word = asked.value ->> 1",
        [json.dumps([(sound(word), word) for word in words])],
    )
    return {word for (word,) in found}


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> int:
    """The number of a word's sound key."""
    return _number(sound_key(word))


def _number(key: str) -> int:
    """A number for a sound key, shorter than the key; that two keys share one costs little."""
    return zlib.crc32(key.encode())
