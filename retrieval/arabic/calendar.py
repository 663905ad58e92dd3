"""The stretches of time that a text names: days, months, years, and those told from the day of writing.

«2 فبراير 2021», «شباط 2021» and «2021» name themselves. «الثلاثاء», «أمس» and «العام الماضي» mean what they
do on the day of writing: they are resolved by the text's own date, and left out where it has none.

>>> from retrieval.arabic.analyzer import Analyzer
>>> tokens = Analyzer().tokens("التقيا أمس، بعد قمة شباط 2021 وانتخابات 2020")
>>> [str(named) for named in find_periods(tokens, date(2021, 3, 5))]
['2021-03-04/2021-03-04', '2021-02-01/2021-02-28', '2020-01-01/2020-12-31']
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from retrieval.arabic.folding import folded_words
from retrieval.arabic.months import LIKELY_HIJRI, NAMES, month_term
from retrieval.arabic.stopwords import is_stop_word
from retrieval.arabic.weekdays import find_weekdays
from retrieval.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.arabic.tokens import Token

_MONTHS = {month_term(number): number for number in range(1, len(NAMES) + 1)}
_YEARS = range(1000, 2101)
_BEFORE_YEARS = folded_words("في عام سنة العام عامي سنتي بعد قبل منذ حتى خلال مطلع نهاية بداية")
_DAYS_AWAY = {"امس": -1, "البارحه": -1, "اليوم": 0, "غدا": 1}
_PAST, _PRESENT, _COMING = "الماضي", ("الجاري", "الحالي"), ("المقبل", "القادم")
_AWAY = {_PAST: -1, "الماضيه": -1, "المنصرم": -1} | dict.fromkeys(_PRESENT, 0) | dict.fromkeys(_COMING, 1)
_THIS = frozenset({"هذا", "هذه"})
_UNITS = {"العام": "year", "السنه": "year", "الشهر": "month", "الاسبوع": "week"}
_NOT_TODAY = frozenset({"التالي", "نفسه", "ذاته", "السابق", "الاول", "الثاني", "الاخير"})
_WITHIN_DAY = frozenset({"في", "فى", "ذلك", "بعد", "قبل", "خلال", "من", "حتى", "هذا"})


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of time and the words that name it.

    first, last: its days, both included
    certain: whether the words say so; otherwise it is the likely one
    """

    span: Span
    first: date
    last: date
    certain: bool = True

    def __str__(self) -> str:
        return f"{self.first}/{self.last}"


def find_periods(tokens: Sequence[Token], written: date | None = None) -> list[Named]:
    """The stretches of time that a text names, in order.

    tokens: all its words, as the Analyzer has them; written: the day of the text, if it is known
    """
    found = [named for place in range(len(tokens)) if (named := _dated(tokens, place))]
    return sorted(found + (find_relative(tokens, written) if written else []), key=lambda named: named.span)


def find_relative(tokens: Sequence[Token], written: date) -> list[Named]:
    """Those of them that only the day of writing tells: weekdays, «أمس», «العام الماضي»."""
    found = [named for place in range(len(tokens)) if (named := _relative(tokens, place, written))]
    found += [Named(day.span, day.date, day.date, day.certain) for day in find_weekdays(tokens, written)]
    return sorted(found, key=lambda named: named.span)


def _dated(tokens: Sequence[Token], place: int) -> Named | None:
    """The day, month or year that ends with the year at `place`."""
    token = tokens[place]
    if not _is_year(token):
        return None
    year = int(token.folded)
    month = _MONTHS.get(tokens[place - 1].folded) if place else None
    if month is None and _counts(tokens, place):
        return None
    if month is None:
        return Named(Span(token.start, token.end), date(year, 1, 1), date(year, 12, 31))
    before = tokens[place - 2] if place > 1 else None
    last_day = monthrange(year, month)[1]
    if before and before.folded.isdecimal() and 1 <= int(before.folded) <= last_day:
        day = date(year, month, int(before.folded))
        return Named(Span(before.start, token.end), day, day)
    start = tokens[place - 1].start
    return Named(Span(start, token.end), date(year, month, 1), date(year, month, last_day))


def _relative(tokens: Sequence[Token], place: int, written: date) -> Named | None:
    """What the word at `place` means on the day of writing."""
    token = tokens[place]
    before = tokens[place - 1].folded if place else ""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if token.folded in _DAYS_AWAY:
        if token.folded == "اليوم" and (before in _WITHIN_DAY or (after and after.folded in _NOT_TODAY)):
            return None
        day = written + timedelta(days=_DAYS_AWAY[token.folded])
        return Named(Span(token.start, token.end), day, day)
    unit = _UNITS.get(token.folded)
    if unit and before in _THIS:
        return Named(Span(tokens[place - 1].start, token.end), *_unit(unit, written, 0))
    if unit and after and after.folded in _AWAY:
        return Named(Span(token.start, after.end), *_unit(unit, written, _AWAY[after.folded]))
    return None


def _unit(unit: str, day: date, away: int) -> tuple[date, date]:
    """The first and last day of the year, month or week that lies so many away from that of `day`."""
    if unit == "year":
        return date(day.year + away, 1, 1), date(day.year + away, 12, 31)
    if unit == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + away, 12)
        return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])
    # A week of news: the seven days up to the day of writing, or those before or after them.
    first = day + timedelta(days=7 * away - 6)
    return first, first + timedelta(days=6)


def _is_year(token: Token) -> bool:
    if not token.folded.isdecimal() or len(token.folded) != 4:
        return False
    return int(token.folded) in _YEARS and int(token.folded) not in LIKELY_HIJRI


def _counts(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number counts what follows it: «2000 دولار», but «في 2000» and «انتخابات 2000 البلدية»."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is None or after.folded.startswith("ال") or is_stop_word(after.bare):
        return False
    return not place or tokens[place - 1].folded not in _BEFORE_YEARS
