"""Lines that give a date and nothing else: «الأربعاء 3 فبراير 2021 07:50 ص».

>>> dateline("• clock 9 مارس 2024, 9:06:28 م")
datetime.date(2024, 3, 9)
>>> dateline("الثلاثاء ١٥ رمضان ١٤٤٢ هـ")
datetime.date(2021, 4, 27)
>>> dateline("هجمات 11 سبتمبر 2001")
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.arabic.dates import find_dates
from retrieval.arabic.hijri import find_hijri_dates
from retrieval.reading.page.wordings import DATE_WORDS, LOOSE, words

if TYPE_CHECKING:
    from datetime import date

_LONGEST = 100
"""Characters of a line with weekday, both calendars and the hour."""
_BESIDE = DATE_WORDS | LOOSE
_TIME = re.compile(r"T?\d{1,2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?")


def dateline(line: str) -> date | None:
    """The first day named on a line of nothing but dates, hours and their labels; None for any other."""
    if len(line) > _LONGEST:
        return None
    dates = find_dates(line) or find_hijri_dates(line)
    if not dates:
        return None
    rest, at = "", 0
    for dated in dates:
        rest += line[at : dated.span.start] + " "
        at = dated.span.end
    rest = _TIME.sub(" ", rest + line[at:])
    return dates[0].date if _BESIDE.issuperset(words(rest)) else None
