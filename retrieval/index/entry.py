"""A paragraph of an index, as the ranking sees it; see `ranking.collection.Entry`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from retrieval.index.originals import Originals
    from retrieval.model import Paragraph, Source

    Ints = NDArray[np.intp]


class StoredEntry:
    """A paragraph of the index; its text and its source are read when they are asked for."""

    __slots__ = ("_key", "_originals", "sentences", "title", "words")

    def __init__(self, key: int, originals: Originals, words: Ints, sentences: Ints, title: Ints) -> None:
        self._key = key
        self._originals = originals
        self.words = words
        self.sentences = sentences
        self.title = title

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph itself."""
        return self._originals.paragraph(self._key)

    @property
    def source(self) -> Source:
        """Where its document comes from."""
        return self._originals.source(self._key)
