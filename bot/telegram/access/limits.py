"""How fast one user and one chat may ask: a bucket of tokens each, filled again at a steady rate.

https://en.wikipedia.org/wiki/Token_bucket
"""

from __future__ import annotations

import time
from collections import OrderedDict
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.telegram.access.visitor import Visitor

# Buckets remembered; the one used longest ago is forgotten first, and by then full again.
_BUCKETS = 10_000


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
        self._users = _Buckets(per_user, clock)
        self._chats = _Buckets(per_chat, clock)

    def pace(self, visitor: Visitor) -> Pace:
        """What becomes of a request of `visitor`, which is counted by this.

        An anonymous administrator is counted with the chat only. Of the refusals in one burst only the
        first is TOO_FAST.
        """
        paces = [
            buckets.pace(number)
            for buckets, number in ((self._users, visitor.user), (self._chats, visitor.chat))
            if number is not None
        ]
        if all(pace is Pace.FINE for pace in paces):
            return Pace.FINE
        return Pace.STILL_TOO_FAST if Pace.STILL_TOO_FAST in paces else Pace.TOO_FAST


class _Bucket:
    """Tokens left at a time, and whether its owner was told that none were."""

    __slots__ = ("at", "tokens", "told")

    def __init__(self, tokens: float, at: float) -> None:
        self.tokens, self.at, self.told = tokens, at, False


class _Buckets:
    def __init__(self, per_minute: int, clock: Callable[[], float]) -> None:
        self._full = per_minute
        self._clock = clock
        self._buckets: OrderedDict[int, _Bucket] = OrderedDict()

    def pace(self, number: int) -> Pace:
        if not self._full:
            return Pace.FINE
        bucket = self._filled(number)
        # Half full again, the burst is over; a single token comes back in the midst of one.
        bucket.told = bucket.told and bucket.tokens < self._full / 2
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            return Pace.FINE
        pace = Pace.STILL_TOO_FAST if bucket.told else Pace.TOO_FAST
        bucket.told = True
        return pace

    def _filled(self, number: int) -> _Bucket:
        now = self._clock()
        bucket = self._buckets.setdefault(number, _Bucket(self._full, now))
        self._buckets.move_to_end(number)
        bucket.tokens = min(self._full, bucket.tokens + (now - bucket.at) * self._full / 60)
        bucket.at = now
        if len(self._buckets) > _BUCKETS:
            self._buckets.popitem(last=False)
        return bucket
