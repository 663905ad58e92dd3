"""Buckets of tokens, filled at a steady rate: how fast each of many may go.

https://en.wikipedia.org/wiki/Token_bucket
"""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

_BUCKETS = 10_000
"""Buckets remembered; the one used longest ago is forgotten first, and by then full again."""


class Bucket:
    """Tokens left at a time, and whether its owner was told that none were."""

    __slots__ = ("at", "tokens", "told")

    def __init__(self, tokens: float, at: float) -> None:
        self.tokens, self.at, self.told = tokens, at, False

    def take(self) -> bool:
        """Take a token, if there is one."""
        if self.tokens < 1:
            return False
        self.tokens -= 1
        return True


class Buckets:
    """A bucket for each owner, which holds what may be taken in a minute.

    clock: seconds, from any start
    """

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.per_minute = per_minute
        self._clock = clock
        self._buckets: OrderedDict[Hashable, Bucket] = OrderedDict()

    def filled(self, owner: Hashable) -> Bucket:
        """The owner's bucket, with what has flowed into it since it was last looked at."""
        now = self._clock()
        bucket = self._buckets.setdefault(owner, Bucket(self.per_minute, now))
        self._buckets.move_to_end(owner)
        bucket.tokens = min(self.per_minute, bucket.tokens + (now - bucket.at) * self.per_minute / 60)
        bucket.at = now
        if len(self._buckets) > _BUCKETS:
            self._buckets.popitem(last=False)
        return bucket

    def wait(self, owner: Hashable) -> float:
        """Take a token: seconds until there is one, 0 where it was taken. A rate of 0 is no limit."""
        if not self.per_minute:
            return 0.0
        bucket = self.filled(owner)
        return 0.0 if bucket.take() else (1 - bucket.tokens) * 60 / self.per_minute
