"""A Word file: all that a reader sees in its text, its headings as chapters, what it says of itself."""

from __future__ import annotations

from posixpath import join, normpath
from typing import TYPE_CHECKING

from retrieval.errors import FileDamaged
from retrieval.reading.extracted import Dropped, Extracted, Said
from retrieval.reading.metadata.properties import told
from retrieval.reading.office.archive import Archive
from retrieval.reading.office.docx_text import Body
from retrieval.reading.office.xml_tree import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_USUAL = "word/document.xml"
_OLE = b"\xd0\xcf\x11\xe0"


def extract(data: bytes, name: str) -> Extracted:
    """The text of a Word file.

    name: the file, as an error names it
    Footnotes follow the text; headers and footers are left out. Raises FileError.
    """
    if data.startswith(_OLE):
        raise FileDamaged(name, "it is an old Word file or a locked one; save it as .docx without a password")
    archive = Archive(data, name)
    related = _related(archive, name, "", "_rels/.rels")
    main = next((part for kind, part in related if kind == "officeDocument"), _USUAL)
    document = archive.read(main)
    if document is None:
        raise FileDamaged(name, "it is no Word file; give it the suffix of what it is")
    folder, _, file = main.rpartition("/")
    parts = list(_related(archive, name, folder, join(folder, "_rels", f"{file}.rels")))
    body = Body(_headings(archive, name, parts))
    body.read(parsed(document, name))
    for kind in ("footnotes", "endnotes"):
        for part in _parts(archive, name, parts, kind):
            body.read_notes(part)
    edges = [part for kind in ("header", "footer") for part in _parts(archive, name, parts, kind)]
    dropped = (Dropped(text, "a header or footer") for part in edges if (text := _all_text(part)))
    said = _said(archive, name)
    return Extracted(body.text, said=said, marks=tuple(body.marks), dropped=(*body.dropped, *dropped))


def _related(archive: Archive, name: str, folder: str, relations: str) -> Iterator[tuple[str, str]]:
    """The kind and the place of each part that another refers to within the archive."""
    data = archive.read(relations)
    for relation in parsed(data, name) if data else ():
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External":
            kind = relation.get("Type", "").rpartition("/")[2]
            yield kind, normpath(join("/", folder, target)).lstrip("/")


def _parts(
    archive: Archive, name: str, parts: list[tuple[str, str]], wanted: str
) -> Iterator[etree._Element]:
    for kind, part in parts:
        if kind == wanted and (data := archive.read(part)):
            yield parsed(data, name)


def _headings(archive: Archive, name: str, parts: list[tuple[str, str]]) -> frozenset[str]:
    """The styles of headings."""
    found = set()
    for styles in _parts(archive, name, parts, "styles"):
        for style in styles.iter("style"):
            called = style.find("name")
            level = style.find("pPr/outlineLvl")
            is_heading = called is not None and called.get("val", "").lower().startswith("heading")
            if is_heading or (level is not None and level.get("val") in set("012345678")):
                found.add(style.get("styleId", ""))
    return frozenset(found)


def _all_text(part: etree._Element) -> str:
    return " ".join("".join(part.itertext("t")).split())


def _said(archive: Archive, name: str) -> Said:
    """What the properties tell. When the file was made is not when its text was published."""
    data = archive.read("docProps/core.xml")
    if not data:
        return Said()
    core = parsed(data, name)
    return Said(title=told(core.findtext("title")), author=told(core.findtext("creator")))
