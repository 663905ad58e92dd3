"""A sample as a PDF by fpdf2, which shapes letters with HarfBuzz.

In one column: its columns run from left to right and turn the digits of Arabic lines around.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from fpdf import FPDF

from tests.reading.printing.sample import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.reading.printing.sample import Block, Sample

_SIZES = {Kind.TITLE: 18, Kind.HEADING: 14, Kind.NOTE: 9}


class _Pages(FPDF):
    def __init__(self, header: str, font: Path) -> None:
        super().__init__(format=(148, 210))
        self._header = header
        self.add_font("Amiri", fname=font)
        self.set_font("Amiri", size=12)
        self.set_text_shaping(use_shaping_engine=True, direction="rtl", script="arab", language="ara")
        self.set_margin(15)

    def header(self) -> None:
        self.set_font("Amiri", size=9)
        self.cell(w=0, text=self._header, align="C", new_x="LMARGIN", new_y="NEXT")
        self.ln(4)

    def footer(self) -> None:
        self.set_y(-12)
        self.set_font("Amiri", size=9)
        self.cell(w=0, text=str(self.page_no()), align="C")


def as_fpdf(sample: Sample, font: Path) -> bytes:
    """The file."""
    pages = _Pages(sample.header, font)
    pages.set_title(sample.title)
    pages.add_page()
    _lines(pages, sample.blocks)
    return bytes(pages.output())


def _lines(pages: FPDF, blocks: Iterable[Block]) -> None:
    for is_row, group in groupby(blocks, key=lambda block: block.kind is Kind.ROW):
        if is_row:
            pages.set_font("Amiri", size=11)
            with pages.table([row.cells[::-1] for row in group], text_align="R", first_row_as_headings=False):
                pass
            continue
        for block in group:
            size = _SIZES.get(block.kind, 12)
            pages.set_font("Amiri", size=size)
            text = f"• {block.text}" if block.kind is Kind.ITEM else block.text
            pages.multi_cell(w=0, h=size * 0.6, text=text, align="R", new_x="LMARGIN", new_y="NEXT")
            pages.ln(3)
