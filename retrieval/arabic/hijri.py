"""Text -> the days that it names by the Hijri calendar, as days of the Gregorian one.

By the calendar of Umm al-Qura; where months begin by sight of the moon, the day may be one off.

>>> [str(found.date) for found in find_hijri_dates("١٥ رمضان ١٤٤٢ هـ، 1442/6/21هـ")]
['2021-04-27', '2021-02-03']
"""

from __future__ import annotations

import re
from datetime import date

from hijridate import Hijri

from retrieval.arabic.dates import DatedSpan, any_of
from retrieval.arabic.folding import fold
from retrieval.model import Span

_NAMES = (
    ("محرم", "المحرم", "محرم الحرام"),
    ("صفر",),
    ("ربيع الأول",),
    ("ربيع الآخر", "ربيع الثاني"),
    ("جمادى الأولى", "جمادى الأول"),
    ("جمادى الآخرة", "جمادى الثانية", "جمادى الآخر", "جمادى الثاني"),
    ("رجب",),
    ("شعبان",),
    ("رمضان", "رمضان المبارك"),
    ("شوال",),
    ("ذو القعدة", "ذي القعدة", "ذي قعدة"),
    ("ذو الحجة", "ذي الحجة", "ذي حجة"),
)
_MONTHS = {fold(name): number for number, names in enumerate(_NAMES, 1) for name in names}
_MONTH = any_of(_MONTHS)
_YEAR = r"(?P<year>[1١۱][34٣٤۳۴]\d\d)(?!\d)"
_ERA = r"\s?هـ?(?!\w)"

_PATTERNS = (
    rf"(?<!\d)(?P<day>\d{{1,2}})\s(?:من\s)?(?:شهر\s)?(?P<month>{_MONTH})[\s,،]{{1,2}}(?:عام\s)?{_YEAR}(?:{_ERA})?",
    rf"(?<![\d/])(?P<day>\d{{1,2}})(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark){_YEAR}{_ERA}",
    rf"(?<![\d/]){_YEAR}(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}}){_ERA}",
)
"""Compiled when the first text is looked at, and kept by `re`."""


def find_hijri_dates(text: str) -> list[DatedSpan]:
    """The days that `text` names in full by the Hijri calendar, in order: by a month's name, or marked هـ."""
    found = [
        dated for pattern in _PATTERNS for match in re.finditer(pattern, text) if (dated := _dated(match))
    ]
    return sorted(found, key=lambda dated: dated.span)


def _dated(match: re.Match[str]) -> DatedSpan | None:
    day = _gregorian(int(match["year"]), _month(match["month"]), int(match["day"]))
    return DatedSpan(Span(*match.span()), day) if day else None


def _gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day; None for one that the month doesn't have, or of a year before 1343."""
    try:
        return date.fromordinal(Hijri(year, month, day).to_gregorian().toordinal())
    except (ValueError, OverflowError):
        return None


def _month(written: str) -> int:
    return int(written) if written.isdigit() else _MONTHS[fold(" ".join(written.split()))]
