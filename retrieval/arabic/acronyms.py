"""Acronyms, in whatever script: PKK, بي كي كي, «ب ك ك», ب.ك.ك.

Arabic writers spell a Latin letter by its name, or put an Arabic letter for it. All become one term of Latin
letters, as far as Arabic spelling keeps these apart (`bkk`).

>>> from retrieval.arabic.tokens import tokenize
>>> text = "حزب بي كي كي، أي «ب ك ك»؛ وكالة FBI، وظهر في سي إن إن"
>>> [token.folded for token in join_acronyms(text, tokenize(text)) if token.folded.isascii()]
['bkk', 'bkk', 'fbi', 'cnn']
"""

from __future__ import annotations

import re
import string
from itertools import pairwise
from typing import TYPE_CHECKING

from retrieval.arabic.letter_names import FIRST_NAMES, first_letter, latin, letter
from retrieval.arabic.tokens import Token, join

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FEWEST, _MOST = 3, 6
"""Letters of an acronym that is spelled out: two may be initials, or two words."""
_BEFORE = frozenset({"إن", "أن", "ان", "أو", "او", "أي", "اي", "في", "كي"})
_AFTER = frozenset({"أن", "ان", "أو", "او", "أي", "في", "كي"})
"""Letter names that beside a whole acronym are words: قال إن بي بي سي، أعلنت بي بي سي أن."""
_FUNCTION_WORDS = frozenset({"أي", "اي", "ال", "أم", "ام", "أن", "إن", "ان", "أو", "او", "في", "كي"})
"""Letter names that may well follow one another in a sentence: أو أن أي; the others only do in dialects."""
_BETWEEN = frozenset({"أو", "او", "في"})
_GAP = re.compile(r"\s|\s?[-‐‑–.]\s?")
_VOWELS = frozenset("aeiou")
_SINGLE = dict(zip("ابتجدرزسفقكلمنهي", "abtgdrzsfkklmnhy", strict=True)) | {
    single: latin(single) for single in string.ascii_lowercase
}
"""A single letter -> the Latin one it stands for; و is left out, which mostly means "and"."""
_FIRST = _SINGLE.keys() | FIRST_NAMES
"""Words, folded, with which an acronym that is spelled out may begin."""


def join_acronyms(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens, with the letters of each acronym made into one."""
    joined: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        letters = _spelled(text, tokens, place) if token.folded in _FIRST else ""
        if letters:
            token = join(text, token.start, tokens[place + len(letters) - 1].end, letters)
        elif is_acronym(token.text):
            token = join(text, token.start, token.end, latin(token.text))
        joined.append(token)
        place += max(len(letters), 1)
    return joined


def is_acronym(word: str) -> bool:
    """Whether a Latin word may be read letter by letter, be it in capitals or not."""
    return word.isascii() and word.isalpha() and (len(word) <= FEWEST or _VOWELS.isdisjoint(word.casefold()))


def is_single_letter(token: Token) -> bool:
    """Whether a token may be a letter of an acronym that is spelled by letters: ب.ك.ك."""
    return token.folded in _SINGLE


def _spelled(text: str, tokens: Sequence[Token], place: int) -> str:
    """The Latin letters of an acronym that is spelled out from `place` on; nothing where there is none."""
    first = tokens[place]
    if found := _SINGLE.get(first.folded):
        letters = _run(text, tokens, place, found, lambda token: _SINGLE.get(token.folded, ""))
        return letters if FEWEST <= len(letters) <= _MOST else ""
    if found := first_letter(first):
        letters = _run(text, tokens, place, found, letter)
        return _without_words(letters, [token.bare for token in tokens[place : place + len(letters)]])
    return ""


def _run(
    text: str, tokens: Sequence[Token], place: int, first: str, letter_of: Callable[[Token], str]
) -> str:
    """The letters at `place` and after it, no more between any two than a space or a mark."""
    letters = first
    for before, token in pairwise(tokens[place : place + 2 * _MOST]):
        following = letter_of(token)
        if not following or not _GAP.fullmatch(text, before.end, token.start):
            break
        letters += following
    return letters


def _without_words(letters: str, names: Sequence[str]) -> str:
    """The letters that are meant as such; nothing where the names are, or the first is, rather a word.

    In «سي إن إن أو بي بي سي» the word between two acronyms ends the first.
    """
    for place in range(FEWEST, len(names) - FEWEST):
        if names[place] in _BETWEEN:
            names, letters = names[:place], letters[:place]
            break
    if len(names) > FEWEST and names[0] in _BEFORE:
        return ""
    if len(names) > FEWEST and names[-1] in _AFTER:
        names, letters = names[:-1], letters[:-1]
    is_spelled = FEWEST <= len(names) <= _MOST and not _FUNCTION_WORDS.issuperset(names)
    return letters if is_spelled else ""
