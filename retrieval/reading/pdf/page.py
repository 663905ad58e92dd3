"""The pages of a PDF as lines of text in reading order, with what tells where paragraphs end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import bidirectional

from retrieval.reading.pdf.columns import lines
from retrieval.reading.pdf.rows import rows
from retrieval.reading.pdf.visual_order import logical, logical_in_latin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from retrieval.reading.pdf.columns import Line
    from retrieval.reading.pdf.glyphs import Glyph

_ARABIC = "[\u0620-\u064a\u066e-\u06d3]"
_MEANT = re.compile(f"[(\\[{{«‹](?={_ARABIC})|(?<={_ARABIC})[)\\]}}»›]")
_TURNED = re.compile(f"[)\\]}}»›](?={_ARABIC})|(?<={_ARABIC})[(\\[{{«‹]")
_SENTENCE_ENDS = (".", "؟", "!", ":", "…", "؛")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it was printed.

    name: its number, or the label that viewers show
    height: points
    """

    name: str
    height: float
    glyphs: Sequence[Glyph]


class TextLine(NamedTuple):
    """A line of text. All lengths are in points.

    y: its baseline, from the page's foot
    left, right: the edges of its column
    indent, room: what stays empty of the column before its first word and behind its last
    first_word: how wide that is
    cell: its column in a table, counted as they are read; None outside of tables
    """

    text: str
    y: float
    size: float
    left: float
    right: float
    indent: float
    room: float
    first_word: float
    cell: int | None

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence ends with it."""
        return self.text.rstrip("\"'»)”’").endswith(_SENTENCE_ENDS)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in reading order."""

    name: str
    height: float
    lines: Sequence[TextLine]


def pages(sheets: Sequence[Sheet]) -> list[Page]:
    """The pages of a document."""
    arabic = _is_arabic(glyph for sheet in sheets for glyph in sheet.glyphs)
    laid_out = [lines(rows(sheet.glyphs), rightmost_first=arabic) for sheet in sheets]
    read = [list(_read(found, arabic=arabic, mirrored=False)) for found in laid_out]
    if _looks_mirrored(line.text for page in read for line in page):
        read = [list(_read(found, arabic=arabic, mirrored=True)) for found in laid_out]
    return [Page(sheet.name, sheet.height, found) for sheet, found in zip(sheets, read, strict=True)]


def _is_arabic(glyphs: Iterable[Glyph]) -> bool:
    """Whether most letters are of a script written from right to left."""
    classes = [bidirectional(glyph.text[0]) for glyph in glyphs if glyph.text]
    return sum(each in {"R", "AL"} for each in classes) >= classes.count("L")


def _looks_mirrored(texts: Iterable[str]) -> bool:
    """Whether brackets were told by their looks: most then open where they should close."""
    balance = sum(len(_TURNED.findall(text)) - len(_MEANT.findall(text)) for text in texts)
    return balance > 0


def _read(found: Sequence[Line], *, arabic: bool, mirrored: bool) -> Iterator[TextLine]:
    goes_on = False
    for line in found:
        units = [
            unit
            for word in line.words
            for unit in (" ", *(glyph.text for glyph in word.glyphs if glyph.text))
        ][1:]
        text = logical(units, mirrored=mirrored, after_arabic=goes_on) if arabic else logical_in_latin(units)
        read = _text_line(line, " ".join(text.split()), arabic=arabic)
        goes_on = not read.ends_sentence
        yield read


def _text_line(line: Line, text: str, *, arabic: bool) -> TextLine:
    before, behind = line.words[0].left - line.left, line.right - line.words[-1].right
    first = line.words[-1] if arabic else line.words[0]
    return TextLine(
        text=text,
        y=line.words[0].y,
        size=_size(line),
        left=line.left,
        right=line.right,
        indent=behind if arabic else before,
        room=before if arabic else behind,
        first_word=first.right - first.left,
        cell=line.cell,
    )


def _size(line: Line) -> float:
    """The size of most of a line's letters."""
    sizes = [word.size for word in line.words for _ in word.glyphs]
    return max(set(sizes), key=sizes.count)
