"""A page -> what it says of itself: title, publisher, author, date. What is not sure stays None."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.arabic.folding import fold
from retrieval.reading.extracted import Said
from retrieval.reading.page.dateline import dateline
from retrieval.reading.page.kinds import Kind, labelled
from retrieval.reading.page.wordings import AUTHOR_LABELS, SOURCE_LABELS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from retrieval.reading.page.page import Page

_HEAD_LINES = 4
"""Plain lines before the first prose at most: more of them are a poem or a list, without a title."""
_MASTHEAD_WORDS = 3
"""Words of the longest masthead («وكالة الأنباء …»): a headline has more."""
_NAME_WORDS = 4
"""Words of the longest name of a publisher on a line of its own."""
_AFTER_TITLE = frozenset({Kind.DATE, Kind.BUTTON, Kind.LOOSE, Kind.BREADCRUMB, Kind.LABELLED})
_NAME_BELOW = re.compile(r"lh(?=[^hecp]|\Z)")
"""The label of a source, its name below, and nothing that would make them a list of references."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself.

    places: the lines that do nothing but say so -> what they say
    """

    said: Said
    places: Mapping[int, str]


def metadata(page: Page, title: str | None = None) -> Metadata:
    """Title, publisher, author and date of a page.

    title: as it is known from elsewhere; then only the line that repeats it counts as the title
    """
    publisher, publisher_places = _publisher(page)
    author = _only(_labelled(page, AUTHOR_LABELS).values())
    if title is None:
        title, title_places = _title(page, publisher)
    else:
        title_places = {place for place in page.head if _same(page.lines[place].text, title)}
    day, day_places = _date(page)
    publisher_places |= {place for place in (*page.head, *page.foot) if page.lines[place].text == publisher}
    places = dict.fromkeys(day_places, "date") | dict.fromkeys(title_places, "title")
    places |= dict.fromkeys(publisher_places, "publisher")
    places |= dict.fromkeys(_labelled(page, AUTHOR_LABELS), "author")
    return Metadata(Said(title, publisher, author, day), places)


def _date(page: Page) -> tuple[date | None, set[int]]:
    """The first date line before the article; one within or behind it may date another thing."""
    places = [place for place in page.head if page.kinds[place] == Kind.DATE]
    days = [day for place in places if (day := dateline(page.lines[place].text))]
    return (days[0] if days else None), set(places)


def _publisher(page: Page) -> tuple[str | None, set[int]]:
    """The one source that the page names before or after the article, as «المصدر | X» or in two lines."""
    names = [*_labelled(page, SOURCE_LABELS).values()]
    places: set[int] = set()
    below = _NAME_BELOW.search(page.kinds, page.body.stop) if page.is_web else None
    if below and len(page.lines[below.end() - 1].text.split()) <= _NAME_WORDS:
        places = {*range(*below.span())}
        names.append(page.lines[below.end() - 1].text)
    return _only(names), places


def _labelled(page: Page, labels: Collection[str]) -> dict[int, str]:
    """The lines before and after the article that name something behind one of these labels -> the name."""
    found: dict[int, str] = {}
    for place in (*page.head, *page.foot):
        label, name = labelled(page.lines[place].text) or ("", "")
        if page.kinds[place] == Kind.LABELLED and label in labels:
            found[place] = name.strip(" .،")
    return found


def _only(names: Iterable[str]) -> str | None:
    """The one name among `names`; None where there are several, or none."""
    different = {name for name in names if name and "://" not in name}
    return different.pop() if len(different) == 1 else None


def _title(page: Page, publisher: str | None) -> tuple[str | None, set[int]]:
    """The headline before the article, and its place if it stands apart, and those above it on a web page."""
    plain = [each for each in page.head if page.kinds[each] == Kind.PLAIN]
    plain = [each for each in plain if page.lines[each].text != publisher]
    if page.is_web:  # where menus and mastheads stand above the headline
        plain = [each for each in plain if _is_headline(page.lines[each].text)] or plain
    if not 0 < len(plain) <= _HEAD_LINES:
        return None, set()
    place = plain[0]
    above = range(place if page.is_web else 0)
    places = {each for each in above if page.kinds[each] in {Kind.PLAIN, Kind.BREADCRUMB}}
    below = place + 1
    if page.lines[below].apart or page.kinds[below] in _AFTER_TITLE:
        places.add(place)
    return page.lines[place].text, places


def _same(line: str, title: str) -> bool:
    return fold(" ".join(line.split())) == fold(" ".join(title.split()))


def _is_headline(line: str) -> bool:
    return len(line.split()) > _MASTHEAD_WORDS
