"""A PDF: its text in reading order, where its pages begin, what it says of itself."""

from __future__ import annotations

import io
import logging

from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text
from pypdf import PdfReader

from retrieval.errors import FileDamaged, FileUnreadable, FileWithoutText
from retrieval.model import Mark
from retrieval.reading.extracted import Dropped, Extracted, Said
from retrieval.reading.metadata.properties import told
from retrieval.reading.pdf.furniture import without_furniture
from retrieval.reading.pdf.glyphs import GlyphDevice
from retrieval.reading.pdf.page import Sheet, pages
from retrieval.reading.pdf.paragraphs import text_of
from retrieval.reading.text.characters import printable, real_letters

_BEGINNING = 1024
"""Bytes within which a PDF says that it is one."""
_LETTERS = 0.6
"""Share of letters and digits in a text at least; of one whose fonts are lost, signs are left."""

_log = logging.getLogger(__name__)


def extract(data: bytes, name: str) -> Extracted:
    """The text of a PDF.

    name: the file, as an error names it
    Where its pages can't be taken apart, the text is taken as another library hands it out.
    Raises FileDamaged, FileUnreadable, FileWithoutText.
    """
    if b"%PDF-" not in data[:_BEGINNING]:
        raise FileDamaged(name, "it is no PDF; give it the suffix of what it is")
    try:
        return _taken_apart(data, name)
    except (FileUnreadable, FileWithoutText, MemoryError):
        raise
    except PDFPasswordIncorrect:
        raise FileUnreadable(name, "it is locked with a password; save it without one") from None
    except Exception as error:  # noqa: BLE001 - whatever a damaged file makes the library stumble over
        _log.debug("%s: pdfminer gave up: %r", name, error)
    return _handed_out(data, name)


def _taken_apart(data: bytes, name: str) -> Extracted:
    """The text of a PDF from its glyphs."""
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    resources = PDFResourceManager()
    device = GlyphDevice(resources)
    interpreter = PDFPageInterpreter(resources, device)
    sheets: list[Sheet] = []
    lost: list[Dropped] = []
    unknown = 0
    for number, page in enumerate(PDFPage.create_pages(document), start=1):
        try:
            interpreter.process_page(page)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - the other pages are still read
            lost.append(Dropped(f"page {number}", f"it is damaged ({type(error).__name__})"))
            continue
        label = printable(page.label or "") or str(number)
        sheets.append(Sheet(label, page.mediabox[3] - page.mediabox[1], device.glyphs))
        unknown += device.unknown
    known = sum(bool(glyph.text.strip()) for sheet in sheets for glyph in sheet.glyphs)
    if unknown > known:
        raise FileWithoutText(
            name, "its fonts do not say which letters they hold; make it anew, or read it by OCR"
        )
    if not known:
        return _handed_out(data, name)
    kept, dropped = without_furniture(pages(sheets))
    text, marks = text_of(kept)
    return Extracted(text, said=_said(document), marks=marks, dropped=(*lost, *dropped))


def _said(document: PDFDocument) -> Said:
    """What the properties tell. When the file was made is not when its text was published."""
    properties = {key: value for info in document.info for key, value in info.items()}

    def value(key: str) -> str | None:
        found = resolve1(properties.get(key))
        return told(decode_text(found)) if isinstance(found, bytes) else None

    return Said(title=value("Title"), author=value("Author"))


def _handed_out(data: bytes, name: str) -> Extracted:
    """The text of a PDF as pypdf hands it out, page by page."""
    try:
        texts = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    except MemoryError:
        raise
    except Exception as error:
        raise FileDamaged(name, f"it is damaged ({type(error).__name__}); make it anew") from error
    text = ""
    marks: list[Mark] = []
    for number, found in enumerate(texts, start=1):
        marks.append(Mark(len(text), "page", str(number)))
        text += real_letters(printable(found)).strip() + "\n\n"
    if not text.strip():
        raise FileWithoutText(name, "its pages are pictures, as a scanner makes them; read it by OCR first")
    visible = "".join(text.split())
    if sum(map(str.isalnum, visible)) < _LETTERS * len(visible):
        raise FileDamaged(name, "it is damaged, and its letters can't be told any more; make it anew")
    return Extracted(text, marks=tuple(marks))
