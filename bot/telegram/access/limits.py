"""How fast one user and one chat may ask."""

from __future__ import annotations

import time
from enum import Enum, auto
from typing import TYPE_CHECKING

from bot.buckets import Buckets

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.buckets import Bucket
    from bot.telegram.access.visitor import Visitor


class Pace(Enum):
    """What becomes of a request: answered, told to slow down, or passed over since that was said."""

    FINE = auto()
    TOO_FAST = auto()
    STILL_TOO_FAST = auto()


class Limits:
    """Requests a minute; 0 for as many as come.

    clock: seconds, from any start
    """

    def __init__(self, per_user: int, per_chat: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._users = Buckets(per_user, clock)
        self._chats = Buckets(per_chat, clock)

    def pace(self, visitor: Visitor) -> Pace:
        """What becomes of a request of `visitor`, which is counted by this.

        An anonymous administrator is counted with the chat only. Of the refusals in one burst only the
        first is TOO_FAST.
        """
        paces = [
            _pace(buckets, number)
            for buckets, number in ((self._users, visitor.user), (self._chats, visitor.chat))
            if number is not None
        ]
        if all(pace is Pace.FINE for pace in paces):
            return Pace.FINE
        return Pace.STILL_TOO_FAST if Pace.STILL_TOO_FAST in paces else Pace.TOO_FAST

    def passes_over(self, user: int) -> bool:
        """Whether a request of `user` would be STILL_TOO_FAST by their own pace; nothing is counted."""
        bucket = _bucket(self._users, user)
        return bucket.told and bucket.tokens < 1


def _pace(buckets: Buckets, number: int) -> Pace:
    if not buckets.per_minute:
        return Pace.FINE
    bucket = _bucket(buckets, number)
    if bucket.take():
        return Pace.FINE
    pace = Pace.STILL_TOO_FAST if bucket.told else Pace.TOO_FAST
    bucket.told = True
    return pace


def _bucket(buckets: Buckets, number: int) -> Bucket:
    bucket = buckets.filled(number)
    # Half full again, the burst is over; a single token comes back in the midst of one.
    bucket.told = bucket.told and bucket.tokens < buckets.per_minute / 2
    return bucket
