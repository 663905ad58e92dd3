"""The child process in which files are read: `python -m retrieval.reading.sandbox.sandboxed`.

It takes (path, name) on standard input and gives on standard output what the file holds, or its FileError,
and whether it goes on to the next.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import IO, TYPE_CHECKING

from retrieval.errors import FileDamaged, FileError, FileTooCostly
from retrieval.reading.document import read_all
from retrieval.reading.sandbox import parcel
from retrieval.reading.sandbox.confinement import MEMORY, allow_time, confine

if TYPE_CHECKING:
    from retrieval.reading.document import Contents

_LONGEST_QUESTION = 1 << 20
"""Bytes of a path and a name."""
_SAID = 120
"""Characters of a library's own message that are handed on."""


def serve(questions: IO[bytes], answers: IO[bytes]) -> None:
    """Answer until the other side is gone, or a file has used up the memory."""
    parcel.send(answers, "ready")
    while True:
        try:
            path, name = parcel.receive(questions, _LONGEST_QUESTION)
        except EOFError:
            return
        allow_time()
        try:
            parcel.send(answers, (_read(path, name), True))
        except MemoryError:
            error = FileTooCostly(name, f"reading it takes more than {MEMORY >> 20} MB of memory")
            parcel.send(answers, (error, False))
            return  # what is left of the memory is in pieces


def _read(path: str, name: str) -> Contents | FileError:
    try:
        return read_all(path, name)
    except FileError as error:
        return error
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a library's own, whatever it is: the file is at fault
        return FileDamaged(name, f"its reader gave up ({_said(error)}); save it anew, or in another format")


def _said(error: Exception) -> str:
    message = "".join(filter(str.isprintable, str(error)))[:_SAID]
    return f"{type(error).__name__}: {message}" if message else type(error).__name__


def main() -> None:
    """Read files within bounds; what a library prints goes nowhere."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    confine()
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
