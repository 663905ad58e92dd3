"""Processes that ask the documents, so that the bot's own is left to Telegram.

Python computes on one core at a time, and threads pay for taking turns about as much as the questions cost
(`benchmarks/telegram.py`). A worker opens each index by itself, so it sees a commit with the next question,
and it keeps nothing: where one is killed another takes its place, and is asked the same again.

A pool of the standard library ends as a whole where one process does, and outlives a bot that is killed.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Self, TypeVar, cast

from bot.telegram.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.settings import Settings
    from retrieval import Retriever

P = ParamSpec("P")
T = TypeVar("T")


class Workers:
    """So many processes, which run while the block of this context manager does.

    shelves: what tells where the index of each is
    """

    def __init__(self, shelves: Sequence[Settings], count: int) -> None:
        self._workers = [Worker(shelves) for _ in range(count)]
        self._running: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        self._running = [asyncio.create_task(worker.run()) for worker in self._workers]
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._workers)

    async def ask(
        self, shelf: int, work: Callable[Concatenate[Retriever, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """What comes of `work`, a function of a module, with the shelf of that number.

        Raises what `work` does, and WorkerEnded where it ended one process and the next.
        """
        worker = min(self._workers, key=len)
        return cast("T", await worker.ask((shelf, work, args, kwargs)))
