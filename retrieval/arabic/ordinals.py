"""Things known by their number, which is written in words or in digits: «المادة الثالثة», «المادة (٣)».

>>> [(found.name, found.number) for found in numbered("القرن التاسع عشر".split())]
[('قرن', 19)]
>>> [" ".join(words) for words in writings(19)]
['19', 'التاسع عشر', 'التاسعه عشره']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from retrieval.arabic.folding import fold, folded_words
from retrieval.arabic.stem import stem, without_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Words = tuple[str, ...]


def _pairs(listed: str) -> list[Words]:
    """Two forms of each number, as folded words; commas between the numbers."""
    return [tuple(map(fold, pair.split())) for pair in listed.split("،")]


_UNITS = _pairs("""
    الأول الأولى، الثاني الثانية، الثالث الثالثة، الرابع الرابعة، الخامس الخامسة، السادس السادسة،
    السابع السابعة، الثامن الثامنة، التاسع التاسعة، العاشر العاشرة
""")
"""1 to 10, before a masculine noun's and a feminine's."""
_ELEVEN, _TEEN = _pairs("الحادي الحادية، عشر عشرة")
"""What «الأول» becomes in 11, 21 and so on, and what follows it up to 19."""
_TENS = _pairs("""
    العشرون العشرين، الثلاثون الثلاثين، الأربعون الأربعين، الخمسون الخمسين، الستون الستين، السبعون السبعين،
    الثمانون الثمانين، التسعون التسعين
""")
"""20 to 90, as subject and otherwise."""
_COUNTED = frozenset(
    map(
        stem,
        folded_words("""
            مادة فصل باب بند فقرة قسم جزء مجلد سورة آية حديث مسألة قاعدة ملحق جدول مبحث مطلب فرع مقدمة
            خطبة رسالة محاضرة درس وحدة طبعة قرن دورة جلسة قرار توصية مرسوم ملزمة
        """),
    )
)
"""What is known by its number: parts of texts above all. Not «عدد»: «العدد الأولي» is a prime."""
_IN_WORDS = 99
"""The last number that is looked for in words."""


class Numbered(NamedTuple):
    """A thing known by its number, which the words `words[start:end]` say.

    name: what it is, without the article
    """

    name: str
    number: int
    start: int
    end: int

    def is_same(self, other: Numbered) -> bool:
        """Whether both are one thing, wherever they are named."""
        return (self.name, self.number) == (other.name, other.number)


def writings(number: int) -> list[Words]:
    """The ways to write the number of a thing, in folded words: digits first."""
    tens, units = divmod(number, 10)
    found: list[Words] = [(str(number),)]
    if number > _IN_WORDS:
        return found
    if number <= len(_UNITS):
        found += [(word,) for word in _UNITS[number - 1]]
    elif not units:
        found += [(word,) for word in _TENS[tens - 2]]
    elif tens == 1:
        found += list(zip(_unit(units), _TEEN, strict=True))
    else:
        found += [(unit, "و" + ten) for unit in _unit(units) for ten in _TENS[tens - 2]]
    return found


def numbered(words: Sequence[str]) -> Iterator[Numbered]:
    """The things with a number among the folded words of a text: المادة الثالثة, المادة رقم 3."""
    for noun, word in enumerate(words):
        if stem(word) in _COUNTED:
            start = noun + 1 + (words[noun + 1 : noun + 2] == [_NUMBER])
            number, end = _number(words, start)
            if number:
                yield Numbered(without_article(word), number, start, end)


def idle_words(words: Sequence[str]) -> set[int]:
    """The places of «رقم» between a thing and its number, where it says nothing."""
    return {thing.start - 1 for thing in numbered(words) if words[thing.start - 1] == _NUMBER}


def _unit(units: int) -> Words:
    return _ELEVEN if units == 1 else _UNITS[units - 1]


def _number(words: Sequence[str], place: int) -> tuple[int, int]:
    """The number that begins at a place, 0 for none, and where it ends."""
    for end in range(min(place + 2, len(words)), place, -1):
        written = tuple(words[place:end])
        if number := _VALUES.get(written, 0):
            return number, end
    digits = words[place] if place < len(words) else ""
    return (int(digits), place + 1) if digits.isdecimal() and len(digits) <= _DIGITS else (0, place)


_VALUES = {words: number for number in range(1, _IN_WORDS + 1) for words in writings(number)}
"""Each writing -> the number."""
_DIGITS = 3
"""Digits of the longest number of a thing: of four, it is a year."""
_NUMBER = fold("رقم")
"""What may stand between a thing and its number."""
