"""One process that asks the documents, seen from the bot's."""

from __future__ import annotations

import asyncio
import logging
import os
import pickle
import sys
from asyncio.subprocess import PIPE
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.telegram.worker_process import LENGTH

if TYPE_CHECKING:
    from asyncio import StreamReader, StreamWriter
    from collections.abc import Sequence

    from bot.settings import Settings
    from bot.telegram.worker_process import Task

_log = logging.getLogger(__name__)

_COMMAND = (sys.executable, "-P", "-m", "bot.telegram.worker_process")
_ENDS = 2
"""Processes that may end over a question before it is given up: one may be killed, two hardly are."""
_PAUSE = 1.0
"""Seconds until the next start after a process that didn't get as far as to be asked."""


class WorkerEnded(Exception):
    """A process ended over a task, and so did the next one."""


@dataclass(slots=True, eq=False)
class _Asked:
    """A task as it is sent, and how many processes have ended over it."""

    body: bytes
    answer: asyncio.Future[Any]
    ends: int = 0


class Worker:
    """Keeps a process running and gives it tasks.

    shelves: what tells where the index of each is
    """

    def __init__(self, shelves: Sequence[Settings]) -> None:
        self._opening = pickle.dumps(tuple(shelves))
        # The process does them in order, so it is the first that is at hand.
        self._asked: deque[_Asked] = deque()
        self._requests: StreamWriter | None = None

    def __len__(self) -> int:
        """How many tasks are at hand or wait."""
        return len(self._asked)

    async def ask(self, task: Task) -> Any:
        """What comes of a task. Raises what that raises, and WorkerEnded."""
        asked = _Asked(pickle.dumps(task), asyncio.get_running_loop().create_future())
        self._asked.append(asked)
        if self._requests:
            self._requests.write(asked.body)
        return await asked.answer

    async def run(self) -> None:
        """Keep a process running, until cancelled."""
        while True:
            ready = False
            try:
                ready = await self._live()
            except OSError as error:
                _log.error("a process that asks the documents can't be started: %s", error)
            if ready:
                self._blame()
            else:
                await asyncio.sleep(_PAUSE)

    async def _live(self) -> bool:
        """Run a process until it ends; whether it was ready to be asked."""
        process = await asyncio.create_subprocess_exec(
            *_COMMAND,
            stdin=PIPE,
            stdout=PIPE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            # Ctrl-C in a terminal is for the bot, which finishes what is at hand first.
            start_new_session=True,
        )
        if process.stdin is None or process.stdout is None:
            raise OSError("there is no way to talk to it")
        try:
            ready = await self._converse(process.stdin, process.stdout)
        finally:
            self._requests = None
            with suppress(ProcessLookupError):
                process.kill()
            code = await process.wait()
        _log.error("a process that asks the documents ended (exit code %s); another takes its place", code)
        return ready

    async def _converse(self, requests: StreamWriter, answers: StreamReader) -> bool:
        requests.writelines([self._opening, *(asked.body for asked in self._asked)])
        self._requests = requests
        ready = False
        with suppress(asyncio.IncompleteReadError):
            while True:
                (length,) = LENGTH.unpack(await answers.readexactly(LENGTH.size))
                if length:
                    self._answer(await answers.readexactly(length))
                ready = True
        return ready

    def _answer(self, body: bytes) -> None:
        answer = self._asked.popleft().answer
        if answer.done():
            return
        try:
            result, error = pickle.loads(body)  # noqa: S301  from this very program
        except Exception as unreadable:  # noqa: BLE001  whatever it is, its asker is to know
            result, error = None, unreadable
        if error is None:
            answer.set_result(result)
        else:
            answer.set_exception(error)

    def _blame(self) -> None:
        if not self._asked:
            return
        first = self._asked[0]
        first.ends += 1
        if first.ends == _ENDS:
            self._asked.popleft()
            if not first.answer.done():
                first.answer.set_exception(WorkerEnded("processes that ask the documents end over it"))
