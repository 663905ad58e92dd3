"""`iqtibas index` and `iqtibas verify`: what they show while they run, and what they report."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.output import complain, complaints
from bot.progress import file_progress
from retrieval import FolderMissing, Retriever

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from retrieval import Paragraph, Synced, Verified


def bring_up_to_date(
    folders: Sequence[str],
    path: Path,
    *,
    anew: bool = False,
    watch: bool = False,
    embed: Callable[[Iterable[Paragraph]], None] | None = None,
) -> bool:
    """Bring an index up to date with folders and report; whether every file could be read.

    anew: throw away what is in the index first; watch: go on for as long as nobody interrupts
    embed: takes all paragraphs, so that no question waits for what reranks them
    Raises StorageError, FolderError.
    """
    for folder in folders:
        # Before an index is made, or one that serves is thrown away.
        if not Path(folder).is_dir():
            raise FolderMissing(folder)
    with Retriever.open(path, create=True, anew=anew) as retriever:
        with file_progress() as progress:
            done = retriever.sync(*folders, progress=progress)
        wrong = complaints(done)
        for each in wrong:
            complain(each)
        _report(done)
        if embed:
            embed(paragraphs(retriever))
        if watch:
            from bot.watching import follow  # noqa: PLC0415 - nothing else needs watchfiles

            for more in follow(folders, lambda: retriever.sync(*folders), wrong):
                if more.added or more.updated or more.removed:
                    _report(more)
                    if embed:
                        embed(paragraphs(retriever))
    return not done.failures


def paragraphs(retriever: Retriever) -> Iterator[Paragraph]:
    """All that may be quoted."""
    return (paragraph for document in retriever.documents for paragraph in document.quotable())


def verified(found: Verified) -> str:
    """What `iqtibas verify` reports, a line for each problem."""
    looked = f"{found.documents} documents, {found.paragraphs} paragraphs looked at"
    if not found.problems:
        return f"{looked}: all as they were put in"
    return "\n".join([*found.problems, f"{looked}; {len(found.problems)} problems"])


def _report(done: Synced) -> None:
    counts = {
        "added": done.added,
        "updated": done.updated,
        "removed": done.removed,
        "unchanged": done.unchanged,
        "left out": len(done.failures),
    }
    sys.stdout.write(", ".join(f"{count} {name}" for name, count in counts.items()) + "\n")
    if done.passed_over:
        suffixes = (
            f"{count} {suffix or 'without a suffix'}" for suffix, count in done.passed_over.most_common()
        )
        sys.stdout.write(f"passed over, of other formats: {', '.join(suffixes)}\n")
    sys.stdout.flush()
