"""`iqtibas index` and `iqtibas verify`: what they show while they run, and what they report."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bot.output import complain_of
from bot.progress import file_progress
from retrieval import Retriever

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from retrieval import Synced, Verified


def bring_up_to_date(folders: Sequence[str], path: Path, *, anew: bool = False, watch: bool = False) -> bool:
    """Bring an index up to date with folders and report; whether every file could be read.

    anew: throw away what is in the index first; watch: go on for as long as nobody interrupts
    Raises StorageError, FolderError.
    """
    with Retriever.open(path, create=True, anew=anew) as retriever:
        with file_progress() as progress:
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
    complain_of(done)
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
