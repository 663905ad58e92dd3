"""A sample as a page of HTML, for the producers that print those."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from tests.reading.printing.sample import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.reading.printing.sample import Block, Sample

_STYLE = """
@page { size: A5; margin: 18mm 15mm; @top-center { content: "%(header)s"; font-size: 9pt }
        @bottom-center { content: counter(page); font-size: 9pt } }
@font-face { font-family: Printed; src: url("%(font)s") }
body { font: 12pt/1.7 Printed, Amiri; margin: 0 } h1 { font-size: 18pt } h2 { font-size: 14pt }
.columns { columns: 2; column-gap: 8mm; column-fill: auto; font-size: 10pt }
td { border: 0.5pt solid; padding: 1mm 2mm } table { border-collapse: collapse; width: 100%% }
p { text-align: %(align)s } .note { font-size: 8pt } span.note { float: footnote }
"""


def as_html(sample: Sample, font: str, *, footnotes: bool, align: str = "justify") -> str:
    """The page.

    font: the URL of a font file
    footnotes: whether the producer sets them below their page; else they follow the text
    """
    style = _STYLE % {"header": sample.header, "font": font, "align": align}
    blocks = [block for block in sample.blocks if not (footnotes and block.kind is Kind.NOTE)]
    body = "".join(
        f'<div class="{"columns" if in_columns else "page"}">{_body(sample, group, footnotes=footnotes)}</div>'
        for in_columns, group in groupby(blocks, key=lambda block: block.in_columns)
    )
    return (
        f'<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="utf-8"><title>{escape(sample.title)}'
        f"</title><style>{style}</style></head><body>{body}</body></html>"
    )


def _body(sample: Sample, blocks: Iterable[Block], *, footnotes: bool) -> str:
    parts = []
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        inner = "".join(_block(sample, block, footnotes=footnotes) for block in group)
        tag = {Kind.ROW: "table", Kind.ITEM: "ul"}.get(kind)
        parts.append(f"<{tag}>{inner}</{tag}>" if tag else inner)
    return "".join(parts)


def _block(sample: Sample, block: Block, *, footnotes: bool) -> str:
    text = escape(block.text)
    if footnotes and (note := sample.note(block.note)):
        text += f'<span class="note">{escape(note)}</span>'
    match block.kind:
        case Kind.TITLE:
            return f"<h1>{text}</h1>"
        case Kind.HEADING:
            return f"<h2>{text}</h2>"
        case Kind.ITEM:
            return f"<li>{text}</li>"
        case Kind.ROW:
            return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in block.cells) + "</tr>"
        case Kind.NOTE:
            return f'<p class="note">{text}</p>'
        case _:
            return f"<p>{text}</p>"
