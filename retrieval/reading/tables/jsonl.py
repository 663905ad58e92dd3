"""JSON Lines: an object a line, each a document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from retrieval.errors import FileDamaged
from retrieval.reading.tables.rows import VALID, has_text, row
from retrieval.reading.text.encodings import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.reading.extracted import Extracted


def rows(data: bytes, name: str) -> Iterator[tuple[int, Extracted]]:
    """Each object with the number of its line.

    name: the file, as an error names it
    A line that is no object gives an empty text, so that the others are read; where no line is one,
    FileDamaged is raised. Raises FileUndecodable.
    """
    lines = [(number, line) for number, line in enumerate(decode(data, name).split("\n"), 1) if line.strip()]
    values = [(number, _object(line)) for number, line in lines]
    if not any(has_text(value) for _, value in values):
        raise FileDamaged(name, f"no line of it is a JSON object with a text; {VALID}")
    for number, value in values:
        yield number, row(value)


def _object(line: str) -> dict[str, object]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
