"""Candidates of one search laid end to end, so that all are scored at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from retrieval.ranking.occurrences import Occurrences, find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from retrieval.ranking.collection import Collection
    from retrieval.ranking.vocabulary import Vocabulary

    Ints = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts as word numbers, one after another.

    words: the distinct words of all of them; local: each place's word, by its index among them
    unit: each place's text; count: how many texts
    """

    words: Ints
    local: Ints
    unit: Ints
    count: int

    @classmethod
    def joined(cls, texts: Sequence[Ints], vocabulary_size: int) -> Texts:
        """Several texts as one."""
        flat = np.concatenate([*texts, np.empty(0, dtype=np.intp)])
        # Marking and counting in an array as long as the vocabulary beats sorting the words.
        held = np.zeros(vocabulary_size, dtype=np.bool_)
        held[flat] = True
        words = np.flatnonzero(held)
        index = np.empty(vocabulary_size, dtype=np.intp)
        index[words] = np.arange(len(words))
        unit = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
        return cls(words, index[flat], unit, len(texts))

    def find(self, vocabulary: Vocabulary, field: str, terms: Ints) -> Occurrences:
        """Where `terms` of a field occur."""
        return find(self.local, self.words, vocabulary.table(field), terms, vocabulary.term_count(field))

    def lengths(self, vocabulary: Vocabulary, field: str, unit: Ints, count: int) -> NDArray[np.float64]:
        """How many terms of a field each of `count` units has; `unit` as in `Occurrences.frequencies`."""
        terms = vocabulary.table(field).lengths(self.words)
        return np.bincount(unit, weights=terms[self.local], minlength=count).astype(np.float64, copy=False)


@dataclass(frozen=True, slots=True)
class Candidates:
    """The paragraphs under `keys`, with their titles.

    places: each word's place in its paragraph, from 0
    sentence: each word's sentence, counted through all paragraphs; first_sentence: of each paragraph
    """

    keys: Sequence[int]
    body: Texts
    titles: Texts
    places: Ints
    sentence: Ints
    first_sentence: Ints
    sentence_count: int

    @classmethod
    def of(cls, collection: Collection, keys: Sequence[int]) -> Candidates:
        """The paragraphs of a collection under `keys`; those without a word are left out."""
        entries = {key: entry for key in keys if len((entry := collection[key]).words)}
        size = len(collection.vocabulary)
        body = Texts.joined([entry.words for entry in entries.values()], size)
        lengths = np.bincount(body.unit, minlength=body.count)
        first_place = np.cumsum(lengths) - lengths
        sentence_counts = np.array([entry.sentences[-1] + 1 for entry in entries.values()], dtype=np.intp)
        first_sentence = np.cumsum(sentence_counts) - sentence_counts
        own = np.concatenate([*(entry.sentences for entry in entries.values()), np.empty(0, dtype=np.intp)])
        return cls(
            keys=list(entries),
            body=body,
            titles=Texts.joined([entry.title for entry in entries.values()], size),
            places=np.arange(len(body.local)) - first_place[body.unit],
            sentence=own + first_sentence[body.unit],
            first_sentence=first_sentence,
            sentence_count=int(sentence_counts.sum()),
        )
