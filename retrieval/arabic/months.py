"""One name for each month, so that شباط, فبراير and the 02 of 03/02/2021 meet.

The names are those of Egypt and the Gulf, of the Levant and Iraq, and of the Maghreb. In numbers alone the
day comes first, unless the year does. Only the term changes; the word keeps its place in the text.

>>> from retrieval.arabic.tokens import tokenize
>>> text = "٣ شباط ٢٠٢١، 03/02/2021، 02/2021، كانون الثاني"
>>> [token.folded for token in level_months(text, tokenize(text))]
['3', 'فبراير', '2021', '3', 'فبراير', '2021', 'فبراير', '2021', 'يناير']
"""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING

from retrieval.arabic.folding import fold, folded_words
from retrieval.arabic.tokens import Token, join

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NAMES = (
    ("يناير", "كانون الثاني", "جانفي", "ينائر"),
    ("فبراير", "شباط", "فيفري", "فبرائر"),
    ("آذار", "مارس"),
    ("أبريل", "نيسان", "أفريل"),
    ("مايو", "أيار", "ماي"),
    ("يونيو", "يونية", "حزيران", "جوان"),
    ("يوليو", "يولية", "يوليوز", "تموز", "جويلية"),
    ("أغسطس", "آب", "أوت", "غشت"),
    ("سبتمبر", "أيلول", "شتنبر"),
    ("أكتوبر", "تشرين الأول"),
    ("نوفمبر", "تشرين الثاني", "نونبر"),
    ("ديسمبر", "كانون الأول", "دجنبر"),
)
"""The names of each month, January first; the term is the first of them, which ought to mean nothing else."""
MONTHS: Mapping[str, int] = {fold(name): number for number, names in enumerate(NAMES, 1) for name in names}
"""Folded name -> number of the month."""
_TERMS = {number: fold(names[0]) for number, names in enumerate(NAMES, 1)}

_UNMISTAKABLE = "آب"
"""But for this spelling of August, أب is a father."""
_WORDS_TOO = frozenset({"اب", "مارس", "اوت", "ماي", "جوان"})
"""Names that are verbs, nouns or people's names as well: what stands beside them decides."""
_IN_TIME = folded_words("في منذ حتى شهر أوائل أواخر منتصف مطلع بداية نهاية")
"""Words after which none of these is a verb or a person."""
_OF_THIS_YEAR = frozenset({"الماضي", "المقبل", "القادم", "الجاري", "الحالي", "المنصرم"})
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك")
_ONE_WORD = {
    proclitic + name: _TERMS[number]
    for name, number in MONTHS.items()
    if " " not in name
    for proclitic in _PROCLITICS
}
_DOUBTFUL = frozenset(proclitic + name for name in _WORDS_TOO for proclitic in _PROCLITICS)
_TWO_WORDS = {
    (proclitic + first, second): _TERMS[number]
    for name, number in MONTHS.items()
    for first, _, second in [name.partition(" ")]
    if second
    for proclitic in _PROCLITICS
}
_FIRST_OF_TWO = frozenset(first for first, _ in _TWO_WORDS)

_AFTER = r"(?![./-]?\d)"
_IN_NUMBERS = (
    re.compile(rf"(?P<day>\d{{1,2}})(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}){_AFTER}"),
    re.compile(rf"(?P<year>\d{{4}})(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}}){_AFTER}"),
    re.compile(rf"(?P<month>\d{{1,2}})/(?P<year>\d{{4}}){_AFTER}"),
)
LIKELY_HIJRI = range(1300, 1500)
"""Years that, written in numbers alone, mean the Hijri calendar more often than the Middle Ages."""
_DAY, _YEAR = re.compile(r"[0-3]?\d"), re.compile(r"[12]\d{3}")


def month_term(number: int) -> str:
    """The term of a month, 1 for January."""
    return _TERMS[number]


def level_months(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens, each month under one name, and in dates of numbers the day without a leading zero."""
    levelled: list[Token] = []
    for place, token in enumerate(tokens):
        if levelled and token.start < levelled[-1].end:
            continue
        if token.is_number:
            levelled += _in_numbers(text, token) or [token]
        elif (term := _ONE_WORD.get(token.folded)) and _is_month(tokens, place, levelled[-1:]):
            levelled.append(join(text, token.start, token.end, term))
        elif token.folded in _FIRST_OF_TWO and (term := _two_words(tokens, place)):
            levelled.append(join(text, token.start, tokens[place + 1].end, term))
        else:
            levelled.append(token)
    return levelled


def may_name_month(text: str, token: Token) -> bool:
    """Whether a token may be a month's name, the first word of it, or the beginning of a date in numbers.

    text: as far as there is no white space about the token
    """
    if token.is_number:
        return bool(_in_numbers(text, token))
    return token.folded in _ONE_WORD or token.folded in _FIRST_OF_TWO


def _in_numbers(text: str, first: Token) -> list[Token]:
    """The parts of a date in numbers that begins with this token; none where it is another number."""
    if re.fullmatch(r"\d[/.-]", text[max(0, first.start - 2) : first.start]):
        return []
    for pattern in _IN_NUMBERS:
        found = pattern.match(text, first.start)
        if found and int(found["year"]) not in LIKELY_HIJRI and 1 <= int(found["month"]) <= len(NAMES):
            terms = {part: str(int(found[part])) for part in ("day", "year") if part in pattern.groupindex}
            terms["month"] = _TERMS[int(found["month"])]
            return sorted(
                (join(text, *found.span(part), term) for part, term in terms.items()), key=attrgetter("start")
            )
    return []


def _is_month(tokens: Sequence[Token], place: int, before: Sequence[Token]) -> bool:
    """Whether a word that names a month means one; before: the token in front of it, levelled."""
    word = tokens[place]
    if word.folded not in _DOUBTFUL or word.bare == _UNMISTAKABLE:
        return True
    after = tokens[place + 1 : place + 2]
    return any(
        token.folded in _ONE_WORD or token.folded in _IN_TIME or _DAY.fullmatch(token.folded)
        for token in before
    ) or any(
        token.folded in _ONE_WORD or token.folded in _OF_THIS_YEAR or _YEAR.fullmatch(token.folded)
        for token in after
    )


def _two_words(tokens: Sequence[Token], place: int) -> str:
    """The term of the month that a word and the next one name together, nothing where they name none."""
    following = tokens[place + 1].folded if place + 1 < len(tokens) else ""
    return _TWO_WORDS.get((tokens[place].folded, following), "")
