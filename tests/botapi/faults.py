"""Scripted faults: what is to go wrong with which calls."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.botapi.errors import ApiError
from tests.botapi.updates import CONFLICT

if TYPE_CHECKING:
    from tests.botapi.json_types import Json

TIMEOUT = "timeout"  # never answered, nothing done
DROP_AFTER_COMMIT = "drop-after-commit"  # done, and the connection closed instead of an answer

_DESCRIPTIONS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    409: CONFLICT,
    429: "Too Many Requests: retry after {}",
    500: "Internal Server Error",
    502: "Bad Gateway",
}
_MIGRATED = "Bad Request: group chat was upgraded to a supergroup chat"
_KINDS = (*_DESCRIPTIONS, TIMEOUT, DROP_AFTER_COMMIT)


@dataclass(slots=True)
class Fault:
    """The next `times` calls of `method` fail in the way of `kind`: an error code, or a name above.

    Raises ValueError for a kind that there isn't.
    """

    method: str
    kind: int | str
    times: int = 1
    description: str = ""
    retry_after: int = 1
    migrate_to_chat_id: int = 0

    def __post_init__(self) -> None:
        if self.kind not in _KINDS:
            raise ValueError(f"kind {self.kind!r}: it is one of {', '.join(map(str, _KINDS))}")

    async def strike(self) -> None:
        """Fail before anything is done. Raises ApiError, or waits until the client gives up."""
        if self.kind == TIMEOUT:
            await asyncio.Event().wait()
        if not isinstance(self.kind, int):
            return
        description = self.description or _DESCRIPTIONS[self.kind].format(self.retry_after)
        if self.kind == 429:
            raise ApiError(429, description, retry_after=self.retry_after)
        if self.migrate_to_chat_id:
            raise ApiError(self.kind, _MIGRATED, migrate_to_chat_id=self.migrate_to_chat_id)
        raise ApiError(self.kind, description)


class FaultScript:
    """The faults still to come, in the order they were given."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, *faults: Json) -> None:
        """Append faults given as JSON. Raises TypeError or ValueError for wrong fields."""
        self._faults += [Fault(**fault) for fault in faults]

    def take(self, method: str) -> Fault | None:
        """The fault that a call of `method` meets now."""
        for fault in self._faults:
            if fault.method.lower() == method.lower() and fault.times > 0:
                fault.times -= 1
                return fault
        return None
