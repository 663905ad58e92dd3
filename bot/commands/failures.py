"""What goes wrong, as the command line tells it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def told() -> Iterator[None]:
    """Turn an IqtibasError of the block into a ClickException: one line and an exit code, no traceback."""
    from retrieval import IqtibasError  # noqa: PLC0415

    try:
        yield
    except IqtibasError as error:
        raise click.ClickException(str(error)) from None


@contextmanager
def needing(extra: str) -> Iterator[None]:
    """Turn it into a ClickException that a module to import is missing; extra: what brings it."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in {"bot", "retrieval"}:
            raise
        raise click.ClickException(
            f"no module {error.name}; install what this command needs: pip install 'iqtibas[{extra}]'"
        ) from None


@contextmanager
def readable(file: str, content: str) -> Iterator[None]:
    """Turn it into a ClickException that a file can't be read; content: what it ought to hold."""
    try:
        yield
    except OSError as error:
        if error.filename is None:  # it is about standard output
            raise
        raise click.ClickException(f"{file}: {error.strerror}; give a file of {content}") from None
