"""How alike two words are: what is highlighted, counted as found, and named among the searched forms.

>>> from retrieval.arabic.analyzer import Analyzer
>>> def like(asked: str, found: str) -> float:
...     one, two = Analyzer().tokens(f"{asked} {found}")
...     return round(likeness(one, two), 2)
>>> like("وزير", "الوزير"), like("صاروخ", "صواريخ"), like("كالن", "كان"), like("S-400", "S-300")
(0.9, 0.7, 0.0, 0.0)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.arabic.clitics import without_clitics
from retrieval.arabic.readings import dictionary_roots
from retrieval.arabic.stem import stem

if TYPE_CHECKING:
    from retrieval.arabic.tokens import Token

_SAME_STEM, _SAME_ROOT, _MISTYPED = 0.9, 0.7, 0.6
_SHORTEST_MISTYPED = 5
"""Letters under which a word a keystroke away is more likely another word: كالن, كان."""


def likeness(asked: Token, found: Token) -> float:
    """1 for the same spelling, less for the same word in another form, 0 for another word."""
    if asked.bare == found.bare:
        return 1.0
    if asked.folded == found.folded:
        return 0.95
    if any(map(str.isdigit, asked.folded)) or any(map(str.isdigit, found.folded)):
        return 0.0
    return _of_words(asked.folded, found.folded)


def _of_words(asked: str, found: str) -> float:
    if stem(asked) == stem(found) or without_clitics(asked) == without_clitics(found):
        return _SAME_STEM
    if related(asked, found):
        return _SAME_ROOT
    if one_slip(asked, found) or one_slip(stem(asked), stem(found)):
        return _MISTYPED
    return 0.0


def related(one: str, other: str) -> bool:
    """Whether two folded words have the same likeliest root in the dictionary; what it lacks is mostly names.

    >>> related("قمه", "قمم"), related("كان", "كون"), related("سلوفينيا", "سلوفاكيا")
    (True, False, False)
    """
    known, others = dictionary_roots(one), dictionary_roots(other)
    return bool(known and others) and known[0] == others[0]


def one_slip(one: str, other: str) -> bool:
    """Whether two words are a slip of the finger apart: a letter more or less, another one, or two swapped.

    >>> one_slip("المحادثات", "المحدثات"), one_slip("سلوفينيا", "سلوفاكيا"), one_slip("كالن", "كان")
    (True, False, False)
    """
    if min(len(one), len(other)) < _SHORTEST_MISTYPED or abs(len(one) - len(other)) > 1:
        return False
    rest, others = _unlike_endings(one, other)
    rest, others = _unlike_endings(rest[::-1], others[::-1])
    return max(len(rest), len(others)) <= 1 or (len(rest) == 2 and rest == others[::-1])


def _unlike_endings(one: str, other: str) -> tuple[str, str]:
    """What is left of two words when the letters that both begin with are taken away."""
    start = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return one[start:], other[start:]
