"""What a stretch of text says in numbers and units, so that «ثلاثة أيام» and «3 أيام» are told to be one.

>>> from retrieval.arabic.tokens import tokenize
>>> quantity(tokenize("وعشر دقائق")) == quantity(tokenize("10 دقيقة"))
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.arabic.folding import fold
from retrieval.arabic.stem import stem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from retrieval.arabic.tokens import Token

_NUMERALS = {
    fold(word): str(number)
    for number, words in {
        1: "واحد واحدة",
        2: "اثنان اثنين اثنتان اثنتين",
        3: "ثلاثة ثلاث",
        4: "أربعة أربع",
        5: "خمسة خمس",
        6: "ستة ست",
        7: "سبعة سبع",
        8: "ثمانية ثماني ثمان",
        9: "تسعة تسع",
        10: "عشرة عشر",
        20: "عشرون عشرين",
        30: "ثلاثون ثلاثين",
        40: "أربعون أربعين",
        50: "خمسون خمسين",
        60: "ستون ستين",
        70: "سبعون سبعين",
        80: "ثمانون ثمانين",
        90: "تسعون تسعين",
        100: "مئة مائة",
        1000: "ألف آلاف",
    }.items()
    for word in words.split()
}
_UNITS = {
    fold(word): unit
    for unit, words in {
        "year": "سنة سنوات سنين عام عاما أعوام",
        "month": "شهر شهرا أشهر شهور",
        "week": "أسبوع أسبوعا أسابيع",
        "day": "يوم يوما أيام",
        "hour": "ساعة ساعات",
        "minute": "دقيقة دقائق",
        "second": "ثانية ثوان ثواني",
        "century": "قرن قرنا قرون",
        "decade": "عقد عقدا عقود",
    }.items()
    for word in words.split()
}


def quantity(tokens: Iterable[Token]) -> frozenset[str]:
    """The numbers and units among the words, each under one name; other words by their stems."""
    return frozenset(_name(token.folded) for token in tokens)


def _name(word: str) -> str:
    for form in (word, word.removeprefix("و")):
        if form in _NUMERALS:
            return _NUMERALS[form]
        if form in _UNITS:
            return _UNITS[form]
    return stem(word)
