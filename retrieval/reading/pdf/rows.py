"""The glyphs of a page -> words, in rows from top to bottom, each from left to right."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.reading.pdf.glyphs import Glyph

    _Placed = tuple[int, Glyph]
    """How many glyphs of the page were printed before, and the glyph."""

_SAME_ROW = 0.45
"""How far two baselines of one row lie apart at most, in sizes of the letters."""
_RAISED = 0.15
"""How far the number of a footnote is raised at least, in sizes of the letters."""
_SMALL = 0.8
"""Size of the number of a footnote at most, in sizes of the letters."""
_GAP, _GAP_BESIDE_SPACES = 0.25, 0.6
"""Distance of two words without a space between them at least, in sizes of the letters: on a page that has no
spaces, and on one that has them."""
_SPACES = 1 / 30
"""Share of spaces among the glyphs of a page that has them; one in six is usual."""
_REPRINTED = 0.1
"""Distance below which the same letter was printed twice, to look bold, in sizes of the letters."""
_FAR = 2.0
"""Distance from which a vowel mark does not belong to a letter, in sizes of the letters."""


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
    spaces = sum(glyph.text.isspace() for glyph in glyphs)
    gap = _GAP_BESIDE_SPACES if spaces > _SPACES * len(glyphs) else _GAP
    placed = sorted(enumerate(_with_marks(glyphs)), key=lambda each: -each[1].y)
    found: list[list[_Placed]] = []
    for place, glyph in placed:
        above = found[-1][0][1] if found else None
        if above and above.y - glyph.y <= _SAME_ROW * max(above.size, glyph.size):
            found[-1].append((place, glyph))
        else:
            found.append([(place, glyph)])
    return [words for row in found if (words := list(_words(_without_calls(row), gap)))]


def _with_marks(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs with vowel marks put on their letters, in the order in which they were printed."""
    found: list[Glyph] = []
    waiting: list[Glyph] = []
    for place, glyph in enumerate(glyphs):
        if not glyph.text:
            found.append(glyph)
        elif not _is_mark(glyph):
            found.append(_marked(glyph, waiting[::-1]))
            waiting = []
        elif _precedes(glyphs, place):
            waiting.append(glyph)
        elif found:
            found[-1] = _marked(found[-1], [glyph])
    return found


def _is_mark(glyph: Glyph) -> bool:
    return bool(glyph.text) and all(map(unicodedata.combining, glyph.text))


def _is_letter(glyph: Glyph) -> bool:
    return bool(glyph.text) and not _is_mark(glyph)


def _precedes(glyphs: Sequence[Glyph], place: int) -> bool:
    """Whether a mark belongs to the letter printed after it, as in Arabic printed from left to right."""
    following = next((glyph for glyph in glyphs[place + 1 : place + 4] if _is_letter(glyph)), None)
    mark = glyphs[place]
    if following is None or unicodedata.bidirectional(following.text[0]) not in {"AL", "R"}:
        return False
    apart = max(abs(following.left - mark.left) / _FAR, abs(following.y - mark.y))
    printed = glyphs[max(place - 3, 0) : place]
    before = next((glyph for glyph in reversed(printed) if _is_letter(glyph)), following)
    return apart < following.size and (before.left <= following.left or before.y - following.y > before.size)


def _marked(letter: Glyph, marks: Sequence[Glyph]) -> Glyph:
    if not marks:
        return letter
    text = letter.text + "".join(mark.text for mark in marks)
    return letter._replace(text=unicodedata.normalize("NFC", text))


def _without_calls(row: Sequence[_Placed]) -> list[_Placed]:
    """A row without the small raised numbers that point to footnotes."""
    size = max(glyph.size for _, glyph in row)
    base = min(glyph.y for _, glyph in row if glyph.size == size)
    return [
        (place, glyph)
        for place, glyph in row
        if not (glyph.text.isdecimal() and glyph.size < _SMALL * size and glyph.y > base + _RAISED * size)
    ]


def _words(row: Sequence[_Placed], gap: float) -> Iterator[Word]:
    word: list[_Placed] = []
    for place, glyph in sorted(row, key=lambda each: (each[1].left, each[0])):
        last = word[-1][1] if word else glyph
        if glyph.text == last.text and word and glyph.left - last.left < _REPRINTED * glyph.size:
            continue
        if glyph.text.isspace() or glyph.left - last.right > gap * glyph.size:
            yield from _word(word)
            word = []
        if not glyph.text.isspace():
            word.append((place, glyph))
    yield from _word(word)


def _word(placed: Sequence[_Placed]) -> Iterator[Word]:
    """The word that glyphs make, if any has letters."""
    glyphs = tuple(glyph for _, glyph in placed)
    if not any(glyph.text for glyph in glyphs):
        return
    right = max(glyph.right for glyph in glyphs)
    largest = max(glyphs, key=lambda glyph: glyph.size)
    yield Word(glyphs, glyphs[0].left, right, largest.y, largest.size, min(place for place, _ in placed))
