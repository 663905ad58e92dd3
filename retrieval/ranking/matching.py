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

from retrieval.arabic.grams import grams
from retrieval.arabic.roots import root
from retrieval.arabic.stem import stem

if TYPE_CHECKING:
    from retrieval.arabic.tokens import Token

ALIKE = 0.55
"""Share of pieces in common (Dice) from which two spellings count as one word mistyped."""
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
    if stem(asked) == stem(found):
        return _SAME_STEM
    if min(len(asked), len(found)) > 3 and root(asked) == root(found):
        return _SAME_ROOT
    if min(len(asked), len(found)) >= _SHORTEST_MISTYPED:
        pieces, others = set(grams(asked)), set(grams(found))
        if 2 * len(pieces & others) >= ALIKE * (len(pieces) + len(others)):
            return _MISTYPED
    return 0.0
