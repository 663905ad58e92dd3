"""What was looked up once, kept for the questions to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Key = TypeVar("Key", bound="Hashable")
Found = TypeVar("Found")


def kept(known: dict[Key, Found], key: Key, most: int, look_up: Callable[[], Found]) -> Found:
    """What is known under a key, looked up where it isn't yet.

    most: so many are kept; then all are forgotten, which is cheaper than to tell which are old

    >>> squares = {2: 4}
    >>> kept(squares, 3, 2, lambda: 9), kept(squares, 4, 2, lambda: 16), squares
    (9, 16, {4: 16})
    """
    try:
        return known[key]
    except KeyError:
        if len(known) >= most:
            known.clear()
        found = known[key] = look_up()
        return found
