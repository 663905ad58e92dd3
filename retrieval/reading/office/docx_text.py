"""The body of a Word file -> its text, with all that a reader sees and nothing that was deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.reading.extracted import Dropped
from retrieval.reading.office.marked_text import MarkedText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_UNREAD = frozenset(
    "del moveFrom delText delInstrText instrText fldData pPr rPr tblPr tblGrid trPr tcPr sdtPr sectPr".split()
)
"""What was deleted, codes of fields, and how things look."""
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_BLOCKS = {"p", "tbl"}
_OFF = {"0", "false", "off"}
_CELL = " | "
_LONGEST_CELL = 200
"""Characters of a cell that is read with its row; a longer one is a text set in a table."""


class Body(MarkedText):
    """The text of a body and of the notes below it.

    headings: the styles of headings; what has one of them begins a chapter
    dropped: text that is there and hidden
    """

    def __init__(self, headings: frozenset[str]) -> None:
        super().__init__()
        self.dropped: list[Dropped] = []
        self._headings = headings
        self._in_list = False

    def read(self, root: etree._Element) -> None:
        """Take in the blocks of an element, in order."""
        for block in _blocks(root):
            if block.tag == "tbl":
                self._table(block)
                self._in_list = False
            else:
                self._paragraph(block)

    def read_notes(self, root: etree._Element) -> None:
        """Take in footnotes or endnotes, without the lines that part them from the text."""
        for note in root:
            if note.get("type") in {None, "normal"}:
                self.read(note)

    def _paragraph(self, paragraph: etree._Element) -> None:
        style = paragraph.find("pPr/pStyle")
        in_list = paragraph.find("pPr/numPr") is not None
        text, boxes = self._text(paragraph)
        if text and style is not None and style.get("val") in self._headings:
            self.mark("chapter", text)
        self.add(text, below=in_list and self._in_list)
        self._in_list = in_list
        for box in boxes:
            self.read(box)

    def _table(self, table: etree._Element) -> None:
        """A line for each row; where cells hold whole texts, these one after the other."""
        below = False
        for row in _inside(table, {"tr"}):
            cells = list(_inside(row, {"tc"}))
            texts = [self._cell(cell) for cell in cells]
            if any(text is None or len(text) > _LONGEST_CELL for text in texts):
                for cell in cells:
                    self.read(cell)
                below = False
            elif line := _CELL.join(filter(None, texts)):
                self.add(line, below=below)
                below = True

    def _cell(self, cell: etree._Element) -> str | None:
        """The text of a cell, None where it holds several blocks."""
        blocks = list(_blocks(cell))
        if any(block.tag == "tbl" for block in blocks):
            return None
        found = [self._text(block) for block in blocks]
        texts = [text for text, _ in found if text]
        if len(texts) > 1 or any(boxes for _, boxes in found):
            return None
        return " ".join("".join(texts).split())

    def _text(self, paragraph: etree._Element) -> tuple[str, list[etree._Element]]:
        """The text of a paragraph, and the boxes of text that hang on it."""
        pieces: list[str] = []
        boxes: list[etree._Element] = []
        for element in _seen(paragraph):
            if element.tag == "txbxContent":
                boxes.append(element)
            elif element.tag == "t" and _is_hidden(element):
                self.dropped.append(Dropped(element.text or "", "hidden text"))
            elif element.tag == "t":
                pieces.append(element.text or "")
            else:
                pieces.append(_SIGNS.get(element.tag, ""))
        return "".join(pieces).strip(), boxes


def _blocks(root: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables of an element, but not those in them."""
    return _inside(root, _BLOCKS)


def _inside(root: etree._Element, tags: set[str]) -> Iterator[etree._Element]:
    """The nearest elements of some kinds, through content controls, insertions and the like."""
    for child in root:
        if child.tag in tags:
            yield child
        elif child.tag not in _UNREAD:
            yield from _inside(_alternative(child), tags)


def _seen(root: etree._Element) -> Iterator[etree._Element]:
    """What a reader sees of a paragraph, in order; boxes of text as a whole."""
    for child in root:
        if child.tag in _UNREAD:
            continue
        yield child
        if child.tag != "txbxContent":
            yield from _seen(_alternative(child))


def _alternative(element: etree._Element) -> etree._Element:
    """One of the ways in which the same thing is given, for programs of different age; else the element."""
    if element.tag != "AlternateContent":
        return element
    choices = [choice for choice in element if next(choice.iter("txbxContent", "t"), None) is not None]
    return choices[0] if choices else element


def _is_hidden(text: etree._Element) -> bool:
    run = text.getparent()
    vanish = run.find("rPr/vanish") if run is not None else None
    return vanish is not None and vanish.get("val") not in _OFF
