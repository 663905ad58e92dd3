"""What the database keeps of each paragraph for the ranking: numbers of words, as one row of bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from retrieval.index.packing import pack_each, unpack_each

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.intp]
    Numbers = tuple[Ints, Ints, Ints]
    """The words of a paragraph, the words of each of its sentences, counted, and those of its title."""

_HEAD = 2
"""Numbers before the others: how many words the title has, and how many sentences there are."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A document's title and paragraphs, as numbers of words.

    sentences: of each paragraph how many words each sentence has
    """

    title: Ints
    texts: Sequence[Ints]
    sentences: Sequence[Sequence[int]]

    def packed(self) -> list[bytes]:
        """A row for each paragraph."""
        title = self.title.tolist()
        heads = [
            np.array([len(title), len(sentences), *title, *sentences], dtype=np.intp)
            for sentences in self.sentences
        ]
        parts = pack_each([part for pair in zip(heads, self.texts, strict=True) for part in pair])
        return [head + words for head, words in zip(parts[::2], parts[1::2], strict=True)]


def unpacked(rows: Sequence[bytes]) -> list[Numbers]:
    """(words, sentences, title) of each row."""
    found = []
    for numbers in unpack_each(rows):
        sentences = _HEAD + int(numbers[0])
        words = sentences + int(numbers[1])
        found.append((numbers[words:], numbers[sentences:words], numbers[_HEAD:sentences]))
    return found
