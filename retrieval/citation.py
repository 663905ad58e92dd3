"""A source as one pastes it under a quotation: «title», publisher, date."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from retrieval.model import Source

_MONTHS = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()


def attribution(source: Source) -> str:
    """«title», publisher, date: what the document says of them, or else its file's name. Never empty.

    >>> from datetime import date
    >>> from retrieval.model import Source
    >>> attribution(Source("a/b.txt", "قمة المناخ", "الخليج الجديد", date(2021, 2, 3)))
    '«قمة المناخ»، الخليج الجديد، 3 فبراير 2021'
    >>> attribution(Source("a/b.txt"))
    'b.txt'
    """
    title = f"«{source.title}»" if source.title else None
    parts = (title, source.publisher, _written(source.date) if source.date else None)
    return "، ".join(filter(None, parts)) or PurePosixPath(source.path).name


def _written(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
