"""A word -> its overlapping pieces, so that a typo or an unknown form still matches by most of them.

>>> grams("قمم")
('_قم', 'قمم', 'مم_', '_قمم', 'قمم_')
"""

from __future__ import annotations

from functools import lru_cache

SIZES = (3, 4)
"""Characters to a piece, the marks for the word's edges counted: measured best among 2 to 6 on two sets."""


@lru_cache(maxsize=1 << 11)
def grams(folded: str) -> tuple[str, ...]:
    """The pieces of a word, `_` marking its beginning and end; repeated pieces are repeated."""
    marked = f"_{folded}_"
    return tuple([marked[start : start + size] for size in SIZES for start in range(len(marked) - size + 1)])


def last_gram(folded: str) -> str:
    """The longest piece that ends a word, whatever may stand before it; of a single letter it is none.

    >>> last_gram("قمم"), last_gram("لا"), last_gram("والقمم")
    ('قمم_', 'لا_', 'قمم_')
    """
    return f"{folded}_"[-max(SIZES) :]
