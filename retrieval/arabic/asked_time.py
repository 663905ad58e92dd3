"""The time that a question asks about: «في شباط 2021», «بعد 2023», «بين 2019 و2021», «أمس», «أحدث».

>>> from retrieval.arabic.analyzer import Analyzer
>>> def asks(question: str) -> str:
...     return str(asked_time(Analyzer().tokens(question), today=date(2024, 6, 1)))
>>> asks("ماذا جرى في شباط 2021؟"), asks("من زار أنقرة بعد عام 2023؟"), asks("ماذا أعلن أمس؟")
('2021-02-01/2021-02-28', '2024-01-01/', '2024-05-31/2024-05-31')
>>> asks("ما أحدث تصريح؟"), asks("هل زارها وزير آخر؟")
('latest', 'None')
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from retrieval.arabic.calendar import find_periods
from retrieval.arabic.folding import folded_words
from retrieval.arabic.stopwords import is_stop_word
from retrieval.arabic.weekdays import COMING, PAST
from retrieval.model import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.arabic.calendar import Named
    from retrieval.arabic.tokens import Token


_AFTER, _SINCE, _BEFORE, _UNTIL = (
    folded_words("بعد عقب"),
    folded_words("منذ"),
    folded_words("قبل"),
    folded_words("حتى لغاية"),
)
_BETWEEN, _FROM, _TO = folded_words("بين"), folded_words("من"), folded_words("إلى الى حتى")
_UNIT_WORDS = folded_words("عام عامي سنة شهر شهري يوم تاريخ العام سنتي أول أوائل نهاية مطلع")
"""What may stand between a preposition and a date."""
_LATEST = folded_words("آخر أحدث")
_LATELY = folded_words("مؤخرا")


@dataclass(frozen=True, slots=True)
class AskedTime:
    """The time that a question asks about.

    words: those that say so
    certain: whether they do; «الجمعة» may be any Friday, and in «صلاة الجمعة» it is none
    """

    period: Period
    words: frozenset[Token]
    certain: bool = True

    def __str__(self) -> str:
        if self.period.latest:
            return "latest"
        return f"{self.period.first or ''}/{self.period.last or ''}"


def asked_time(tokens: Sequence[Token], today: date) -> AskedTime | None:
    """The time that a question asks about; None for most questions.

    tokens: all its words, as the Analyzer has them; today: the day on which it is asked
    """
    named = find_periods(tokens, today)
    if named:
        return _within(tokens, named)
    latest = [token for place, token in enumerate(tokens) if _asks_for_latest(tokens, place)]
    return AskedTime(Period(latest=True), frozenset(latest)) if latest else None


def _within(tokens: Sequence[Token], named: Sequence[Named]) -> AskedTime | None:
    words = frozenset(
        token for one in named for token in tokens if one.span.start <= token.start < one.span.end
    )
    for one, other in pairwise(named):
        if _preposition(tokens, one) in _BETWEEN | _FROM and one.first < other.last:
            return AskedTime(Period(one.first, other.last), words)
    if len(named) > 1 and len({str(one) for one in named}) > 1:
        return None  # two times, and nothing that says how they belong together
    period = _bounded(_preposition(tokens, named[0]), named[0])
    return AskedTime(period, words, certain=all(one.certain or _points_away(tokens, one) for one in named))


def _points_away(tokens: Sequence[Token], named: Named) -> bool:
    """Whether the word behind a weekday tells which is meant: «الجمعة الماضي»."""
    return any(token.folded in PAST | COMING and token.start == named.span.end + 1 for token in tokens)


def _bounded(preposition: str, named: Named) -> Period:
    day = timedelta(days=1)
    if preposition in _AFTER:
        return Period(first=named.last + day)
    if preposition in _SINCE:
        return Period(first=named.first)
    if preposition in _BEFORE:
        return Period(last=named.first - day)
    if preposition in _UNTIL:
        return Period(last=named.last)
    return Period(named.first, named.last)


def _preposition(tokens: Sequence[Token], named: Named) -> str:
    """The word before a date, over «عام» and the like; nothing where there is none."""
    before = [token.folded for token in tokens if token.end <= named.span.start]
    while before and before[-1] in _UNIT_WORDS:
        before.pop()
    return before[-1] if before else ""


def _asks_for_latest(tokens: Sequence[Token], place: int) -> bool:
    """Whether the word asks for the newest: «آخر» after a noun is another one, «أحدث» after one a verb."""
    if tokens[place].folded in _LATELY:
        return True
    return (
        tokens[place].folded in _LATEST
        and place + 1 < len(tokens)
        and (place == 0 or is_stop_word(tokens[place - 1].bare))
    )
