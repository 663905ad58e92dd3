"""`iqtibas index` and `iqtibas verify`: what they show while they run, and what they report."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from bot.output import complain
from retrieval import Retriever

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from retrieval import Synced, Verified


def bring_up_to_date(folders: Sequence[str], path: Path, *, anew: bool = False, watch: bool = False) -> bool:
    """Bring an index up to date with folders and report; whether every file could be read.

    anew: throw away what is in the index first; watch: go on for as long as nobody interrupts
    Raises StorageError, FolderError.
    """
    with Retriever.open(path, create=True, anew=anew) as retriever:
        with _progress() as progress:
            done = retriever.sync(*folders, progress=progress)
        _report(done)
        for _ in _changes(folders) if watch else ():
            _report(retriever.sync(*folders), quiet=True)
    return not done.failures


def verified(found: Verified) -> str:
    """What `iqtibas verify` reports, a line for each problem."""
    looked = f"{found.documents} documents, {found.paragraphs} paragraphs looked at"
    if not found.problems:
        return f"{looked}: all as they were put in"
    return "\n".join([*found.problems, f"{looked}; {len(found.problems)} problems"])


def _report(done: Synced, *, quiet: bool = False) -> None:
    for failure in done.failures:
        complain(f"left out: {failure}")
    for path in done.unsettled:
        complain(f"still being written, left for the next time: {path}")
    counts = {"added": done.added, "updated": done.updated, "removed": done.removed}
    if quiet and not any(counts.values()):
        return
    counts |= {"unchanged": done.unchanged, "left out": len(done.failures)}
    sys.stdout.write(", ".join(f"{count} {name}" for name, count in counts.items()) + "\n")
    sys.stdout.flush()


def _changes(folders: Sequence[str]) -> Iterator[object]:
    """Something, each time that files of the folders have changed and come to rest for a moment."""
    from watchfiles import watch  # noqa: PLC0415 - only --watch needs it

    return watch(*folders, raise_interrupt=True)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal, with rate and time left; nothing elsewhere."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("files", total=None)
        yield lambda done, files: bar.update(task, completed=done, total=files)


class _Rate(ProgressColumn):
    """How many a second."""

    def render(self, task: Task) -> Text:
        """The rate, once there is one."""
        return Text(f"{task.speed:.0f}/s" if task.speed else "")
