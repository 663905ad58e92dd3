"""One child process of the sandbox, seen from its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from threading import Event, Timer
from typing import Any

from retrieval.errors import FileDamaged, FileError, FileTooCostly, FileUnreadable
from retrieval.reading.document import Contents
from retrieval.reading.sandbox import parcel

LARGEST = 1 << 26
"""Bytes of the largest answer that is taken from a child: some thirty million Arabic letters."""

_COMMAND = (sys.executable, "-P", "-m", "retrieval.reading.sandbox.sandboxed")
_NEEDED = ("SYSTEMROOT", "TMPDIR", "LD_LIBRARY_PATH")
"""What of the environment a child may see; no secret is among it."""
_GRACE = 1.0
"""Seconds that a child may take to end, so that its exit code can be told."""
_START = 60.0
"""Seconds that a child may take to start, on a loaded machine."""


class Child:
    """A process that reads files; started for the first file, and anew after it died.

    patience: seconds that reading a file may take
    """

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, path: str, name: str) -> Contents:
        """What a file holds. Raises FileError."""
        if self._process is None or self._process.poll() is not None:
            self._start(name)
        answer, goes_on = self._asked((path, name), name)
        if not goes_on:
            self.end(_GRACE)
        if isinstance(answer, FileError):
            raise answer
        return answer

    def end(self, grace: float = 0.0) -> int:
        """Kill the process, if there is one; its exit code, negative for the signal that ended it.

        grace: seconds in which it may end by itself
        """
        process, self._process = self._process, None
        if not process:
            return 0
        with suppress(subprocess.TimeoutExpired):
            process.wait(grace)
        process.kill()
        process.communicate()
        return process.returncode

    def _start(self, name: str) -> None:
        self.end()
        environment = {key: os.environ[key] for key in _NEEDED if key in os.environ} | {
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "OPENBLAS_NUM_THREADS": "1",  # each thread would take its share of the memory allowed
        }
        self._process = subprocess.Popen(  # noqa: S603 - this very interpreter, with a module of this package
            _COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        try:
            self._answered(None, _START)
        except (EOFError, TimeoutError, ValueError) as error:
            self.end()
            raise FileUnreadable(name, "the process that should read it does not start") from error

    def _asked(self, question: Any, name: str) -> tuple[Contents | FileError, bool]:
        """The answer to a question, and whether the process goes on to the next.

        Raises FileError where there is no answer, with the process ended.
        """
        try:
            answer, goes_on = self._answered(question, self._patience)
            if isinstance(answer, Contents | FileError):
                return answer, bool(goes_on)
        except EOFError:
            raise _death(self.end(_GRACE), name) from None
        except TimeoutError:
            self.end()
            raise FileTooCostly(name, f"reading it takes longer than {self._patience:g} s") from None
        except (TypeError, ValueError) as error:
            self.end()
            raise FileTooCostly(name, f"what comes out of it can't be taken: {error}") from None
        self.end()
        raise FileDamaged(name, "its reader talks nonsense over it; save it anew, or in another format")

    def _answered(self, question: Any, patience: float) -> Any:
        """What the process says to a question, or once it has started, to None.

        Raises TimeoutError, EOFError where it died, ValueError where it says too much, or nonsense.
        """
        process = self._process
        if not (process and process.stdin and process.stdout):
            raise EOFError
        late = Event()

        def give_up() -> None:
            late.set()
            process.kill()

        timer = Timer(patience, give_up)
        timer.start()
        try:
            if question is not None:
                parcel.send(process.stdin, question)
            return parcel.receive(process.stdout, LARGEST)
        except (EOFError, OSError):
            if late.is_set():
                raise TimeoutError from None
            raise EOFError from None
        finally:
            timer.cancel()
            if late.is_set():  # even if it answered at the last moment, it is of no use any more
                self.end()


def _death(code: int, name: str) -> FileError:
    """What a child's exit code tells of the file that it read."""
    if -code in {getattr(signal, "SIGXCPU", None), getattr(signal, "SIGKILL", None)}:
        return FileTooCostly(name, "reading it takes more time or memory than one file may take")
    cause = signal.Signals(-code).name if code < 0 else f"exit code {code}"
    return FileDamaged(name, f"its reader crashed over it ({cause}); save it anew, or in another format")
