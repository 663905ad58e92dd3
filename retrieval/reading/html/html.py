"""Web pages, saved whole or as the article alone.

trafilatura finds the article among the furniture of the page. Where it finds nothing, or far less prose than
the page holds, all of the page's text is read, and the rules for plain text do the cleaning.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree, html
from trafilatura import bare_extraction

from retrieval.errors import FileDamaged, FileWithoutText
from retrieval.reading.extracted import Dropped, Extracted, Said
from retrieval.reading.html.blocks import blocks
from retrieval.reading.html.head import said_in_head
from retrieval.reading.page.dateline import dateline
from retrieval.reading.text.encodings import decode

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from lxml.html import HtmlElement

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.IGNORECASE
)
_HEAD = 4096
"""Bytes in which a page names its encoding, or doesn't."""
_LINKS = ("nav", "ul", "ol", "table", "div", "section", "aside", "p")
_FEWEST_LINKS, _LINK_SHARE = 3, 0.9
"""A stretch of so many links, with so little beside them, leads elsewhere and tells nothing."""
_ENOUGH = 0.5
"""Share of the page's prose that the article found must hold: else it was not the article."""
_PROSE_WORDS = 12
"""Words from which on a block is prose; headlines and buttons have fewer."""


def extract(data: bytes, name: str) -> Extracted:
    """The article of a page, with what its head says of it. Raises FileUndecodable, FileDamaged.

    name: the file, as an error names it
    """
    declared = _DECLARED.search(data, 0, _HEAD)
    page = _parsed(decode(data, name, declared[1].decode("ascii") if declared else None), name)
    said = said_in_head(page)
    links = _without_links(page)
    article = _article(page)
    whole = blocks(page)
    found = _in_order(article, whole) if _holds_enough(article, whole) else whole
    if said.date is None:
        said |= Said(date=_date_below_title(whole, found, said.title))
    if not found:
        raise FileWithoutText(name, "nothing in this page can be read; save it anew, or as text")
    dropped = [Dropped(block, "links to other pages") for block in links]
    dropped += [Dropped(block, "outside of the page's article") for block in _missing(whole, found)]
    return Extracted("\n\n".join(found), said=said, dropped=tuple(dropped))


def _parsed(text: str, name: str) -> HtmlElement:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        # Bytes: text with an XML declaration is refused. No entity is expanded but those of HTML.
        page = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise FileDamaged(name, f"it can't be read as HTML ({error})") from error
    # lxml gives up at a limit without a word, and hands out what it has read by then.
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise FileDamaged(name, "its elements are nested too deeply; save it anew, or as text")
    return page


def _without_links(page: HtmlElement) -> list[str]:
    """Take out of a page what consists of links, unless nothing would be left; their blocks."""
    menus: list[HtmlElement] = []
    for element in page.iter(*_LINKS):
        links = element.findall(".//a[@href]")
        if len(links) < _FEWEST_LINKS or any(parent in menus for parent in element.iterancestors()):
            continue
        linked = sum(_length(link) for link in links)
        if linked >= _LINK_SHARE * _length(element):
            menus.append(element)
    if sum(map(_length, menus)) >= _length(page):
        return []
    found: list[str] = []
    for menu in menus:
        menu.drop_tree()
        found += blocks(menu)
    return found


def _length(element: HtmlElement) -> int:
    """Letters and digits in an element."""
    return sum(map(str.isalnum, "".join(element.itertext("*"))))


def _article(page: HtmlElement) -> list[str]:
    """The blocks of the article as trafilatura finds it; none where it finds nothing."""
    try:
        found = bare_extraction(page, favor_recall=True, include_comments=False, with_metadata=False)
    except RecursionError:
        return []
    body = getattr(found, "body", None)
    return [] if body is None else blocks(body)


def _date_below_title(whole: list[str], found: list[str], title: str | None) -> date | None:
    """The one day named alone between the title and the first prose: one elsewhere may be that of saving."""
    prose = next((block for block in found if _prose([block])), None)
    if title not in whole or prose not in whole:
        return None
    lines = "\n".join(whole[whole.index(title) : whole.index(prose)]).split("\n")
    days = {dateline(each) for each in lines} - {None}
    return days.pop() if len(days) == 1 else None


def _holds_enough(article: Iterable[str], whole: Iterable[str]) -> bool:
    return _prose(article) >= _ENOUGH * _prose(whole) and any(article)


def _in_order(article: list[str], whole: list[str]) -> list[str]:
    """The article's blocks as the page has them: trafilatura puts what it finds late at the end."""
    text = "\n".join(whole)
    places = {block: text.find(block.partition("\n")[0]) for block in article}
    return article if -1 in places.values() else sorted(article, key=lambda block: places[block])


def _prose(found: Iterable[str]) -> int:
    """Words in blocks of prose."""
    sizes = (len(block.split()) for block in found)
    return sum(size for size in sizes if size >= _PROSE_WORDS)


def _missing(whole: Iterable[str], found: Iterable[str]) -> list[str]:
    """The blocks of the page that are not in the text."""
    kept = " ".join(" ".join(found).split())
    return [block for block in whole if " ".join(block.split()) not in kept]
