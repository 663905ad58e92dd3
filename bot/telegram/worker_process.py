"""What a worker does: task after task from standard input, until the bot ends.

Nothing of Telegram's library is loaded here. Tasks and answers are pickled: both sides are this program.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import sys
import traceback
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any, TypeAlias

from bot.commands.opening import reopened

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from retrieval import Retriever

    Task: TypeAlias = tuple[int, Callable[..., Any], Sequence[Any], Mapping[str, Any]]
    """The number of a shelf, and the function of a module that is called with its Retriever and the rest."""

LENGTH = struct.Struct("!I")
"""Before each answer, a result and an exception of which one is None; the first, of nothing, says: ready."""


def main() -> None:
    """Open the shelves that the first pickle names, and do the tasks that follow, in order."""
    # systemd tells each process of a service to end, but the bot still has questions to finish.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    tasks, answers = sys.stdin.buffer, _answers()
    with suppress(EOFError, pickle.UnpicklingError, BrokenPipeError):  # where the bot was killed
        retrievers = [reopened(settings) for settings in pickle.load(tasks)]  # noqa: S301  from this program
        body = b""
        while True:
            answers.write(LENGTH.pack(len(body)) + body)
            answers.flush()
            body = pickle.dumps(_done(retrievers, pickle.load(tasks)))  # noqa: S301


def _answers() -> IO[bytes]:
    """Standard output, which is kept from whatever else would write to it."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _done(retrievers: Sequence[Retriever], task: Task) -> tuple[Any, Exception | None]:
    shelf, work, args, kwargs = task
    try:
        return work(retrievers[shelf], *args, **kwargs), None
    except Exception as error:  # noqa: BLE001  the bot tells of it
        error.add_note(traceback.format_exc())
        return None, error


if __name__ == "__main__":
    main()
