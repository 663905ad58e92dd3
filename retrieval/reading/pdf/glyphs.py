"""A page of a PDF -> its glyphs, each with its letters and its place."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.utils import apply_matrix_pt, decode_text

from retrieval.reading.text.characters import printable, real_letters

if TYPE_CHECKING:
    from pdfminer.pdffont import PDFFont
    from pdfminer.pdfinterp import PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.psparser import PSLiteral
    from pdfminer.utils import Matrix

_LONGEST_SAID = 40
"""Characters of the longest text that is taken in place of the glyphs marked with it."""


class Glyph(NamedTuple):
    """What is printed in one place: most often one letter; several in the order in which they are read.

    text: empty for a part of a letter, as some fonts print them
    left, right, y: points from the page's lower left corner; y is that of the baseline
    size: points
    """

    text: str
    left: float
    right: float
    y: float
    size: float


class GlyphDevice(PDFTextDevice):
    """Gathers the glyphs of a page, as they are printed one after the other.

    A program that prints may tell what some glyphs stand for (`ActualText`); that is taken in their place.
    glyphs: the upright ones
    unknown: how many glyphs have no letters, or are turned
    """

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.glyphs: list[Glyph] = []
        self.unknown = 0
        self._said: list[tuple[str, int]] = []

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Start anew."""
        super().begin_page(page, ctm)
        self.glyphs, self._said, self.unknown = [], [], 0

    def end_page(self, page: PDFPage) -> None:
        """Count what is left without letters."""
        super().end_page(page)
        self.unknown += sum(not glyph.text for glyph in self.glyphs)

    def begin_tag(self, tag: PSLiteral, props: Any = None) -> None:
        """Note what the glyphs from here on stand for."""
        super().begin_tag(tag, props)
        said = props.get("ActualText") if isinstance(props, dict) else None
        self._said.append((_letters(decode_text(said)) if isinstance(said, bytes) else "", len(self.glyphs)))

    def end_tag(self) -> None:
        """Put what glyphs stand for in their place, if they are on one line."""
        said, first = self._said.pop() if self._said else ("", 0)
        glyphs = self.glyphs[first:]
        if not glyphs or not 0 < len(said) <= _LONGEST_SAID:
            return
        if max(glyph.y for glyph in glyphs) - min(glyph.y for glyph in glyphs) < glyphs[0].size:
            left, right = min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs)
            self.glyphs[first:] = [Glyph(said, left, right, glyphs[-1].y, glyphs[-1].size)]

    def render_char(  # noqa: PLR0913, PLR0917 - as the base class calls it
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        *_: Any,
    ) -> float:
        """Gather one glyph; its advance."""
        advance = font.char_width(cid) * fontsize * scaling
        left, y = apply_matrix_pt(matrix, (0, rise))
        right, end_y = apply_matrix_pt(matrix, (advance, rise))
        size = abs(fontsize) * math.hypot(matrix[2], matrix[3])
        if right < left or abs(end_y - y) > right - left or not size:
            self.unknown += bool(size)
        else:
            self.glyphs.append(Glyph(_read(font, cid), left, right, y, size))
        return advance


def _read(font: PDFFont, cid: int) -> str:
    try:
        return _letters(font.to_unichr(cid))
    except PDFUnicodeNotDefined:
        return ""


def _letters(text: str) -> str:
    return real_letters(printable(text.replace("\n", " ").replace("\t", " ").replace("\xa0", " ")))
