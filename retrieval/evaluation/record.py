"""The lines of an evaluation set's files, each with its place for the errors about it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from retrieval.errors import IqtibasError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


class BadSet(IqtibasError):
    """A folder can't serve as an evaluation set: a file of it is missing, or a line of one is wrong."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file; number: 1 for the first."""

    path: Path
    number: int
    text: str

    def bad(self, reason: str) -> BadSet:
        """What to raise about the line."""
        return BadSet(f"{self.path}:{self.number}: {reason}")


@dataclass(frozen=True, slots=True)
class Record:
    """A JSON object and the line that it stands on."""

    line: Line
    values: Mapping[str, Any]

    def string(self, key: str) -> str:
        """The string under `key`; raises BadSet for anything else."""
        value = self.values.get(key)
        if not isinstance(value, str):
            raise self.line.bad(f'"{key}" must be a string')
        return value


def lines(path: Path) -> Iterator[Line]:
    """The lines of a UTF-8 file, empty ones left out. Raises BadSet."""
    try:
        with path.open("rb") as file:
            yield from (
                line for number, raw in enumerate(file, start=1) if (line := _line(path, number, raw)).text
            )
    except OSError as error:
        raise BadSet(
            f"{path}: {error.strerror}; a set has corpus.jsonl, queries.jsonl, qrels/test.tsv"
        ) from None


def _line(path: Path, number: int, raw: bytes) -> Line:
    try:
        return Line(path, number, raw.decode("utf-8-sig").strip())
    except UnicodeDecodeError as error:
        raise Line(path, number, "").bad(f"not in UTF-8 at byte {error.start + 1}") from None


def records(path: Path) -> Iterator[Record]:
    """The objects of a JSON Lines file. Raises BadSet."""
    for line in lines(path):
        try:
            values = json.loads(line.text)
        except (json.JSONDecodeError, RecursionError) as error:
            raise line.bad(f"not JSON: {error}") from None
        if not isinstance(values, dict):
            raise line.bad("must be a JSON object")
        yield Record(line, values)
