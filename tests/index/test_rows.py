from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.index.paragraphs import Numbered, Rows
from retrieval.ranking.candidates import EndToEnd

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from retrieval.ranking.collection import Entry

    Ints = NDArray[np.intp]

SENTENCES = st.lists(st.lists(st.integers(0, 2**20), min_size=1, max_size=4), max_size=3)
DOCUMENTS = st.tuples(st.lists(st.integers(0, 300), max_size=3), st.lists(SENTENCES, min_size=1, max_size=4))


@dataclass(frozen=True)
class Laid:
    """A paragraph before it is packed: the words of its document's title, and of each of its sentences."""

    said: list[int]
    parts: list[list[int]]

    @property
    def words(self) -> Ints:
        return np.array([word for part in self.parts for word in part], dtype=np.intp)

    @property
    def sentences(self) -> Ints:
        return np.array(list(map(len, self.parts)), dtype=np.intp)

    @property
    def title(self) -> Ints:
        return np.array(self.said, dtype=np.intp)


def _packed(paragraphs: list[Laid]) -> list[bytes]:
    sentences = [each.sentences.tolist() for each in paragraphs]
    return Numbered(paragraphs[0].title, [each.words for each in paragraphs], sentences).packed()


@given(st.lists(DOCUMENTS, max_size=4))
def test_paragraphs_come_back_one_by_one_and_end_to_end_less_those_without_words(
    documents: list[tuple[list[int], list[list[list[int]]]]],
) -> None:
    held = [[Laid(title, parts) for parts in paragraphs] for title, paragraphs in documents]
    rows = Rows([row for some in held for row in _packed(some)])
    every = [each for some in held for each in some]
    assert [[part.tolist() for part in row] for row in rows] == [
        [each.words.tolist(), each.sentences.tolist(), each.title.tolist()] for each in every
    ]
    keys = range(7, 7 + len(every))
    wanted = EndToEnd.of(cast("Mapping[int, Entry]", dict(zip(keys, every, strict=True))))
    laid = rows.end_to_end(keys)
    assert [list(part) for part in laid] == [list(part) for part in wanted]
