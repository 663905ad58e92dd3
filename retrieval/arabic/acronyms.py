"""Acronyms, in whatever script: PKK, بي كي كي, «ب ك ك», ب.ك.ك.

Arabic writers spell a Latin letter by its name, or put an Arabic letter for it. All become one term of Latin
letters, as far as Arabic spelling keeps these apart (`bkk`).

>>> from retrieval.arabic.tokens import tokenize
>>> text = "حزب بي كي كي، أي «ب ك ك»؛ وكالة FBI ومراسل سي إن إن"
>>> [token.folded for token in join_acronyms(text, tokenize(text)) if token.folded.isascii()]
['bkk', 'bkk', 'fbi', 'cnn']
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.arabic.tokens import Token, join

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LETTER_NAMES: Mapping[str, str] = {
    "ايه": "a", "بي": "b", "سي": "c", "دي": "d", "اي": "i", "اف": "f", "جي": "g", "جيه": "g", "اتش": "h",
    "كيه": "k", "كي": "k", "ال": "l", "ام": "m", "ان": "n", "او": "o", "كيو": "k", "ار": "r", "اس": "s",
    "ايس": "s", "تي": "t", "يو": "u", "في": "f", "دبليو": "w", "اكس": "x", "واي": "y", "زد": "z",
}  # fmt: skip
"""The usual Arabic names of Latin letters, folded -> the letter, or the one that Arabic confuses it with."""
WORDS_TOO = frozenset({"ايه", "اي", "ال", "ام", "ان", "او", "دي", "في", "كي"})
"""Letter names that are words as well."""
_AMONG_WORDS = frozenset({"ان", "او", "اي", "في", "كي"})
"""Those that often stand before an acronym: قال إن بي بي سي، في بي بي سي."""
_BETWEEN = frozenset({"او", "في"})
_FULL = frozenset({"إي", "أيه"})
"""Names that `fold` takes for the name of another letter: E, which is read as A is, and A itself."""
_LETTERS = dict(zip("ابتجدرزسفقكلمنهي", "abtgdrzsfkklmnhy", strict=True))
"""An Arabic letter that stands for a Latin one -> that one; others stand for themselves."""
_CONFUSED = str.maketrans("pjqve", "bgkfa")
"""Latin letters that Arabic spelling does not keep apart."""

_ATTACHED = tuple(f"{before}{article}" for before in ("", "و", "ف", "ب", "ك") for article in ("", "ال")) + ("ل", "لل")
_FIRST = {
    attached + name: letter
    for name, letter in LETTER_NAMES.items()
    for attached in (_ATTACHED if name not in WORDS_TOO else ("",))
}
_GAP = re.compile(r"\s|\s?[-‐‑–.]\s?")
_LONGEST = 6
_FEWEST = 3


def latin(word: str) -> str:
    """A Latin acronym as it is compared, in small letters.

    >>> latin("PKK")
    'bkk'
    """
    return word.casefold().translate(_CONFUSED)


def join_acronyms(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens, with the letters of each acronym made into one."""
    joined: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        length, letters = 1, ""
        if token.folded in _FIRST:
            length, letters = _named(text, tokens, place)
        elif len(token.folded) == 1:
            length, letters = _spelled(text, tokens, place)
        elif _is_acronym(token):
            letters = latin(token.text)
        joined.append(join(text, token.start, tokens[place + length - 1].end, letters) if letters else token)
        place += length
    return joined
