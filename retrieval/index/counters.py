"""How often terms were counted: arrays in a file that is never changed, and what changed since.

A small commit adds what it changes to the database. Once that is more than a share of the file, the next
commit writes a new file. Readers add the two, for the few terms of a question.
"""

from __future__ import annotations

import os
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from retrieval.arabic.analyzer import FIELDS
from retrieval.index import arrays
from retrieval.index.packing import pack, unpack

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    Ints = NDArray[np.intp]
    Changes = Mapping[str, Ints]
    """Counter -> what is to be added to the count under each number."""

NAMES = "names"
"""The counter of the occurrences of names; those of fields count paragraphs."""
COUNTERS = (*FIELDS, *(f"{field} in titles" for field in FIELDS), NAMES)
_SHARE, _FEWEST = 32, 20_000
"""Changes wait for a new file until they are one in so many of its numbers, and at least so many."""


def in_titles(field: str) -> str:
    """The counter of the paragraphs over which a term of a field stands in the title."""
    return f"{field} in titles"


class Counters:
    """What was counted up to one generation.

    base: counter -> its counts by number
    changes: counter -> numbers in order, and what is to be added to the count of each
    """

    def __init__(self, base: Mapping[str, Ints], changes: Mapping[str, tuple[Ints, Ints]]) -> None:
        self._base = base
        self._changes = changes

    def of(self, counter: str, numbers: Ints) -> Ints:
        """The counts under some numbers; `one` is faster for one."""
        base = self._base[counter]
        found = np.zeros(len(numbers), dtype=np.intp)
        inside = numbers < len(base)
        found[inside] = base[numbers[inside]]
        if counter in self._changes:
            changed, more = self._changes[counter]
            places = np.minimum(np.searchsorted(changed, numbers), len(changed) - 1)
            found += np.where(changed[places] == numbers, more[places], 0)
        return found

    def one(self, counter: str, number: int) -> int:
        """The count under a number."""
        base = self._base[counter]
        found: int = base.item(number) if number < len(base) else 0
        if counter in self._changes:
            changed, more = self._changes[counter]
            place = int(changed.searchsorted(number))
            if place < len(changed) and changed.item(place) == number:
                found += more.item(place)
        return found

    def every(self, counter: str, count: int) -> Ints:
        """The counts under all numbers below `count`."""
        found = np.zeros(count, dtype=np.intp)
        base = self._base[counter]
        found[: len(base)] = base
        if counter in self._changes:
            changed, more = self._changes[counter]
            found[changed] += more
        return found


def load(folder: Path, database: sqlite3.Connection, state: Mapping[str, int]) -> Counters:
    """What was counted up to the generation that the connection's transaction sees. Raises Incomplete."""
    lengths = [state.get(f"base of {counter}", 0) for counter in COUNTERS]
    whole = arrays.read(_file(folder, state.get("counted", 0)), sum(lengths))
    base = np.split(whole, np.cumsum(lengths)[:-1])
    parts: dict[str, list[tuple[Ints, Ints]]] = defaultdict(list)
    for counter, numbers, changes in database.execute("select counter, numbers, changes from changes"):
        parts[counter].append((np.cumsum(unpack(numbers)), _signed(unpack(changes))))
    merged = {counter: _merged(held) for counter, held in parts.items()}
    return Counters(dict(zip(COUNTERS, base, strict=True)), merged)


def store(
    folder: Path, database: sqlite3.Connection, state: Mapping[str, int], changes: Changes
) -> dict[str, int]:
    """Put changes beside the file, or into a new one; what of the state is new with it.

    state: of the index, with the generation to be
    Raises Incomplete, OSError, sqlite3.Error.
    """
    size = sum(state.get(f"base of {counter}", 0) for counter in COUNTERS)
    waiting = state.get("changes", 0) + sum(map(np.count_nonzero, changes.values()))
    if waiting > max(_FEWEST, size // _SHARE):
        return _renew(folder, database, state, changes)
    rows = []
    for counter, change in changes.items():
        numbers = np.flatnonzero(change)
        if not len(numbers):
            continue
        packed = pack(np.diff(numbers, prepend=0)), pack(_unsigned(change[numbers]))
        rows.append((state["generation"], counter, *packed))
    database.executemany("insert into changes values (?, ?, ?, ?)", rows)
    return {"changes": waiting}


def _renew(
    folder: Path, database: sqlite3.Connection, state: Mapping[str, int], changes: Changes
) -> dict[str, int]:
    """Write all counts to a new file. The one before stays for readers that are about to open it."""
    before = load(folder, database, state)
    lengths = {
        counter: max(state.get(f"base of {counter}", 0), len(changes.get(counter, ())))
        for counter in COUNTERS
    }
    generation = state["generation"]
    with _file(folder, generation).open("wb") as file:
        for counter, length in lengths.items():
            counts = before.every(counter, length)
            if counter in changes:
                counts[: len(changes[counter])] += changes[counter]
            file.write(counts.astype(arrays.NUMBERS).tobytes())
        file.flush()
        os.fsync(file.fileno())
    for old in files(folder):
        if old not in {_file(folder, generation), _file(folder, state.get("counted", 0))}:
            old.unlink(missing_ok=True)
    database.execute("delete from changes")
    return {"counted": generation, "changes": 0} | {
        f"base of {counter}": length for counter, length in lengths.items()
    }


def files(folder: Path) -> list[Path]:
    """The files of counts that there are."""
    return list(folder.glob("counts-*"))


def _file(folder: Path, generation: int) -> Path:
    return folder / f"counts-{generation}"


def _merged(parts: list[tuple[Ints, Ints]]) -> tuple[Ints, Ints]:
    """The changes of several commits as one's."""
    numbers, changes = (np.concatenate(each) for each in zip(*parts, strict=True))
    order = np.argsort(numbers, kind="stable")
    numbers = numbers[order]
    first = np.flatnonzero(np.diff(numbers, prepend=-1))
    return numbers[first], np.add.reduceat(changes[order], first)


def _unsigned(changes: Ints) -> Ints:
    """Numbers of 0 or more for all numbers, small ones for small ones."""
    return np.where(changes < 0, -2 * changes - 1, 2 * changes)


def _signed(numbers: Ints) -> Ints:
    return np.where(numbers % 2, -(numbers + 1) // 2, numbers // 2)
