"""A sample as a Word file, written from the format's description (ECMA-376)."""

from __future__ import annotations

import io
import zipfile
from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tests.reading.printing.sample import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tests.reading.printing.sample import Block, Sample

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PARTS = {"styles": "styles", "footnotes": "footnotes", "header1": "header", "footer1": "footer"}
_STYLES = {Kind.TITLE: "Heading1", Kind.HEADING: "Heading2"}
_SIZES = {Kind.TITLE: 36, Kind.HEADING: 28, Kind.NOTE: 16}
_PAGE = (
    '<w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>'
    '{kind}<w:pgSz w:w="8391" w:h="11906"/><w:pgMar w:top="1021" w:bottom="1021" w:left="851" w:right="851" '
    'w:header="500" w:footer="500" w:gutter="0"/><w:cols w:num="{columns}" w:space="454"/><w:bidi/>'
)


def as_docx(sample: Sample) -> bytes:
    """The file."""
    body = ""
    groups = [(key, list(group)) for key, group in groupby(sample.blocks, lambda block: block.in_columns)]
    for place, (in_columns, blocks) in enumerate(groups):
        body += _body([block for block in blocks if block.kind is not Kind.NOTE])
        kind = '<w:type w:val="continuous"/>' if place else ""
        section = f"<w:sectPr>{_PAGE.format(kind=kind, columns=2 if in_columns else 1)}</w:sectPr>"
        body += section if place == len(groups) - 1 else f"<w:p><w:pPr>{section}</w:pPr></w:p>"
    notes = "".join(
        f'<w:footnote w:id="{block.note}"><w:p><w:pPr><w:bidi/></w:pPr>'
        f"<w:r><w:footnoteRef/></w:r>{_run(f' {block.text}', 16)}</w:p></w:footnote>"
        for block in sample.blocks
        if block.kind is Kind.NOTE
    )
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return package(
        {
            "document": f"<w:document{_names()}><w:body>{body}</w:body></w:document>",
            "styles": f"<w:styles{_names()}>{_styles()}</w:styles>",
            "footnotes": f"<w:footnotes{_names()}>{separators}{notes}</w:footnotes>",
            "header1": f"<w:hdr{_names()}>{paragraph(_run(sample.header, 18))}</w:hdr>",
            "footer1": f"<w:ftr{_names()}>{paragraph(_PAGE_NUMBER)}</w:ftr>",
        },
        title=sample.title,
    )


def package(parts: Mapping[str, str], title: str = "") -> bytes:
    """A Word file of parts by their names, "document" among them."""
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}{_PARTS.get(name, "document.main")}+xml"/>'
        for name in parts
    )
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_R}/{_PARTS[name]}" Target="{name}.xml"/>'
        for name in parts
        if name in _PARTS
    )
    properties = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>سلمى الكاتب</dc:creator>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2021-05-17T09:00:00Z</dcterms:created></cp:coreProperties>'
    )
    packages = "http://schemas.openxmlformats.org/package/2006"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{packages}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{types}<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{packages}/relationships"><Relationship Id="a" '
        f'Type="{_R}/officeDocument" Target="word/document.xml"/><Relationship Id="b" '
        f'Type="{packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": properties,
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{packages}/relationships">{relations}'
        "</Relationships>",
        **{f"word/{name}.xml": part for name, part in parts.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{content}')
    return buffer.getvalue()


def document(body: str) -> bytes:
    """A Word file of nothing but a body, given as XML with the prefixes `w` and `r`."""
    return package({"document": f"<w:document{_names()}><w:body>{body}</w:body></w:document>"})


def paragraph(runs: str, style: str = "") -> str:
    """A paragraph from right to left."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{named}<w:bidi/><w:jc w:val="both"/></w:pPr>{runs}</w:p>'


def _names() -> str:
    return f' xmlns:w="{W}" xmlns:r="{_R}"'


def _run(text: str, size: int = 24) -> str:
    return (
        f'<w:r><w:rPr><w:rFonts w:ascii="Amiri" w:hAnsi="Amiri" w:cs="Amiri"/><w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/><w:rtl/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


_PAGE_NUMBER = '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _styles() -> str:
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level in (1, 2)
    )


def _body(blocks: Iterable[Block]) -> str:
    parts = []
    for is_row, group in groupby(blocks, key=lambda block: block.kind is Kind.ROW):
        rows = list(group)
        parts.append(_table(rows) if is_row else "".join(map(_paragraph, rows)))
    return "".join(parts)


def _paragraph(block: Block) -> str:
    size = 20 if block.in_columns else _SIZES.get(block.kind, 24)
    runs = _run(f"• {block.text}" if block.kind is Kind.ITEM else block.text, size)
    if block.note:
        runs += (
            '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            f'<w:footnoteReference w:id="{block.note}"/></w:r>'
        )
    return paragraph(runs, _STYLES.get(block.kind, ""))


def _table(rows: list[Block]) -> str:
    width = len(rows[0].cells)
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(_run(cell))}</w:tc>" for cell in row.cells) + "</w:tr>"
        for row in rows
    )
    columns = f'<w:gridCol w:w="{6600 // width}"/>' * width
    return f"<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{cells}</w:tbl>"
