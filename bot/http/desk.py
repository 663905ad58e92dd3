"""The documents, and the threads in which they are asked."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, TypeVar

from fastapi import Depends, Request

from bot.http.problems import Problem
from bot.texts import Language, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from retrieval import Retriever

T = TypeVar("T")

_THREADS = 1
"""Python runs one thread at a time; several take turns at so high a price that fewer questions are answered
(`benchmarks/http.py`). More processes help: `--workers`."""
_AT_ONCE = 64
"""Requests at hand and waiting; at ten milliseconds each the last one waits less than a second."""


class Desk:
    """Asks a Retriever from the event loop's side, so many requests at once."""

    def __init__(self, retriever: Retriever, threads: int = _THREADS, at_once: int = _AT_ONCE) -> None:
        self._retriever = retriever
        self._threads = ThreadPoolExecutor(threads, "desk")
        # Of its own, or the server would look ill whenever it is busy.
        self._health = ThreadPoolExecutor(1, "health")
        self._at_once = at_once
        self._at_hand = 0

    async def run(self, work: Callable[[Retriever], T], *, begun: bool = False) -> T:
        """What comes of `work`, done in a thread. Raises Problem where too much waits already.

        begun: whether it is part of an answer that has begun, and must end
        """
        if self._at_hand >= self._at_once and not begun:
            raise Problem(
                HTTPStatus.SERVICE_UNAVAILABLE,
                "busy",
                "too many requests wait already; try again in a moment",
                arabic=say(Language.ARABIC, "busy"),
                headers={"Retry-After": "1"},
            )
        self._at_hand += 1
        done = asyncio.get_running_loop().run_in_executor(self._threads, work, self._retriever)
        done.add_done_callback(self._leave)
        return await done

    async def look(self, work: Callable[[Retriever], T]) -> T:
        """What comes of `work`, however busy the desk is; for looking after its health only."""
        return await asyncio.get_running_loop().run_in_executor(self._health, work, self._retriever)

    def close(self) -> None:
        """Finish what is at hand, and let go of the documents."""
        self._threads.shutdown(cancel_futures=True)
        self._health.shutdown(cancel_futures=True)
        self._retriever.close()

    def _leave(self, _done: object) -> None:
        self._at_hand -= 1


async def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


AtDesk = Annotated[Desk, Depends(_desk)]
"""The parameter by which a route gets the server's desk."""
