"""`iqtibas` in a process of its own, without the second that its imports take.

One process for each of the tests' imports the program, and is forked for each command. What comes of it has its
own memory, signals and exit code, and is killed as any other.
"""

from __future__ import annotations

import os
import sys
from multiprocessing import get_context
from typing import TYPE_CHECKING

from bot.cli import main

if TYPE_CHECKING:
    from pathlib import Path

_context = get_context("forkserver")
_context.set_forkserver_preload(["bot.cli", "bot.telegram", "bot.telegram.webhook", "bot.telegram.check"])


class Forked:
    """`iqtibas` with these arguments and no other environment, working in `folder` and writing to `log`.

    Asked and ended as subprocess.Popen is.
    """

    def __init__(self, arguments: list[str], folder: Path, env: dict[str, str], log: Path) -> None:
        self._process = _context.Process(target=_run, args=(arguments, folder, env, log))
        self._process.start()

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid or 0

    def poll(self) -> int | None:
        """Its exit code, if it ended."""
        return self._process.exitcode

    def wait(self, seconds: float | None = None) -> int:
        """Its exit code, once it ends. Raises TimeoutError."""
        self._process.join(seconds)
        if self._process.exitcode is None:
            raise TimeoutError(f"process {self.pid} goes on")
        return self._process.exitcode

    def kill(self) -> None:
        """End it by SIGKILL."""
        self._process.kill()


def _run(arguments: list[str], folder: Path, env: dict[str, str], log: Path) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    with log.open("ab") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    sys.argv = ["iqtibas", *arguments]
    main()
