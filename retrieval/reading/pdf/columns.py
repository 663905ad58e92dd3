"""The rows of a page -> its lines in the order in which they are read, column after column."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.reading.pdf.rows import Word

    Row = Sequence[Word]

_GUTTER = 1.0
"""Width of the white between two columns at least, in sizes of the letters."""
_SIDE = 1.6
"""Width of a column at least, in sizes of the letters: bullets and numbers of items are none."""
_WIDE = 0.6
"""How much of the width a line takes at least that is in no column."""
_ROWS = 3
"""Rows on each side of a gutter at least."""
_TURNS = 2
"""How often a program that prints columns one after the other goes from one to another, with some room."""


class Line(NamedTuple):
    """Words that follow each other, given from left to right, and the edges of the column that they stand in.

    cell: its column, counted as they are read, where lines stand beside each other as in a table or a verse
    """

    words: tuple[Word, ...]
    left: float
    right: float
    cell: int | None = None


def lines(rows: Sequence[Row], *, rightmost_first: bool = True) -> list[Line]:
    """The lines of a page, or of a column of it."""
    stretches = list(_stretches(rows))
    alone = [row for stretch, gutter in stretches if gutter is None for row in stretch]
    left = min((row[0].left for row in alone), default=0.0)
    right = max((row[-1].right for row in alone), default=0.0)
    found: list[Line] = []
    for stretch, gutter in stretches:
        if gutter is None:
            found += (Line(tuple(row), left, right) for row in stretch)
            continue
        sides = [_side(stretch, gutter, right=right) for right in (rightmost_first, not rightmost_first)]
        if _turns(*sides) <= _TURNS:
            found += (line for side in sides for line in lines(side, rightmost_first=rightmost_first))
        else:
            found += _cells(stretch, rightmost_first=rightmost_first)
    return found


def _stretches(rows: Sequence[Row]) -> Iterator[tuple[Sequence[Row], float | None]]:
    """Rows that stand beside each other at a gutter, with the gutter's middle, and those between them."""
    at = start = 0
    while at < len(rows):
        end, gutter = _side_by_side(rows, at)
        if gutter is None:
            at += 1
            continue
        if start < at:
            yield rows[start:at], None
        yield rows[at:end], gutter
        at = start = end
    if start < at:
        yield rows[start:at], None


def _side_by_side(rows: Sequence[Row], first: int) -> tuple[int, float | None]:
    """Where the rows end through which a gutter goes from the first on, and its middle; None without one."""
    width = max(row[-1].right for row in rows) - min(row[0].left for row in rows)
    end, blocks = first, list[tuple[float, float]]()
    for row in rows[first:]:
        within = _merged([*blocks, *((word.left, word.right) for word in row)], _GUTTER * row[0].size)
        if len(within) == 1 and within[0][1] - within[0][0] > _WIDE * width:
            break
        end, blocks = end + 1, within
    gaps = [(right[0] - left[1], (right[0] + left[1]) / 2) for left, right in pairwise(blocks)]
    if not gaps:
        return end, None
    gutter = max(gaps)[1]
    sides = [_side(rows[first:end], gutter, right=right) for right in (True, False)]
    if not all(map(_is_column, sides)):
        return end, None
    if _turns(*sides) > _TURNS:  # a table begins and ends with rows on both sides
        while not _is_parted(rows[end - 1], gutter):
            end -= 1
    return end, gutter if _turns(*sides) <= _TURNS or _is_parted(rows[first], gutter) else None


def _is_parted(row: Row, gutter: float) -> bool:
    """Whether a row stands on both sides of a gutter."""
    return row[0].left < gutter < row[-1].right


def _is_column(side: Sequence[Row]) -> bool:
    if len(side) < _ROWS:
        return False
    return max(row[-1].right for row in side) - min(row[0].left for row in side) > _SIDE * side[0][0].size


def _merged(blocks: list[tuple[float, float]], gap: float) -> list[tuple[float, float]]:
    """Blocks of ink, with those joined between which there is less than a gap."""
    found: list[tuple[float, float]] = []
    for left, right in sorted(blocks):
        if found and left - found[-1][1] < gap:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        else:
            found.append((left, right))
    return found


def _side(rows: Sequence[Row], gutter: float, *, right: bool) -> list[Row]:
    """What stands on one side of a gutter."""
    halves = ([word for word in row if (word.left > gutter) is right] for row in rows)
    return [half for half in halves if half]


def _turns(*sides: Sequence[Row]) -> int:
    """How often the program that printed them went from one side to the other."""
    places = sorted((word.place, number) for number, side in enumerate(sides) for row in side for word in row)
    return len(list(groupby(number for _, number in places))) - 1


def _cells(rows: Sequence[Row], *, rightmost_first: bool) -> list[Line]:
    """What stands beside each other, row by row of the table; a cell of several lines as a whole."""
    blocks = list[tuple[float, float]]()
    for row in rows:
        blocks = _merged([*blocks, *((word.left, word.right) for word in row)], _GUTTER * row[0].size)
    cells = [
        Line(words, left, right, column)
        for row in rows
        for column, (left, right) in enumerate(blocks[::-1] if rightmost_first else blocks)
        if (words := tuple(word for word in row if left <= word.left <= right))
    ]
    cells.sort(key=lambda cell: min(word.place for word in cell.words))
    return [cell for row in _table_rows(cells) for cell in sorted(row, key=lambda cell: cell.cell or 0)]


def _table_rows(cells: Sequence[Line]) -> Iterator[list[Line]]:
    """The rows of a table: one ends where a column comes again that was left meanwhile."""
    row: list[Line] = []
    for cell in cells:
        if row and cell.cell != row[-1].cell and any(cell.cell == other.cell for other in row):
            yield row
            row = []
        row.append(cell)
    yield row
