"""Eight threads that read while one writes: every commit replaces two documents that bear one number.

    python -m tests.index.reading COMMITS [--naive]

A reader that sees one document, or two numbers, has seen half of a commit. With --naive the documents stand in one
file, a line each, that is written over in place, as a program without a database might do it.
"""

from __future__ import annotations

import json
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from retrieval import Retriever
from tests.index.corpus import document

READERS = 8
_PAUSE = 0.01
"""Seconds between a reader's questions: without, the writer would hardly get a turn."""
_FIRST = 1000
"""The first number: all have four digits, so that no line of the file is longer than another."""


class Store(Protocol):
    """Where documents stand that are read while they change."""

    def write(self, texts: list[str]) -> None:
        """Put two documents in place of the last two."""

    def read(self) -> list[str]:
        """The documents that there are."""

    def close(self) -> None:
        """Let go of files."""


class Indexed:
    """An index on disk."""

    def __init__(self, path: Path) -> None:
        self._retriever = Retriever.open(path, create=True)
        self.close = self._retriever.close

    def write(self, texts: list[str]) -> None:
        """One commit."""
        self._retriever.add(document(f"{place}.txt", text) for place, text in enumerate(texts))

    def read(self) -> list[str]:
        """One question."""
        passages = self._retriever.search("أي رقم يحمل الوفد في المدينة؟", limit=5)
        return [passage.paragraph.text for passage in passages]


class Overwritten:
    """A file that is written over in place."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def write(self, texts: list[str]) -> None:
        """A document a line."""
        with self._path.open("w", encoding="utf-8", buffering=1) as lines:
            lines.writelines(f"{json.dumps(text)}\n" for text in texts)

    def read(self) -> list[str]:
        """All lines."""
        with self._path.open(encoding="utf-8") as lines:
            return list(map(json.loads, lines))

    def close(self) -> None:
        """Nothing is open."""


@dataclass
class Seen:
    """What readers saw: how often they looked, and what was wrong with what they saw."""

    reads: int = 0
    harm: list[str] = field(default_factory=list)


def read_while_writing(store: Store, commits: int) -> Seen:
    """Write so often, while eight threads read without pause."""
    done = threading.Event()
    store.write(_documents(_FIRST))
    with ThreadPoolExecutor(READERS) as pool:
        readers = [pool.submit(_read, store, done) for _ in range(READERS)]
        try:
            for number in range(_FIRST + 1, _FIRST + commits):
                store.write(_documents(number))
        finally:
            done.set()
    store.close()
    seen = [reader.result() for reader in readers]
    return Seen(sum(each.reads for each in seen), [harm for each in seen for harm in each.harm])


def _documents(number: int) -> list[str]:
    return [f"الوفد {which} يحمل الرقم {number} في المدينة." for which in ("الأول", "الثاني")]


def _read(store: Store, done: threading.Event) -> Seen:
    seen = Seen()
    while not done.is_set():
        try:
            texts = store.read()
        except Exception as error:  # noqa: BLE001 - whatever it is, a reader must not meet it
            seen.harm.append(repr(error))
        else:
            numbers = {word for text in texts for word in text.split() if word.isdigit()}
            if len(texts) != 2 or len(numbers) != 1:
                seen.harm.append(f"{len(texts)} documents, numbers {sorted(numbers)}")
        seen.reads += 1
        time.sleep(_PAUSE)
    return seen


if __name__ == "__main__":
    _, count, *options = sys.argv
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "documents"
        found = read_while_writing(Overwritten(place) if options else Indexed(place), int(count))
    print(*found.harm[:5], f"{count} commits, {found.reads} reads, {len(found.harm)} wrong", sep="\n")  # noqa: T201
    sys.exit(bool(found.harm))
