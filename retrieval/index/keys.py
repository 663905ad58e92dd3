"""Keys of what belongs to a document, its paragraphs and the parts of its text: its number and their places.

One number tells both, so that rows need neither a column for the document nor an index on it, and what
belongs together lies together. No document's number is given out twice, and so no key is.

>>> first_of(3) + 5, document_of(first_of(3) + 5)
(50331653, 3)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Keys = TypeVar("Keys", int, NDArray[np.intp])

_BITS = 24
"""Of a place: sixteen million, more than a text of any size has."""


def first_of(document: int) -> int:
    """The key in place 0 of a document."""
    return document << _BITS


def document_of(keys: Keys) -> Keys:
    """The document to which a key belongs, or each of several."""
    return keys >> _BITS


def belongs(key: str, document: str) -> str:
    """The condition in SQL that a key belongs to a document, given as expressions.

    >>> belongs("key", ":number")
    'key >= :number << 24 and key < (:number + 1) << 24'
    """
    return f"{key} >= {document} << {_BITS} and {key} < ({document} + 1) << {_BITS}"


OWN = belongs("key", ":number")
"""The condition that it belongs to the document under a number that is bound to the statement."""
