"""The glyphs of a page -> words, in rows from top to bottom, each from left to right."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.reading.pdf_glyphs import Glyph

    _Placed = tuple[int, Glyph]
    """How many glyphs of the page were printed before, and the glyph."""

_SAME_ROW = 0.35
"""How far two baselines of one row lie apart at most, in sizes of the letters."""
_RAISED = 0.15
"""How far the number of a footnote is raised at least, in sizes of the letters."""
_SMALL = 0.8
"""Size of the number of a footnote at most, in sizes of the letters."""
_GAP = 0.25
"""Distance of two words at least, in sizes of the letters, where no space is printed between them."""
_REPRINTED = 0.1
"""Distance below which the same letter was printed twice, to look bold, in sizes of the letters."""
_FAR = 2.0
"""Distance from which a vowel mark does not belong to a letter, in sizes of the letters."""
_VOWEL_BEFORE_SHADDA = re.compile("([\u064b-\u0650\u0652])\u0651")


class Word(NamedTuple):
    """Glyphs without a space between them, from left to right.

    place: how many glyphs of the page were printed before
    """

    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    y: float
    size: float
    place: int


def rows(glyphs: Sequence[Glyph]) -> list[list[Word]]:
    """The words of a page, row by row. Numbers that point to footnotes are left out."""
    placed = sorted(enumerate(_with_marks(glyphs)), key=lambda each: -each[1].y)
    found: list[list[_Placed]] = []
    for place, glyph in placed:
        above = found[-1][0][1] if found else None
        if above and above.y - glyph.y <= _SAME_ROW * max(above.size, glyph.size):
            found[-1].append((place, glyph))
        else:
            found.append([(place, glyph)])
    return [words for row in found if (words := list(_words(_without_calls(row))))]


def _with_marks(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs with vowel marks put on their letters, in the order in which they were printed."""
    found: list[Glyph] = []
    waiting: list[Glyph] = []
    for place, glyph in enumerate(glyphs):
        if not all(map(unicodedata.combining, glyph.text)):
            found.append(_marked(glyph, waiting[::-1]))
            waiting = []
        elif _precedes(glyphs, place):
            waiting.append(glyph)
        elif found:
            found[-1] = _marked(found[-1], [glyph])
    return found


def _precedes(glyphs: Sequence[Glyph], place: int) -> bool:
    """Whether a mark belongs to the letter printed after it, as in Arabic printed from left to right."""
    letters = (glyph for glyph in glyphs[place + 1 : place + 4] if not unicodedata.combining(glyph.text[0]))
    following = next(letters, None)
    mark = glyphs[place]
    if following is None or unicodedata.bidirectional(following.text[0]) not in {"AL", "R"}:
        return False
    near = (
        abs(following.left - mark.left) < _FAR * following.size and abs(following.y - mark.y) < following.size
    )
    before = glyphs[place - 1] if place else None
    return near and (before is None or before.left <= following.left or before.y - following.y > before.size)


def _marked(letter: Glyph, marks: Sequence[Glyph]) -> Glyph:
    if not marks:
        return letter
    text = unicodedata.normalize("NFC", letter.text + "".join(mark.text for mark in marks))
    return letter._replace(text=_VOWEL_BEFORE_SHADDA.sub("\u0651\\1", text))


def _without_calls(row: Sequence[_Placed]) -> list[_Placed]:
    """A row without the small raised numbers that point to footnotes."""
    size = max(glyph.size for _, glyph in row)
    base = min(glyph.y for _, glyph in row if glyph.size == size)
    return [
        (place, glyph)
        for place, glyph in row
        if not (glyph.text.isdecimal() and glyph.size < _SMALL * size and glyph.y > base + _RAISED * size)
    ]


def _words(row: Sequence[_Placed]) -> Iterator[Word]:
    word: list[_Placed] = []
    for place, glyph in sorted(row, key=lambda each: (each[1].left, each[0])):
        last = word[-1][1] if word else glyph
        if glyph.text == last.text and word and glyph.left - last.left < _REPRINTED * glyph.size:
            continue
        if word and (glyph.text.isspace() or glyph.left - last.right > _GAP * glyph.size):
            yield _word(word)
            word = []
        if not glyph.text.isspace():
            word.append((place, glyph))
    if word:
        yield _word(word)


def _word(placed: Sequence[_Placed]) -> Word:
    glyphs = tuple(glyph for _, glyph in placed)
    right = max(glyph.right for glyph in glyphs)
    largest = max(glyphs, key=lambda glyph: glyph.size)
    return Word(glyphs, glyphs[0].left, right, largest.y, largest.size, min(place for place, _ in placed))
