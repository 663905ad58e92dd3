"""The queue of updates of one bot: what getUpdates reads and confirms."""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING

from aiogram.types import Update

from tests.botapi.errors import ApiError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.botapi.json_types import Json

UPDATE_TYPES = frozenset(Update.model_fields) - {"update_id"}
# Those that a bot has to ask for.
_OPT_IN = {"chat_member", "message_reaction", "message_reaction_count"}

_FIRST_ID = 100_000_001
# An offset further ahead than this is taken for a mistake and confirms nothing.
_AHEAD = 10
_LONGEST_POLL = 50
_LIMIT = 100
# Conflicts that follow each other faster than this are answered with this delay, in seconds.
_CONFLICT_PAUSE = 3.0
CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


class _Superseded(Exception):
    """Another poll took the place of this one."""


class UpdateQueue:
    """Updates in order of their ids, kept until an offset confirms them; one waiting poll at most."""

    def __init__(self) -> None:
        self._updates: list[Json] = []
        self._next_id = _FIRST_ID
        self._allowed: frozenset[str] = UPDATE_TYPES - _OPT_IN
        self._poll: asyncio.Future[None] | None = None
        self.changed = asyncio.Event()
        self._next_conflict = 0.0

    def __len__(self) -> int:
        return len(self._updates)

    @property
    def next_id(self) -> int:
        """The id of the next update that has none."""
        return self._next_id

    @property
    def allowed(self) -> list[str] | None:
        """The types that the bot chose; None for the default."""
        return None if self._allowed == UPDATE_TYPES - _OPT_IN else sorted(self._allowed)

    def allow(self, types: Sequence[str]) -> None:
        """Take only these types from now on; none, or only unknown ones, stand for the default."""
        self._allowed = UPDATE_TYPES.intersection(types) or UPDATE_TYPES - _OPT_IN

    def push(self, update: Json) -> bool:
        """Append `update`, which has an id; False if it is of a type that the bot didn't ask for.

        An id may go back only while the queue is empty, as Telegram's do after a quiet week.
        Raises ValueError for an id that isn't behind those that wait.
        """
        if self._updates and update["update_id"] < self._next_id:
            raise ValueError(f"update_id {update['update_id']}: the next one is {self._next_id} or more")
        kind = next((name for name in update if name != "update_id"), "")
        if kind in UPDATE_TYPES and kind not in self._allowed:
            return False
        self._updates.append(update)
        self._next_id = update["update_id"] + 1
        self.changed.set()
        if self._poll and not self._poll.done():
            self._poll.set_result(None)
        return True

    def waiting(self) -> list[Json]:
        """The updates that aren't confirmed yet, in order."""
        return list(self._updates)

    def remove(self, update: Json) -> None:
        """Confirm this one alone, as a webhook does."""
        if update in self._updates:
            self._updates.remove(update)
        self.changed.set()

    def clear(self) -> None:
        """Forget all updates."""
        self._updates.clear()

    async def get(self, offset: int, limit: int, seconds: int) -> list[Json]:
        """Confirm the updates before `offset` and return the first `limit` of the others.

        A negative offset confirms all but the last ones. Without any, wait up to `seconds` for one.
        Raises ApiError 409 if another call comes to wait meanwhile.
        """
        limit = min(max(limit, 1), _LIMIT)
        seconds = min(max(seconds, 0), _LONGEST_POLL)
        self._confirm(offset)
        if seconds and not self._updates:
            await self._wait(seconds)
            self._confirm(max(offset, 0))
        return self._updates[:limit]

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            del self._updates[:offset]
        elif offset <= self._next_id + _AHEAD:
            del self._updates[: bisect_left(self._updates, offset, key=itemgetter("update_id"))]

    async def _wait(self, seconds: int) -> None:
        if self._poll and not self._poll.done():
            self._poll.set_exception(_Superseded())
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(poll, seconds)
        except TimeoutError:
            pass
        except _Superseded:
            await self._pause()
            raise ApiError(409, CONFLICT) from None
        finally:
            if self._poll is poll:
                self._poll = None

    async def _pause(self) -> None:
        now = asyncio.get_running_loop().time()
        if now < self._next_conflict:
            await asyncio.sleep(_CONFLICT_PAUSE)
        else:
            self._next_conflict = now + _CONFLICT_PAUSE
