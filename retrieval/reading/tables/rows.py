"""A row of a table as a text of its own: a record with named columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.reading.extracted import Extracted
from retrieval.reading.metadata.fields import field, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

VALID = "columns are named title, text, date, url, author, publisher (or العنوان، النص، التاريخ، …)"
"""What a table's columns may be called, for the messages of errors."""


def has_text(names: Iterable[object]) -> bool:
    """Whether one of the columns holds the text."""
    return any(field(name) == "text" for name in names)


def row(values: Mapping[str, object]) -> Extracted:
    """The text of a row, and what its other columns tell of it.

    >>> found = row({"title": "خبر", "text": "وصل الوفد.", "date": "2021-02-03"})
    >>> found.text, found.said.title, str(found.said.date)
    ('وصل الوفد.', 'خبر', '2021-02-03')
    """
    texts = [str(value) for name, value in values.items() if field(name) == "text" and value is not None]
    return Extracted("\n\n".join(texts).replace("\r\n", "\n").replace("\r", "\n"), said=said(values))
