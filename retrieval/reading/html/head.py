"""What a web page says of itself in its head: JSON-LD first, then Open Graph, then older ways."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from retrieval.arabic.folding import fold
from retrieval.reading.extracted import Said
from retrieval.reading.metadata.fields import day, line, url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from lxml.html import HtmlElement

_ARTICLES = frozenset(
    "Article NewsArticle BlogPosting Report ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle "
    "ScholarlyArticle TechArticle LiveBlogPosting".split()
)
_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
_PUBLISHERS = ("og:site_name", "publisher", "dc.publisher", "citation_publisher")
_AUTHORS = ("author", "article:author", "dc.creator", "citation_author", "parsely-author")
_DATES = (
    *("article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate"),
    *("publish_date", "dc.date", "dc.date.issued", "dcterms.created", "citation_date", "parsely-pub-date"),
)
_NOBODY = frozenset(map(fold, "admin administrator editor webmaster user المحرر مدير الموقع".split()))
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_SEPARATOR = re.compile(r"\s+[-–—|:·»«]+\s+")


def said_in_head(page: HtmlElement) -> Said:
    """Title, publisher, author, date and address of a page, as far as it says them."""
    linked = _article(page)
    meta = _meta(page)
    publisher = line(_name(linked.get("publisher"))) or _first(meta, _PUBLISHERS)
    author = _person(line(_name(linked.get("author"))) or _first(meta, _AUTHORS), publisher)
    title = line(linked.get("headline")) or _first(meta, _TITLES) or _heading(page)
    return Said(
        title=_without_site(title, publisher) or _title(page, publisher),
        publisher=publisher,
        author=author,
        date=day(linked.get("datePublished")) or _published(page, meta),
        url=_address(page, meta, linked),
    )


def _article(page: HtmlElement) -> dict[str, Any]:
    """The one article that the page's JSON-LD describes."""
    found: list[dict[str, Any]] = []
    for script in page.iterfind(".//script[@type='application/ld+json']"):
        try:
            found += _articles(json.loads(script.text or "", strict=False))
        except (ValueError, RecursionError):
            continue
    return found[0] if len({line(each.get("headline")) for each in found}) == 1 else {}


def _articles(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for each in value:
            yield from _articles(each)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if not _ARTICLES.isdisjoint(kinds if isinstance(kinds, list) else [kinds]):
            yield value
        else:
            yield from _articles(value.get("@graph"))


def _name(value: Any) -> Any:
    """The name of a person or an organisation, or the names of several."""
    if isinstance(value, list):
        return [_name(each) for each in value if not isinstance(each, list)]
    return value.get("name") if isinstance(value, dict) else value


def _meta(page: HtmlElement) -> dict[str, str]:
    """What the page's elements `meta` say, by names in small letters; of one name the first."""
    found: dict[str, str] = {}
    for element in page.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").lower()
            if name and (content := line(element.get("content"))):
                found.setdefault(name, content)
    return found


def _first(meta: dict[str, str], names: Iterable[str]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _person(name: str | None, publisher: str | None) -> str | None:
    """The name, if it is one and not that of the site or of its software."""
    if name is None or url(name) or fold(name.lower()) in _NOBODY or name == publisher:
        return None
    return name


def _published(page: HtmlElement, meta: dict[str, str]) -> date | None:
    """The day that the head names, else the one day that all of the page's elements `time` name."""
    named = [found for name in _DATES if name in meta and (found := day(meta[name]))]
    if named:
        return named[0]
    times = {day(element.get("datetime")) for element in page.iter("time")} - {None}
    return times.pop() if len(times) == 1 else None


def _address(page: HtmlElement, meta: dict[str, str], linked: dict[str, Any]) -> str | None:
    canonical = [element.get("href") for element in page.iter("link") if element.get("rel") == "canonical"]
    saved = _SAVED_FROM.search("".join(str(each) for each in page.getroottree().xpath("/comment()")))
    candidates = (*canonical, meta.get("og:url"), linked.get("url"), saved and saved[1])
    return next(filter(None, map(url, candidates)), None)


def _heading(page: HtmlElement) -> str | None:
    """The one heading of the first rank."""
    found = {line("".join(element.itertext())) for element in page.iter("h1")} - {None}
    return found.pop() if len(found) == 1 else None


def _title(page: HtmlElement, publisher: str | None) -> str | None:
    return _without_site(line(page.findtext(".//title")), publisher)


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """A title without the name of the site at its end, which titles of windows have."""
    if title is None or publisher is None:
        return title
    *before, last = _SEPARATOR.split(title)
    if not before or fold(last) != fold(publisher):
        return title
    return title[: title.rindex(last)].rstrip(" -–—|:·»«") or title
