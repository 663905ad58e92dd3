"""What a header, a sidecar or a column tells of a document, under the names that people give it."""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from numbers import Integral, Real
from typing import TYPE_CHECKING

from retrieval.arabic.dates import find_dates
from retrieval.arabic.folding import fold
from retrieval.arabic.hijri import find_hijri_dates
from retrieval.reading.extracted import Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from retrieval.model import Value

_LONGEST = 500
"""Characters of a value that names something; a longer one is a text that went astray."""
_NAMES = {
    "title": "title headline العنوان عنوان",
    "publisher": "publisher source site المصدر مصدر الناشر ناشر الصحيفة",
    "author": "author authors creator byline الكاتب كاتب المؤلف مؤلف",
    "date": "date published published_at date_published التاريخ تاريخ",
    "url": "url link الرابط رابط",
    "text": "text body content النص نص المحتوى المتن",
    "path": "path",
}
_FIELDS = {fold(name): field for field, names in _NAMES.items() for name in names.split()}

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T\s].*)?")
_WEB = re.compile(r"https?://\S+")


def field(name: object) -> str | None:
    """The field that a name stands for: title, publisher, author, date, url, text, path; None for any other.

    >>> field("Headline"), field("العنوان"), field("colour")
    ('title', 'title', None)
    """
    return _FIELDS.get(fold(str(name).strip().lower()))


def said(values: Mapping[str, object]) -> Said:
    """What values under names of `field` tell of a document; what makes no sense stays None.

    Values under other names are the document's own metadata, see `own`.
    """
    told = {known: value for name, value in values.items() if (known := field(name))}
    return Said(
        title=line(told.get("title")),
        publisher=line(told.get("publisher")),
        author=line(told.get("author")),
        date=day(told.get("date")),
        url=url(told.get("url")),
        metadata=tuple(sorted(_own_fields(values).items())),
    )


def _own_fields(values: Mapping[str, object]) -> dict[str, Value]:
    kept = {whole(name).strip(): own(value) for name, value in values.items() if field(name) is None}
    return {name: value for name, value in kept.items() if name and value is not None}


def own(value: object) -> Value | None:
    """A value as it is kept under a name of the owner's own; None where it tells nothing, or can't be kept.

    Days become text as in ISO 8601, several names one text, so that JSON gives back what it was given.

    >>> own(3), own(" رأي "), own(["قانون", "بيئة"]), own(date(2021, 2, 3)), own({"a": 1}), own("")
    (3, 'رأي', 'قانون، بيئة', '2021-02-03', None, None)
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, Integral):
        return int(value)
    if isinstance(value, Real):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, date):
        return value.isoformat()
    return (whole(value).strip() or None) if isinstance(value, str) else line(value)


def line(value: object) -> str | None:
    """A value as a name on one line; of several names all, as Arabic lists them.

    >>> line([" ابن  خلدون", "ابن رشد"]), line(""), line({"a": 1})
    ('ابن خلدون، ابن رشد', None, None)
    """
    if isinstance(value, list):
        # Lists in lists are left out: YAML can make a few lines of them endless.
        return line(
            "، ".join(found for item in value if not isinstance(item, list) and (found := line(item)))
        )
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return None
    found = " ".join(whole(str(value)).split())
    return found if 0 < len(found) <= _LONGEST else None


def whole(text: str) -> str:
    """The text with a question mark for half a surrogate pair, which no database keeps and nobody reads."""
    return text.encode("utf-8", "replace").decode()


def url(value: object) -> str | None:
    """A value as an address of the web."""
    found = line(value)
    return found if found and _WEB.fullmatch(found) else None


def day(value: object) -> date | None:
    """A value as the one day that it names: ISO 8601, the date of a mail, or as Arabic texts write it.

    >>> [str(day(value)) for value in ("2021-02-03T07:50:00+03:00", "٣ شباط ٢٠٢١", "03/02/2021", "غدا")]
    ['2021-02-03', '2021-02-03', '2021-02-03', 'None']
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = line(value)
    if found is None:
        return None
    try:
        if iso := _ISO.fullmatch(found):
            return date.fromisoformat(iso[1])
        named = {dated.date for dated in find_dates(found) or find_hijri_dates(found)}
        return named.pop() if len(named) == 1 else parsedate_to_datetime(found).date()
    except ValueError:
        return None
