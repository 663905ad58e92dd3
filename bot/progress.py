"""How far something that takes long has come, on a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Step = TypeVar("Step")


def progress(label: str, steps: Iterable[Step]) -> Iterator[Step]:
    """The steps one by one; how many are done is shown on standard error if that is a terminal."""
    with click.progressbar(steps, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        yield from bar
