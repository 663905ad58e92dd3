"""Tables in CSV or TSV with a line of names above: each row a document."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from retrieval.errors import FileDamaged
from retrieval.reading.tables.rows import VALID, has_text, row
from retrieval.reading.text.encodings import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.reading.extracted import Extracted

_DELIMITERS = ",;\t|"
_LONGEST = 1 << 24
"""Characters of a cell at most: a book; Python's own limit is an essay's."""


def rows(data: bytes, name: str) -> Iterator[tuple[int, Extracted]]:
    """Each row that holds anything, with its number as a spreadsheet shows it: the names stand in row 1.

    name: the file, as an error names it
    Raises FileUndecodable, FileDamaged.
    """
    text = decode(data, name)
    csv.field_size_limit(_LONGEST)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        names = next(table, [])
        if not has_text(names):
            raise FileDamaged(name, f"no column of it is called text; {VALID}")
        for number, cells in enumerate(table, start=2):
            if any(cell.strip() for cell in cells):
                yield number, row(dict(zip(names, cells, strict=False)))
    except csv.Error as error:
        raise FileDamaged(name, f"it is no table from line {table.line_num} on ({error})") from error


def _delimiter(text: str) -> str:
    """What stands between the names: of the possible marks the most frequent in the first line."""
    first = text.partition("\n")[0]
    return max(_DELIMITERS, key=first.count)
