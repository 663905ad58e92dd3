"""How far something that takes long has come, on a terminal."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Step = TypeVar("Step")

_PATIENCE = 0.5
"""Seconds that anybody waits without a word."""


def progress(label: str, steps: Iterable[Step]) -> Iterator[Step]:
    """The steps one by one; how many are done is shown on standard error if that is a terminal."""
    with click.progressbar(steps, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        yield from bar


@contextmanager
def file_progress() -> Iterator[Callable[[int, int], None]]:
    """What takes (files done, files in all), and shows them on standard error if they take long to come.

    Nothing is shown where standard error isn't a terminal.
    """
    began = time.monotonic()
    with ExitStack() as shown:
        bar: Callable[[int, int], None] | None = None

        def show(done: int, files: int) -> None:
            nonlocal bar
            if bar is None and time.monotonic() - began > _PATIENCE:
                from bot.file_bar import FileBar  # noqa: PLC0415

                bar = shown.enter_context(FileBar())
            if bar:
                bar(done, files)

        yield show if sys.stderr.isatty() else _unseen


def _unseen(_done: int, _files: int) -> None:
    """What nobody watches."""
