"""Text -> the days that it names, with their places.

Months go by their Gregorian names (فبراير), their Levantine ones (شباط) and those of the Maghreb (فيفري);
digits by any of the three scripts. In numbers alone the day comes first, unless the year does.

>>> [str(found.date) for found in find_dates("٣ شباط ٢٠٢١، 03/02/2021، 2021-02-03")]
['2021-02-03', '2021-02-03', '2021-02-03']
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from retrieval.arabic.folding import fold
from retrieval.arabic.months import LIKELY_HIJRI, MONTHS
from retrieval.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPELLINGS = str.maketrans({"ا": "[اأإآٱ]", "ي": "[يىی]", "ه": "[هة]", " ": r"\s"})


def any_of(names: Iterable[str]) -> str:
    """A pattern that matches each of some folded names in whatever letters it is written.

    >>> any_of(["اب", "ايار"])
    '[اأإآٱ][يىی][اأإآٱ]ر|[اأإآٱ]ب'
    """
    return "|".join(sorted(names, key=len, reverse=True)).translate(_SPELLINGS)


_MONTH = any_of(MONTHS)
_AGAIN = rf"(?:\s?[/(-]\s?(?P<again>{_MONTH})\)?)?"
"""The month's other name, as in «شباط/فبراير» and «شباط (فبراير)»."""
_YEAR = r"(?P<year>\d{4})(?!\d)(?!\s?هـ)"
_BEFORE = r"(?<!\d)(?<!\d[./-])"
_AFTER = r"(?![./-]?\d)"

_PATTERNS = (
    rf"{_BEFORE}(?P<day>\d{{1,2}})\s{{0,2}}(?:من\s)?(?:شهر\s)?(?P<month>{_MONTH}){_AGAIN}[\s,،]{{1,2}}{_YEAR}",
    rf"(?<!\w)(?P<month>{_MONTH}){_AGAIN}\s(?P<day>\d{{1,2}})[\s,،]{{1,2}}{_YEAR}",
    rf"{_BEFORE}(?P<day>\d{{1,2}})(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark){_YEAR}{_AFTER}",
    rf"{_BEFORE}(?P<year>\d{{4}})(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}}){_AFTER}(?!\s?هـ)",
)
"""Compiled when the first text is looked at, and kept by `re`."""


@dataclass(frozen=True, slots=True)
class DatedSpan:
    """A stretch of text and the day that it names."""

    span: Span
    date: date


def find_dates(text: str) -> list[DatedSpan]:
    """The days of the Gregorian calendar that `text` names in full, in order.

    What may be another day is left out: a Hijri year, two names of months at odds, the American order.
    """
    found = [
        dated for pattern in _PATTERNS for match in re.finditer(pattern, text) if (dated := _dated(match))
    ]
    return sorted(found, key=lambda dated: dated.span)


def _dated(match: re.Match[str]) -> DatedSpan | None:
    groups = match.groupdict()
    if groups.get("again") and _month(groups["again"]) != _month(groups["month"]):
        return None
    year = int(groups["year"])
    if "mark" in groups and year in LIKELY_HIJRI:
        return None
    try:
        day = date(year, _month(groups["month"]), int(groups["day"]))
    except ValueError:
        return None
    return DatedSpan(Span(*match.span()), day)


def _month(written: str) -> int:
    return int(written) if written.isdigit() else MONTHS[fold(" ".join(written.split()))]
