"""`iqtibas index --watch`: an index that follows its folders."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from watchfiles import watch

from bot.output import complain, complaints
from retrieval import FolderMissing, IndexLocked, IndexUnwritable, Synced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_TICK = 1000
"""Milliseconds after which what had to wait is tried again."""
_UNTOLD = 60
"""Seconds after which folders are gone through anyway: not every file system tells of changes."""
_PASSING = (IndexLocked, IndexUnwritable, FolderMissing)
"""What passes, or is mended meanwhile: another writer, a full disk, a folder that isn't mounted."""


def follow(folders: Sequence[str], sync: Callable[[], Synced], told: Sequence[str] = ()) -> Iterator[Synced]:
    """Bring an index up to date each time that files of its folders have changed; never ends by itself.

    sync: brings it up to date; what comes of it is yielded
    told: of what the operator knows already
    What goes wrong is told once for as long as it lasts, on standard error, and tried again.
    """
    behind, last = True, 0.0  # what changes before the watch begins, nobody tells
    for changes in _changes(folders):
        if not (changes or behind or time.monotonic() - last > _UNTOLD):
            continue
        try:
            done = sync()
        except _PASSING as error:
            behind, wrong = True, [str(error)]
        else:
            behind, wrong = bool(done.unsettled), complaints(done)
            yield done
        for each in wrong:
            if each not in told:
                complain(each)
        told, last = wrong, time.monotonic()


def _changes(folders: Sequence[str]) -> Iterator[object]:
    """What has changed, once it has come to rest for a moment; nothing, after each second without."""
    return watch(
        *folders, watch_filter=None, rust_timeout=_TICK, yield_on_timeout=True, ignore_permission_denied=True
    )
