"""Waiting for Telegram."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")

_FIRST_WAIT, _LAST_WAIT = 0.5, 30.0
"""Seconds between attempts while Telegram can't be reached: doubled each time, up to the second number."""


async def patiently(call: Callable[[], Awaitable[_Result]]) -> _Result:
    """What `call` returns, tried again for as long as Telegram can't be reached.

    Only for calls that may be repeated. Raises InvalidToken and Conflict, which waiting doesn't cure.
    """
    waits, failed = doubled(), False
    while True:
        try:
            result = await call()
        except (InvalidToken, Conflict):
            raise
        except TelegramError as error:
            if not failed:
                _log.warning("Telegram can't be reached, trying until it can: %s", error)
            failed = True
            await asyncio.sleep(max(next(waits), asked_to_wait(error)))
        else:
            if failed:
                _log.warning("Telegram can be reached again")
            return result


def doubled() -> Iterator[float]:
    """Seconds to wait after each failure in a row.

    >>> from itertools import islice
    >>> list(islice(doubled(), 8))
    [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0]
    """
    wait = _FIRST_WAIT
    while True:
        yield wait
        wait = min(2 * wait, _LAST_WAIT)


def asked_to_wait(error: TelegramError) -> float:
    """The seconds that Telegram asks to wait for; none unless it says so."""
    if not isinstance(error, RetryAfter):
        return 0.0
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
