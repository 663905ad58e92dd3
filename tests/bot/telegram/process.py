"""The real `iqtibas telegram`, in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

from tests.bot.telegram.forked import Forked
from tests.bot.telegram.server import PATIENCE, TOKEN, new_id

SEEDS = Path(__file__).parents[3] / "seeds"
IQTIBAS = [str(Path(sys.executable).with_name("iqtibas")), "telegram"]


class BotProcess:
    """`iqtibas telegram`, working in `folder` and in no other environment.

    command: started in its place, with the same options
    """

    def __init__(  # noqa: PLR0913
        self,
        base_url: str,
        folder: Path,
        *,
        token: str = TOKEN,
        level: str = "INFO",
        command: list[str] | None = None,
        options: tuple[str, ...] = (),
        env: dict[str, str] | None = None,
    ) -> None:
        own = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("IQTIBAS_", "TELEGRAM_"))
        }
        self.data = folder / "data"
        self._log = folder / f"log{new_id()}"
        self._log.touch()
        arguments = ["--source", str(SEEDS), "--base-url", base_url, *options]
        env = {
            **own,
            # A worker takes a second to start, as the program would without being forked.
            **({} if command else {"IQTIBAS_TELEGRAM_WORKERS": "0"}),
            "TELEGRAM_BOT_TOKEN": token,
            "IQTIBAS_LOG_LEVEL": level,
            "IQTIBAS_DATA": str(self.data),
            "IQTIBAS_USER_RATE": "0",
            "IQTIBAS_CHAT_RATE": "0",
            **(env or {}),
        }
        self._process: Forked | subprocess.Popen[bytes]
        if command is None:
            self._process = Forked(["telegram", *arguments], folder, env, self._log)
        else:
            with self._log.open("wb") as log:
                self._process = subprocess.Popen(
                    [*command, *arguments], cwd=folder, env=env, stdout=log, stderr=log
                )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()

    @property
    def log(self) -> str:
        """Everything that it wrote."""
        return self._log.read_text("utf-8")

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    def children(self) -> list[int]:
        """The processes that it started, by number."""
        threads = Path(f"/proc/{self.pid}/task").iterdir()
        return [int(child) for each in threads for child in Path(each, "children").read_text("ascii").split()]

    def wait(self) -> int:
        """Its exit code, once it ends."""
        return self._process.wait(PATIENCE)

    def wait_logged(self, words: str) -> None:
        """Return once `words` stand in the log."""
        deadline = time.monotonic() + PATIENCE
        while words not in self.log:
            assert self._process.poll() is None or words in self.log, self.log
            assert time.monotonic() < deadline, self.log
            time.sleep(0.02)

    def kill(self) -> None:
        """End it by SIGKILL."""
        self._process.kill()
        self._process.wait()

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """End it by a signal; returns its exit code."""
        os.kill(self.pid, number)
        return self.wait()
