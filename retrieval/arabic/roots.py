"""A folded word -> its root, by stripping affixes and matching the patterns of Arabic words.

The steps are those of Taghva, Elkhoury and Coombs, "Arabic stemming without a root dictionary" (ISRI, 2005):
prefixes of three and two letters, endings, then the patterns of four to six letters. A root is right often
enough to relate broken plurals to their singulars (صاروخ, صواريخ), and wrong often enough (جمع stands for
forty forms) that it only helps the stem along, never replaces it.

>>> root("صواريخ"), root("والمصروخه"), root("سفراء"), root("سفير")
('صرخ', 'صرخ', 'سفر', 'سفر')
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING

from retrieval.arabic.readings import dictionary_roots

if TYPE_CHECKING:
    from collections.abc import Iterable

_PREFIXES = (
    "وبال", "وكال", "فبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "س",
)  # fmt: skip
_ENDINGS = (
    "تموها", "ناهما", "تمها", "كما", "هما", "تما", "وها", "ها", "هم", "هن", "كم", "نا", "تم", "وا",
    "ات", "ان", "ون", "ين", "يه", "ته", "اء", "ه", "ي", "ت", "ك", "ا", "ء",
)  # fmt: skip

# A digit stands for a letter of the root, any other character for itself; within a length, the more
# telling pattern comes first.
_PATTERNS = (
    "است12ا3", "است123", "مست123", "يست123", "تست123", "م12ا3ي", "مت1ا23",
    "1وا2ي3", "12ا3ي4", "م1ا2ي3", "ت1ا2ي3", "ا12ا3ي", "م12و3ي", "ا1ت2ا3", "ان12ا3", "ا12ي3ا", "1وا23ي",
    "ا1ت23", "ان123", "مت123", "م1ت23", "من123", "1وا23", "12ا23", "م1ا23", "ت12ي3", "ت1ا23", "م12و3",
    "م12ا3", "ا12ا3", "12ا3ي", "م12ي3", "1ا2و3", "12و3ي", "123ان", "12ي3ي", "123اي", "1ي2ا3", "12وو3",
    "ا123ه", "12او3",
    "1ا23", "12ا3", "12و3", "12ي3", "م123", "ا123", "ت123", "ي123", "ن123", "1و23", "1ي23", "123ا",
)  # fmt: skip


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """An expression for words under any of the patterns, whose groups are the letters of the root."""
    groups = count(1)
    parts = []
    for pattern in patterns:
        slots: dict[str, int] = {}
        for place in pattern:
            if place in slots:
                parts.append(rf"(?:\{slots[place]})")
            elif place.isdigit():
                slots[place] = next(groups)
                parts.append("(.)")
            else:
                parts.append(place)
        parts.append("|")
    return re.compile("".join(parts[:-1]))


_BY_LENGTH = {
    length: _any_of(pattern for pattern in _PATTERNS if len(pattern) == length) for length in range(4, 8)
}
_LONG_PREFIX, _SHORT_PREFIX = (
    re.compile(f"(?:{'|'.join(prefix for prefix in _PREFIXES if (len(prefix) > 1) == is_long)})(?=.{{3}})")
    for is_long in (True, False)
)
_ENDING = re.compile(f"(.{{3,}}?)(?:{'|'.join(_ENDINGS)})")


def roots(folded: str) -> tuple[str, ...]:
    """The likely roots of a word, spelled as `folding.fold` gives it: a dictionary's, else a guess.

    >>> roots("صواريخ"), roots("المدينه")
    (('صرخ',), ('مدن', 'دين'))
    """
    return dictionary_roots(folded) or (root(folded),)


@lru_cache(maxsize=1 << 14)
def root(folded: str) -> str:
    """Three letters (four where no pattern fits) of a word spelled as `folding.fold` gives it."""
    if folded.isascii() or len(folded) <= 3:
        return folded
    word = folded
    while True:
        if found := _by_pattern(word):
            return found
        shorter = _shortened(word)
        if shorter == word:
            return word
        word = shorter


def _shortened(word: str) -> str:
    """The word less one affix: a long prefix, else the longest ending, else a short prefix."""
    if found := _LONG_PREFIX.match(word):
        return word[found.end() :]
    if found := _ENDING.fullmatch(word):
        return word[: found.end(1)]
    if found := _SHORT_PREFIX.match(word):
        return word[found.end() :]
    return word


def _by_pattern(word: str) -> str | None:
    """The root letters of a word under the first pattern that fits: صواريخ under 1وا2ي3 is صرخ."""
    if len(word) == 3:
        return word
    found = _BY_LENGTH[len(word)].fullmatch(word) if len(word) in _BY_LENGTH else None
    return "".join(filter(None, found.groups())) if found else None
