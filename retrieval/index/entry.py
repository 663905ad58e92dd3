"""A paragraph of an index, as the ranking sees it; see `ranking.collection.Entry`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.model import Paragraph

    Ints = NDArray[np.intp]


class StoredEntry:
    """A paragraph of the index; its text is read when it is asked for."""

    __slots__ = ("_key", "_read", "sentences", "title", "words")

    def __init__(
        self, key: int, read: Callable[[int], Paragraph], words: Ints, sentences: Ints, title: Ints
    ) -> None:
        self._key = key
        self._read = read
        self.words = words
        self.sentences = sentences
        self.title = title

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph itself."""
        return self._read(self._key)
