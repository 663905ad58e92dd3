"""What a line is, judged by itself: prose, the furniture of a web page, or something that may be either."""

from __future__ import annotations

import re
from enum import StrEnum

from retrieval.reading.page.dateline import dateline
from retrieval.reading.page.wordings import (
    AGES,
    AUTHOR_LABELS,
    BUTTONS,
    CALL_AIMS,
    CALL_WORDS,
    CALLS,
    COUNTERS,
    LISTS,
    LOOSE,
    NETWORKS,
    POINTERS,
    SOURCE_LABELS,
    TAGS,
    is_breadcrumb,
    words,
)


class Kind(StrEnum):
    """A letter for each kind: the kinds of a page's lines are a string in which patterns are sought."""

    PROSE = "p"  # a sentence of an article, or more
    PLAIN = "h"  # headline, heading, verse, item: no telling by itself
    LEAD_IN = "c"  # ends in a colon
    TEASER = "e"  # ends in an ellipsis
    DATE = "d"  # a date and nothing else
    BUTTON = "f"  # furniture wherever it stands
    LIST = "m"  # the marker above a list of other things
    LOOSE = "a"  # furniture among furniture, a word elsewhere
    BREADCRUMB = "b"  # names of sections
    LABELLED = "s"  # «المصدر | …», «الوسوم: …», «بقلم: …»
    SOURCE_LABEL = "l"  # «المصادر», what it announces on the next line


_FURNITURE_LENGTH = 120
"""Characters of the longest furniture: calls to follow a page on several networks."""
_PLAIN_LENGTH = 160
"""Characters of the longest headline; a longer line is prose, marked as such or not."""
_TEASER_LENGTH = 250

CLOSING = "\"'”’″»)]}›"
"""Marks that close what a sentence's end stands in."""
_ELLIPSIS = ("…", "...")
_ITEM = re.compile(r"(?:[•●▪◦‣·*–—-]|\d{1,3}\s?[.)-])\s")
_LABEL = re.compile(r"\s*(?:[:：|]|\s[–—-]\s)\s*")
_BAR = re.compile(r"\s*\|\s*")
_OFFERS = frozenset({Kind.BUTTON, Kind.LOOSE})
"""What a row of buttons consists of: «أرسل لصديق | طباعة»."""
_RIGHTS = re.compile(r"(?:copyright )?(?:0 )?(?:جميع|كل|كافه) الحقوق محفوظه\b.*")
_NAME_WORDS = 6
"""Words of the longest name of a source or an author: «الجزيرة + وكالات», «هيئة الإذاعة البريطانية»."""

_PHRASES = dict.fromkeys(AGES, Kind.DATE) | dict.fromkeys(BUTTONS, Kind.BUTTON)
_PHRASES_BUT_FOR_ITEMS = (
    dict.fromkeys(LOOSE, Kind.LOOSE)
    | dict.fromkeys(COUNTERS, Kind.BUTTON)
    | dict.fromkeys(SOURCE_LABELS, Kind.SOURCE_LABEL)
    | dict.fromkeys(LISTS, Kind.LIST)
)
"""What an article may list: its items, with bullets or numbers, are not furniture."""


def kind(line: str) -> Kind:
    """The kind of one line, given without white space at its ends."""
    if len(line) <= _FURNITURE_LENGTH and (furniture := _furniture(line)):
        return furniture
    ending = line.rstrip(CLOSING)
    if len(line) <= _TEASER_LENGTH and ending.endswith(_ELLIPSIS):
        return Kind.TEASER
    if ending.endswith((".", "۔")) or len(line) > _PLAIN_LENGTH:
        return Kind.PROSE
    return Kind.LEAD_IN if ending.endswith(":") else Kind.PLAIN


def is_item(line: str) -> bool:
    """Whether a line opens with a bullet or a number, as the items of lists do."""
    return bool(_ITEM.match(line))


def labelled(line: str) -> tuple[str, str] | None:
    """What stands before the first colon, bar or dash of a line, folded, and after it; None without one.

    >>> labelled("المصدر | الخليج الجديد")
    ('المصدر', 'الخليج الجديد')
    """
    mark = _LABEL.search(line)
    if not mark or mark.end() == len(line):
        return None
    return " ".join(words(line[: mark.start()])), line[mark.end() :]


def _furniture(line: str) -> Kind | None:
    """The kind of a line of furniture, None for any other."""
    if dateline(line):
        return Kind.DATE
    if found := _labelled_kind(line):
        return found
    spoken = words(line)
    phrase = " ".join(spoken)
    if found := _PHRASES.get(phrase):
        return found
    if not spoken or is_item(line):
        return None
    parts = _BAR.split(line)
    if len(parts) > 1 and all(_furniture(part) in _OFFERS for part in parts):
        return Kind.BUTTON
    return _PHRASES_BUT_FOR_ITEMS.get(phrase) or _worded_kind(spoken, line)


def _labelled_kind(line: str) -> Kind | None:
    label, rest = labelled(line) or ("", "")
    if label in SOURCE_LABELS | AUTHOR_LABELS and len(rest.split()) <= _NAME_WORDS:
        return Kind.LABELLED
    if rest.endswith("."):
        return None
    if label in TAGS:
        return Kind.LABELLED
    return Kind.BUTTON if label in POINTERS else None


def _worded_kind(spoken: list[str], line: str) -> Kind | None:
    """The kind of a line by the words of which it consists."""
    if spoken[0] in CALLS and CALL_WORDS.issuperset(spoken) and not CALL_AIMS.isdisjoint(spoken):
        return Kind.BUTTON
    if NETWORKS.issuperset(spoken):
        return Kind.LOOSE
    if is_breadcrumb(spoken):
        return Kind.BREADCRUMB
    if _RIGHTS.fullmatch(" ".join(spoken)) and (not line.endswith(".") or "0" in spoken):
        return Kind.BUTTON
    return None
