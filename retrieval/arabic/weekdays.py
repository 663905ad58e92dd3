"""The weekdays of an article -> the days that they mean, told by the article's own date.

News says «الثلاثاء» and means the last one, the day of writing included; «المقبل» and «الماضي» point away
from that day. Unless «أمس», «اليوم» or «غدا» stands before the name, the day is a guess.

>>> from retrieval.arabic.tokens import tokenize
>>> text = "اجتمعا اليوم الأربعاء بعد لقاء الثلاثاء"
>>> [(str(found.date), found.certain) for found in find_weekdays(tokenize(text), date(2021, 2, 3))]
[('2021-02-03', True), ('2021-02-02', False)]
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from retrieval.arabic.folding import fold
from retrieval.arabic.months import month_term
from retrieval.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.arabic.tokens import Token

_MONDAY_FIRST = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_WEEKDAYS = {
    proclitic + fold(name): number
    for number, name in enumerate(_MONDAY_FIRST)
    for proclitic in ("", "و", "ف", "ب", "ل")
}
_NEAR = {"امس": -1, "اليوم": 0, "غدا": 1, "غد": 1}
PAST = frozenset({"الماضي", "الماضيه", "الفايت", "الفايته", "المنصرم", "المنصرمه"})
"""Words behind a weekday that say which is meant; the feminine goes by «الجمعة»."""
COMING = frozenset({"المقبل", "المقبله", "القادم", "القادمه", "التالي", "التاليه"})


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday's name in a text and the day that it means.

    certain: whether the text says so; otherwise it is likely
    """

    span: Span
    date: date
    certain: bool


def is_weekday(token: Token) -> bool:
    """Whether a token names a weekday."""
    return token.folded in _WEEKDAYS


def find_weekdays(tokens: Sequence[Token], published: date) -> list[Weekday]:
    """The weekdays that a text names, in order; those whose date stands beside them are left out.

    published: the day of the text
    """
    return [
        found
        for place, token in enumerate(tokens)
        if is_weekday(token) and (found := _dated(tokens, place, published))
    ]


def with_days(tokens: Sequence[Token], published: date) -> list[Token]:
    """The tokens, and behind each weekday the day, month and year that it means, at the weekday's place.

    >>> from retrieval.arabic.tokens import tokenize
    >>> [token.folded for token in with_days(tokenize("لقاء الثلاثاء"), date(2021, 2, 3))]
    ['لقاء', 'الثلاثاء', '2', 'فبراير', '2021']
    """
    days = {found.span.start: found.date for found in find_weekdays(tokens, published)}
    terms = {start: (str(day.day), month_term(day.month), str(day.year)) for start, day in days.items()}
    return [
        each
        for token in tokens
        for each in (token, *(token._replace(bare=term, folded=term) for term in terms.get(token.start, ())))
    ]


def _dated(tokens: Sequence[Token], place: int, published: date) -> Weekday | None:
    token = tokens[place]
    before = tokens[place - 1].folded if place else ""
    after = tokens[place + 1].folded if place + 1 < len(tokens) else ""
    if after.isdecimal():
        return None
    span = Span(token.start, token.end)
    back = (published.weekday() - _WEEKDAYS[token.folded]) % 7
    if before in _NEAR and (_NEAR[before] + back) % 7 == 0:
        return Weekday(span, published + timedelta(days=_NEAR[before]), certain=True)
    if after in COMING:
        return Weekday(span, published + timedelta(days=7 - back), certain=False)
    days = back or (7 if after in PAST else 0)
    return Weekday(span, published - timedelta(days=days), certain=False)
