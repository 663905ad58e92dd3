"""The documents that are asked: those for everybody, and those that a group of users has to itself.

Each group has a Retriever of its own, so that nothing of what others may read, no word and no count, takes
part in its answers.
"""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Self, TypeVar

from bot.commands.opening import opened
from bot.telegram.access.groups import read_groups
from bot.telegram.workers import Workers
from retrieval import StoredRetriever

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.settings import Settings
    from bot.telegram.access.visitor import Visitor
    from retrieval import FileError, Retriever

P = ParamSpec("P")
T = TypeVar("T")


class Shelf:
    """Documents that are asked together.

    settings: what tells where they are; retriever: them as they are now
    source: the folder in which they lie, None if that isn't known
    Raises IqtibasError where they can't be opened.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._changing = threading.Lock()
        self.retriever = opened(settings)
        # The default folder isn't what an index was made from.
        known = settings.index is None or "source" in settings.model_fields_set
        self.source = settings.source if known else None

    @property
    def stored(self) -> bool:
        """Whether they are an index on disk, which other processes can open."""
        return isinstance(self.retriever, StoredRetriever)

    def reread(self) -> tuple[FileError, ...]:
        """Go through the folder again; the files that couldn't be read. Questions are answered meanwhile.

        Takes as long as reading does, so call it in a thread.
        Raises IqtibasError: no folder, nothing in it, or another program is writing the index; LookupError
        where the folder isn't known.
        """
        if self.source is None:
            raise LookupError("the folder of the documents isn't known")
        with self._changing:
            if isinstance(self.retriever, StoredRetriever):
                return tuple(self.retriever.sync(self.source).failures)
            # One in memory never changes: whoever is asking it finishes undisturbed.
            self.retriever = opened(self.settings)
            return self.retriever.failures


class Library:
    """The shelves, as a context manager that gives them back.

    common: for everybody who may ask
    groups: members by number, and their shelf; the first that has somebody counts
    workers: who ask the shelves on disk while they run; without any, and those in memory, threads do
    """

    def __init__(
        self, common: Shelf, groups: Iterable[tuple[frozenset[int], Shelf]] = (), workers: int = 0
    ) -> None:
        self.common = common
        self._groups = tuple(groups)
        self._stored = [shelf for shelf in self.shelves if shelf.stored]
        self.workers = Workers([shelf.settings for shelf in self._stored], workers if self._stored else 0)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for shelf in self.shelves:
            shelf.retriever.close()

    @property
    def shelves(self) -> list[Shelf]:
        """All of them."""
        return [self.common, *(shelf for _, shelf in self._groups)]

    def shelf(self, visitor: Visitor) -> Shelf:
        """What `visitor` is answered from.

        In a group of Telegram's it is the group's: all its members read the answer. An inline answer goes to
        a chat that the bot doesn't see, so it is from what everybody may read.
        """
        if visitor.chat is None:
            return self.common
        return next((shelf for members, shelf in self._groups if visitor.place in members), self.common)

    async def ask(
        self,
        shelf: Shelf,
        work: Callable[Concatenate[Retriever, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """What `work`, a function of a module, makes of a shelf; milliseconds, in which others are served."""
        if self.workers and shelf in self._stored:
            return await self.workers.ask(self._stored.index(shelf), work, *args, **kwargs)
        return await asyncio.to_thread(work, shelf.retriever, *args, **kwargs)


def open_library(settings: Settings) -> Library:
    """The library of a bot.

    Raises SettingsError for a wrong file of groups, IqtibasError for documents that can't be opened.
    """
    groups = read_groups(settings.groups) if settings.groups else {}
    return Library(
        Shelf(settings),
        [
            (group.members, Shelf(settings.model_copy(update={"source": group.source, "index": group.index})))
            for group in groups.values()
        ],
        settings.telegram_workers,
    )
