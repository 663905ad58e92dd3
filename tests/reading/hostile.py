"""PDFs and XML that mean harm, made when the tests run."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from tests.reading.printing.as_docx import W, package, paragraph
from tests.reading.printing.as_epub import book

if TYPE_CHECKING:
    from collections.abc import Callable


def pdf(objects: dict[int, bytes]) -> bytes:
    """A PDF of objects by their numbers; the first is the catalogue."""
    body, places = b"%PDF-1.7\n", {}
    for number, content in objects.items():
        places[number] = len(body)
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"xref\n0 1\n0000000000 65535 f \n" + b"".join(
        b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in places.items()
    )
    return body + table + b"trailer <</Root 1 0 R /Size 99>>\nstartxref\n%d\n%%%%EOF" % len(body)


def stream(content: bytes, keys: bytes = b"", packed: bytes | None = None) -> bytes:
    """A packed stream of a PDF."""
    data = zlib.compress(content, 9) if packed is None else packed
    return b"<<%b /Filter /FlateDecode /Length %d>>\nstream\n%b\nendstream" % (keys, len(data), data)


def _page(contents: bytes, resources: bytes = b"<<>>", more: dict[int, bytes] | None = None) -> bytes:
    return pdf(
        {
            1: b"<</Type /Catalog /Pages 2 0 R>>",
            2: b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
            3: b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 500 500] /Contents 4 0 R /Resources %b>>"
            % resources,
            4: contents,
            **(more or {}),
        }
    )


def inflating_pdf() -> bytes:
    """A page of spaces, 2 GB of them, packed to 2 MB."""
    packer = zlib.compressobj(9)
    piece = packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    first, rest = piece, packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return _page(stream(b"", packed=first + rest * 2047))


def multiplying_pdf() -> bytes:
    """A page that draws a form ten times, which draws another ten times, and so on: ten thousand million times."""
    forms = {
        10 + depth: stream(
            b"/F Do " * 10,
            b"/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources <</XObject <</F %d 0 R>>>>"
            % (11 + depth),
        )
        for depth in range(10)
    }
    return _page(stream(b"/F Do"), b"<</XObject <</F 10 0 R>>>>", forms)


def looping_pdf() -> bytes:
    """A tree of pages that holds itself."""
    return pdf(
        {
            1: b"<</Type /Catalog /Pages 2 0 R>>",
            2: b"<</Type /Pages /Kids [2 0 R 3 0 R] /Parent 3 0 R /Count 9999999>>",
            3: b"<</Type /Pages /Kids [2 0 R 3 0 R] /Parent 2 0 R /Count 9999999>>",
        }
    )


def deep_pdf() -> bytes:
    """A list in a list, a hundred thousand deep."""
    return _page(stream(b"[" * 100_000 + b"]" * 100_000))


def turning_pdf() -> bytes:
    """A table of objects that says the one before it is itself."""
    return b"%PDF-1.7\nxref\n0 0\ntrailer <</Root 1 0 R /Prev 9>>\nstartxref\n9\n%%EOF"


def laughing_docx() -> bytes:
    """Ten entities, each ten times the one before: a thousand million laughs."""
    entities = '<!ENTITY a0 "هاها">' + "".join(
        f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 10)
    )
    return _docx(f"<!DOCTYPE x [{entities}]>", "&a9;")


def fetching_docx(address: str) -> bytes:
    """An entity that stands at an address."""
    return _docx(f'<!DOCTYPE x [<!ENTITY secret SYSTEM "{address}">]>', "&secret;")


def fetching_dtd_docx(address: str) -> bytes:
    """A DTD that stands at an address."""
    return _docx(f'<!DOCTYPE x SYSTEM "{address}">', "")


def fetching_epub(address: str) -> bytes:
    """A chapter with an entity, an image, a style and an inclusion that stand at an address."""
    return book(
        {
            "a.xhtml": f'<!DOCTYPE html [<!ENTITY secret SYSTEM "{address}">]><html xmlns="http://www.w3.org/1999/xhtml" '
            f'xmlns:xi="http://www.w3.org/2001/XInclude"><head><link rel="stylesheet" href="{address}"/></head><body>'
            f'<p>نص &secret;</p><img src="{address}"/><xi:include href="{address}"/></body></html>'
        }
    )


def fetching_html(address: str) -> bytes:
    """A page with all that a browser would fetch."""
    return (
        f'<!DOCTYPE html SYSTEM "{address}"><html><head><base href="{address}"><link rel="stylesheet" '
        f'href="{address}"><script src="{address}"></script></head><body><p>{"نص طويل من الكلمات. " * 20}</p>'
        f'<img src="{address}"><iframe src="{address}"></iframe></body></html>'
    ).encode()


FETCHING: list[tuple[str, str, Callable[[str], bytes]]] = [
    ("an entity in a Word file", "a.docx", fetching_docx),
    ("a DTD of a Word file", "a.docx", fetching_dtd_docx),
    ("a chapter of a book", "a.epub", fetching_epub),
    ("a web page", "a.html", fetching_html),
]


def _docx(doctype: str, content: str) -> bytes:
    run = f"<w:r><w:t>نص {content}</w:t></w:r>"
    return package(
        {"document": f'{doctype}<w:document xmlns:w="{W}"><w:body>{paragraph(run)}</w:body></w:document>'}
    )
