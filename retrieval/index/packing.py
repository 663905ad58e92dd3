"""Numbers as bytes: seven bits to a byte, the lowest first, the eighth set where more follow.

Words are numbered so that common ones have low numbers: most take one byte or two. This is the variable byte
code of Williams and Zobel, "Compressing integers for fast file access" (1999), on whole arrays.

>>> pack(np.array([3, 300])).hex(), unpack(pack(np.array([3, 300]))).tolist()
('03ac02', [3, 300])
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.intp]

_LONGEST = 5
"""Bytes of the greatest number, below 2 to the 35th."""


def pack(numbers: NDArray[np.integer[Any]]) -> bytes:
    """The bytes of numbers that are 0 or greater."""
    return pack_each([numbers])[0]


def pack_each(texts: Sequence[NDArray[np.integer[Any]]]) -> list[bytes]:
    """The bytes of each of several, made in one go."""
    if not texts:
        return []
    values = np.concatenate(texts).astype(np.int64, copy=False)
    sizes = np.ones(len(values), dtype=np.intp)
    for size in range(1, _LONGEST):
        sizes += values >= 1 << 7 * size
    ends = np.cumsum(sizes)
    packed = np.empty(int(sizes.sum()), dtype=np.uint8)
    for place in range(_LONGEST):
        held = np.flatnonzero(sizes > place)
        more = (sizes[held] > place + 1) * 128
        packed[(ends - sizes)[held] + place] = (values[held] >> 7 * place & 127) + more
    whole = packed.tobytes()
    cuts = np.concatenate([[0], ends])[np.cumsum([0, *map(len, texts)])].tolist()
    return [whole[start:end] for start, end in pairwise(cuts)]


def unpack(packed: bytes) -> Ints:
    """The numbers that `pack` made into bytes; of several joined, one after another."""
    return _unpacked(packed)[0]


def unpack_joined(packed: Sequence[bytes]) -> tuple[Ints, Ints]:
    """The numbers of several, one after another; where those of each begin, and where the last ones end."""
    numbers, ends = _unpacked(b"".join(packed))
    return numbers, np.searchsorted(ends, np.cumsum([0, *map(len, packed)]))


def _unpacked(packed: bytes) -> tuple[Ints, Ints]:
    """The numbers, and the place of the last byte of each."""
    data = np.frombuffer(packed, dtype=np.uint8)
    ends = np.flatnonzero(data < 128)
    sizes = np.diff(ends, prepend=-1)
    starts = ends - sizes + 1
    numbers = (data[starts] & 127).astype(np.intp)
    for place in range(1, int(sizes.max(initial=0))):
        held = np.flatnonzero(sizes > place)
        numbers[held] += (data[starts[held] + place] & 127).astype(np.intp) << 7 * place
    return numbers, ends
