"""A sample as an EPUB file: a chapter for each of its headings."""

from __future__ import annotations

import io
import zipfile
from html import escape
from typing import TYPE_CHECKING

from tests.reading.printing.sample import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.reading.printing.sample import Block, Sample

_TAGS = {Kind.TITLE: "h1", Kind.HEADING: "h2", Kind.ITEM: "li", Kind.NOTE: "aside"}


def as_epub(sample: Sample) -> bytes:
    """The file."""
    chapters: list[list[Block]] = []
    for block in sample.blocks:
        if block.kind in {Kind.TITLE, Kind.HEADING}:
            chapters.append([])
        chapters[-1].append(block)
    bodies = ["".join(map(_element, chapter)) for chapter in chapters]
    return book({f"text/{place}.xhtml": chapter(body) for place, body in enumerate(bodies)}, sample.title)


def chapter(body: str) -> str:
    """A chapter around its body."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops" dir="rtl"><head><title>x</title></head><body>{body}</body></html>'
    )


def book(chapters: Mapping[str, str], title: str = "كتاب", spine: list[str] | None = None) -> bytes:
    """An EPUB of files by their names, read in the order of `spine`, or as they come."""
    items = "".join(
        f'<item id="c{place}" href="{name}" media-type="application/xhtml+xml"/>'
        for place, name in enumerate(chapters)
    )
    order = [list(chapters).index(name) for name in spine or chapters]
    references = "".join(f'<itemref idref="c{place}"/>' for place in order)
    files = {
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
        '<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>'
        "</container>",
        "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title><dc:creator>سلمى الكاتب'
        "</dc:creator><dc:publisher>دار الضفاف</dc:publisher><dc:date>2021-05-17</dc:date></metadata>"
        f"<manifest>{items}</manifest><spine>{references}</spine></package>",
        **{f"OEBPS/{name}": content for name, content in chapters.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _element(block: Block) -> str:
    if block.kind is Kind.ROW:
        return "<table><tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in block.cells) + "</tr></table>"
    tag = _TAGS.get(block.kind, "p")
    return f"<{tag}>{escape(block.text)}</{tag}>"
