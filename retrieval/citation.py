"""A source as one pastes it under a quotation: «title», author, publisher, date, chapter, page."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from retrieval.model import Mark, Source

_MONTHS = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()


def attribution(source: Source, marks: Iterable[Mark] = ()) -> str:
    """«title», author, publisher, date: what is told of them, or else the file's name. Never empty.

    marks: the chapter and the page of what is quoted, which follow

    >>> from datetime import date
    >>> from retrieval.model import Source
    >>> attribution(Source("a/b.txt", "قمة المناخ", "الخليج الجديد", date(2021, 2, 3)))
    '«قمة المناخ»، الخليج الجديد، 3 فبراير 2021'
    >>> from retrieval.model import Mark
    >>> attribution(Source("a/b.pdf"), [Mark(0, "page", "12")])
    'b.pdf، الصفحة 12'
    """
    title = f"«{source.title}»" if source.title else None
    parts = (title, source.author, source.publisher, _written(source.date) if source.date else None)
    said = "، ".join(filter(None, parts)) or PurePosixPath(source.path).name
    return "، ".join([said, *(f"الصفحة {mark.name}" if mark.kind == "page" else mark.name for mark in marks)])


def _written(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
