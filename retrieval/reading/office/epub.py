"""An EPUB: the chapters of its spine, where they begin, what the book says of itself."""

from __future__ import annotations

import re
from collections import deque
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING

from lxml import etree, html

from retrieval.errors import FileDamaged
from retrieval.reading.extracted import Dropped, Extracted, Said
from retrieval.reading.html.blocks import blocks
from retrieval.reading.metadata.properties import told
from retrieval.reading.office.archive import Archive
from retrieval.reading.office.epub_package import Package
from retrieval.reading.office.marked_text import MarkedText
from retrieval.reading.office.xml_tree import parsed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = ("h1", "h2", "h3")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def extract(data: bytes, name: str) -> Extracted:
    """The text of a book.

    name: the file, as an error names it
    Its headings are its chapters; where a file of it has none, its entry in the table of contents.
    Raises FileError.
    """
    archive = Archive(data, name)
    package = Package(archive, name)
    labels = package.labels()
    book = MarkedText()
    dropped: list[Dropped] = []
    for chapter in package.chapters():
        try:
            _read(book, archive.read(chapter), name, labels.get(chapter))
        except FileDamaged as error:
            dropped.append(Dropped(chapter, error.reason))
    return Extracted(book.text, said=_said(package), marks=tuple(book.marks), dropped=tuple(dropped))


def _read(book: MarkedText, data: bytes | None, name: str, label: str | None) -> None:
    if data is None:
        raise FileDamaged(name, "it is missing in the book")
    page = _page(data, name)
    for reference in page.xpath("//*[@type='noteref' or @*[name()='epub:type']='noteref']"):
        reference.text = None
    headings = deque(" ".join(" ".join(blocks(deepcopy(each))).split()) for each in page.iter(*_HEADINGS))
    if label:
        book.mark("chapter", label)
    for block in blocks(page):
        if headings and " ".join(block.split()) == headings[0]:
            book.mark("chapter", headings.popleft())
        book.add(block)


def _page(data: bytes, name: str) -> HtmlElement:
    """The body of a chapter; one that is no good XML is read as a browser would."""
    try:
        page = parsed(data, name)
    except FileDamaged:
        try:
            page = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", no_network=True))
        except (etree.LxmlError, ValueError) as error:
            raise FileDamaged(name, f"it can't be read as HTML ({error})") from error
    body = page.find("body")
    return page if body is None else body


def _said(package: Package) -> Said:
    """What the book says of itself. Its date is a day only where it names one."""
    day = _DAY.match(package.told("date") or "")
    try:
        published = date.fromisoformat(day[0]) if day else None
    except ValueError:
        published = None
    return Said(
        told(package.told("title")), told(package.told("publisher")), told(package.told("creator")), published
    )
