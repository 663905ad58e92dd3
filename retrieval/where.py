"""Which documents may answer: conditions on what is told of them.

    {"publisher": "الخليج الجديد", "date>=": "2021-01-01", "section": ["أخبار", "رأي"], "path^=": "news/"}

A key is a name and an operator. Names are title, publisher, author, date, url, path, and those of the
documents' own metadata; operators:

    =  or none    the same; of a list, any of them
    !=            not the same; of a list, none of them
    ^=            a text that begins so; of a list, with any of them
    *=            a text that holds this somewhere, as one of several names or tags; of a list, any of them
    < <= > >=     days, numbers and texts in their order

A document must meet every condition. Texts are the same letter for letter. Where one side is a number or a
day, a text on the other side is read as one, so that the columns of a table compare as they ought to; what
can't be read so meets nothing but `!=`. True and "true" count as 1, False and "false" as 0. None is what is
not told: {"author": None}.

>>> from datetime import date
>>> from retrieval.model import Source
>>> source = Source("news/1.txt", publisher="الخليج", date=date(2021, 2, 3), metadata=(("year", 2021),))
>>> [Where.of(each)(source) for each in ({"date>=": "2021-02-01"}, {"year<": "300"}, {"author": None})]
[True, False, True]
"""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from retrieval.errors import WhereInvalid
from retrieval.reading.metadata.fields import day, field

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from retrieval.model import Source

Told = str | int | float | bool | date | None
"""What a document tells under a name, or is wanted to tell."""

_ORDERS: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_PARTS: Mapping[str, Callable[[str, str], bool]] = {"^=": str.startswith, "*=": operator.contains}
_OPERATORS = ("=", "!=", *_PARTS, *_ORDERS)
_MARKS = "=!^*<>"
_KEY = re.compile(rf"\s*([^{_MARKS}]*[^{_MARKS}\s])\s*([{_MARKS}]*)\s*")
_TRUTHS = {"true": 1.0, "false": 0.0}
_TEXTS = frozenset({"title", "publisher", "author", "url", "path"})


@dataclass(frozen=True, slots=True)
class Condition:
    """What documents must tell under one name.

    texts, others: what they are wanted to tell, any of it, texts apart from the rest
    """

    name: str
    operator: str
    texts: frozenset[str]
    others: tuple[Told, ...]

    def allows(self, told: Told) -> bool:
        """Whether a document that tells this meets it."""
        if self.operator in _PARTS:
            return isinstance(told, str) and any(_PARTS[self.operator](told, part) for part in self.texts)
        if self.operator in _ORDERS:
            return told is not None and any(
                _holds(_ORDERS[self.operator], told, wanted) for wanted in (*self.texts, *self.others)
            )
        return self._has(told) == (self.operator == "=")

    def _has(self, told: Told) -> bool:
        if isinstance(told, str):
            return told in self.texts or any(_holds(operator.eq, told, wanted) for wanted in self.others)
        return any(_holds(operator.eq, told, wanted) for wanted in (*self.texts, *self.others))


@dataclass(frozen=True, slots=True)
class Where:
    """Conditions that a document must meet, every one of them."""

    conditions: tuple[Condition, ...]

    @classmethod
    def of(cls, conditions: Mapping[str, object]) -> Where:
        """The conditions that a mapping of names with operators to values makes. Raises WhereInvalid."""
        return cls(tuple(_condition(str(key), value) for key, value in conditions.items()))

    def __call__(self, source: Source) -> bool:
        """Whether a document may answer."""
        own = dict(source.metadata)
        return all(
            each.allows(getattr(source, each.name) if field(each.name) else own.get(each.name))
            for each in self.conditions
        )


def _condition(key: str, value: object) -> Condition:
    found = _KEY.fullmatch(key)
    if not found:
        raise WhereInvalid(key, "it names nothing; valid are names such as publisher, date, path")
    name, mark = field(found[1]) or found[1], found[2] or "="
    if mark not in _OPERATORS:
        raise WhereInvalid(key, f'the operator "{mark}" is unknown; valid are {" ".join(_OPERATORS)}')
    if name == "text":
        raise WhereInvalid(
            key, "documents are not chosen by their text; ask for its words, or choose by path"
        )
    values = list(value) if isinstance(value, list | tuple | set | frozenset) else [value]
    if mark in _ORDERS and (len(values) != 1 or values[0] is None):
        raise WhereInvalid(key, f"{mark} compares with one value; it has {value!r}")
    wanted = [_wanted(key, name, mark, each) for each in values]
    texts = frozenset(each for each in wanted if isinstance(each, str))
    return Condition(name, mark, texts, tuple(each for each in wanted if not isinstance(each, str)))


def _wanted(key: str, name: str, mark: str, value: object) -> Told:
    if isinstance(value, datetime):
        value = value.date()
    if mark in _PARTS:
        if name == "date" or not isinstance(value, str):
            raise WhereInvalid(key, f"{mark} is for texts; it has {value!r}")
        return value
    if not isinstance(value, str | int | float | date | None):
        raise WhereInvalid(
            key,
            f"{value!r} is no value; valid are texts, numbers, True, False, dates, None and lists of them",
        )
    if value is None:
        return None
    if name == "date":
        if (found := day(value)) is None:
            raise WhereInvalid(key, f"{value!r} is no day; valid are dates, and texts such as 2021-02-03")
        return found
    if name in _TEXTS and not isinstance(value, str):
        raise WhereInvalid(key, f"{value!r} is no text, which {name} is")
    return value


def _holds(compare: Callable[[Any, Any], bool], told: Told, wanted: Told) -> bool:
    """Whether the two compare so; False where they don't compare at all."""
    if told is None or wanted is None:
        return told is wanted
    for kind, read in ((date, _day), (int | float, _number)):
        if isinstance(told, kind) or isinstance(wanted, kind):
            one, other = read(told), read(wanted)
            return one is not None and other is not None and compare(one, other)
    return compare(told, wanted)


def _day(value: Told) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def _number(value: Told) -> float | None:
    if isinstance(value, str) and value.lower() in _TRUTHS:
        return _TRUTHS[value.lower()]
    try:
        return None if value is None or isinstance(value, date) else float(value)
    except (ValueError, OverflowError):
        return None
