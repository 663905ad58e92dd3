"""Names made of a letter and a number, in whatever script: S-400, إس-400, «أس ٤٠٠», إس۴۰۰, اس400.

Arabic writers spell the Latin letter by its name. Both become one term (`s400`), so that S-300 shares
nothing with it, and the 400 of a price is not taken for a missile.

>>> from retrieval.arabic.tokens import tokenize
>>> text = "منظومة «أس ٤٠٠» ومقاتلات F-35"
>>> [token.folded for token in join_designators(text, tokenize(text))]
['منظومه', 's400', 'ومقاتلات', 'f35']
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.arabic.letter_names import first_letter, latin
from retrieval.arabic.tokens import Token, join

if TYPE_CHECKING:
    from collections.abc import Iterable

_HYPHEN = r"\s?[-‐‑‒–—ـ]\s?"
_CLOSE = re.compile(rf"(?:{_HYPHEN})?")
_NEAR = re.compile(rf"\s|(?:{_HYPHEN})?")
_WORDS = frozenset({"ام", "او", "اي", "دي", "كي"})
"""Names that are words as well: only a hyphen, or nothing, may stand between them and the number."""
_COMMON_WORDS = frozenset({"ال", "ان", "في"})
"""Those that are before a number nearly always: الـ400 جندي."""


def join_designators(text: str, tokens: Iterable[Token]) -> list[Token]:
    """The tokens, with each letter, or its name, and the number after it made into one."""
    joined: list[Token] = []
    for token in tokens:
        if joined and token.is_number and (letter := _letter(text, joined[-1], token)):
            joined[-1] = join(text, joined[-1].start, token.end, letter + token.folded)
        else:
            joined.append(token)
    return joined


def is_designator(token: Token) -> bool:
    """Whether a token, after `join_designators`, is a letter and a number: s400."""
    word = token.folded
    return word[:1].isalpha() and word[-1:].isdigit() and word.isascii()


def is_common_word(token: Token) -> bool:
    """Whether a letter's name is a word before a number: في 2016."""
    return token.folded in _COMMON_WORDS


def _letter(text: str, name: Token, number: Token) -> str | None:
    """The Latin letters that `name` stands for, where it belongs to the number; None where it does not."""
    word, gap = name.folded, text[name.end : number.start]
    if is_common_word(name):
        return None
    if letter := first_letter(name):
        near = _CLOSE if word in _WORDS else _NEAR
        return letter if near.fullmatch(gap) else None
    if word.isascii() and word.isalpha() and len(word) <= 3:
        near = _NEAR if len(word) == 1 else _CLOSE
        return latin(word) if near.fullmatch(gap) else None
    return None
