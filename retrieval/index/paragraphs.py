"""What the database keeps of each paragraph for the ranking: numbers of words, as one row of bytes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING

import numpy as np

from retrieval.index.packing import pack_each, unpack_joined
from retrieval.ranking.candidates import EndToEnd

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


class Rows:
    """Rows of the database, unpacked together: the words, sentences and title of each, by its place.

    Raises IndexError, ValueError where they aren't what was packed.
    """

    def __init__(self, packed: Sequence[bytes]) -> None:
        self._numbers, cuts = unpack_joined(packed)
        titles = cuts[:-1] + _HEAD
        sentences = titles + self._numbers[titles - 2]
        words = sentences + self._numbers[titles - 1]
        self._bounds = np.stack([cuts[:-1], titles, sentences, words, cuts[1:]])

    def __len__(self) -> int:
        return len(self._bounds.T)

    def __getitem__(self, place: int) -> Numbers:
        _, title, sentences, words, end = self._bounds[:, place].tolist()
        return self._numbers[words:end], self._numbers[sentences:words], self._numbers[title:sentences]

    def __iter__(self) -> Iterator[Numbers]:
        return map(self.__getitem__, range(len(self)))

    def end_to_end(self, keys: Sequence[int]) -> EndToEnd:
        """All that have words; keys: of all of them."""
        sizes = np.diff(self._bounds, axis=0)
        held = sizes[-1] > 0
        # Which part of a row each number belongs to; of one without words all counts as its head.
        part = np.repeat((np.arange(len(sizes))[:, None] * held).T.ravel(), sizes.T.ravel())
        titles, sentences, words = (self._numbers[part == number] for number in range(1, len(sizes)))
        _, title_lengths, counts, lengths = sizes[:, held]
        kept = list(compress(keys, held.tolist()))
        return EndToEnd(kept, words, lengths, sentences, counts, titles, title_lengths)
