"""The lines of a file that was named on the command line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

_MANY = 10_000
"""A smaller batch is over before anybody reads a progress bar."""


def read_lines(file: str) -> Iterator[str]:
    """Yield the lines of `file`, or of standard input for "-", each read when it is asked for.

    For very many lines standard error shows a progress bar, if it is a terminal. Bytes that are not UTF-8
    come as surrogates (see `bot.encoding`). Raises OSError for a file that can't be read.
    """
    if file == "-":
        yield from map(_without_end, sys.stdin)
        return
    path = Path(file)
    total = _count(path) if sys.stderr.isatty() else 0
    with (
        path.open(encoding="utf-8-sig", errors="surrogateescape", newline="\n") as lines,
        click.progressbar(length=total, file=sys.stderr, hidden=total <= _MANY) as progress,
    ):
        for line in lines:
            yield _without_end(line)
            progress.update(1)


def _count(path: Path) -> int:
    """How many lines; 0 for a pipe, whose lines can be read only once."""
    if not path.is_file():
        return 0
    with path.open("rb") as lines:
        return sum(1 for _ in lines)


def _without_end(line: str) -> str:
    return line.rstrip("\r\n")
