"""The names by which Arabic writers spell Latin letters: إف بي آي, إس-400.

>>> from retrieval.arabic.tokens import tokenize
>>> [letter(token) for token in tokenize("إف بي آي")], latin("PKK")
(['f', 'b', 'i'], 'bkk')
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrieval.arabic.tokens import Token

_LETTERS = {
    "ايه": "a", "بي": "b", "سي": "c", "دي": "d", "اي": "i", "اف": "f", "جي": "g", "جيه": "g", "اتش": "h",
    "كيه": "k", "كي": "k", "ال": "l", "ام": "m", "ان": "n", "او": "o", "كيو": "k", "ار": "r", "اس": "s",
    "ايس": "s", "تي": "t", "يو": "u", "في": "f", "دبليو": "w", "اكس": "x", "واي": "y", "زد": "z",
}  # fmt: skip
"""Folded name -> the letter, or the one that Arabic spelling confuses it with."""
_E = "إي"
_CONFUSED = str.maketrans("pjqve", "bgkfa")
"""Latin letters that Arabic spelling does not keep apart."""
_PROCLITICS = ("و", "ف", "ب", "ك", "ل", "ال", "وال", "فال", "بال", "كال", "لل")

WORDS = frozenset({"اي", "ال", "ام", "ان", "او", "ايه", "دي", "في", "كي"})
"""Names that are words as well."""
_WITH_PROCLITICS = {
    proclitic + name: letter
    for name, letter in _LETTERS.items()
    if name not in WORDS
    for proclitic in _PROCLITICS
}
FIRST_NAMES = frozenset(_LETTERS | _WITH_PROCLITICS)
"""Words, folded, that `first_letter` may take for a letter's name."""


def letter(token: Token) -> str:
    """The letter that a word names, nothing where it names none."""
    return latin("e") if token.bare == _E else _LETTERS.get(token.folded, "")


def first_letter(token: Token) -> str:
    """The same for the first of several names, which may have the article or a particle before it."""
    return letter(token) or _WITH_PROCLITICS.get(token.folded, "")


def latin(word: str) -> str:
    """Latin letters that are read one by one, levelled where Arabic spelling doesn't keep them apart."""
    return word.casefold().translate(_CONFUSED)
