"""Candidates of one search laid end to end, so that all are scored at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from retrieval.ranking.occurrences import Occurrences, Units, find
from retrieval.ranking.scoring import NEAR
from retrieval.ranking.vocabulary import inverted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from retrieval.ranking.collection import Collection, Entry, Terms
    from retrieval.ranking.vocabulary import TermTable

    Ints = NDArray[np.intp]
    Stored = NDArray[np.integer[Any]]
    Floats = NDArray[np.float64]


class EndToEnd(NamedTuple):
    """Paragraphs laid end to end.

    keys: theirs; words: the numbers of their words; lengths: how many words each has, none of them 0
    sentences: how many words each sentence has; counts: how many sentences each paragraph has
    titles: the numbers of the words of their documents' titles; title_lengths: how many each has
    """

    keys: Sequence[int]
    words: Ints
    lengths: Ints
    sentences: Ints
    counts: Ints
    titles: Ints
    title_lengths: Ints

    @classmethod
    def of(cls, entries: Mapping[int, Entry]) -> EndToEnd:
        """Those of some paragraphs, by key, that have words."""
        held = {key: entry for key, entry in entries.items() if len(entry.words)}
        return cls(
            list(held),
            *_joined([entry.words for entry in held.values()]),
            *_joined([entry.sentences for entry in held.values()]),
            *_joined([entry.title for entry in held.values()]),
        )


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts as word numbers, one after another.

    words: the distinct words of all of them; local: each place's word, by its index among them
    units: the texts
    terms: field -> the terms of the distinct words and their owners, as far as they have been asked for
    counts: field -> how many terms each place's word has, likewise
    """

    vocabulary: Terms
    words: Ints
    local: Ints
    units: Units
    terms: dict[str, tuple[Ints, Ints]] = field(default_factory=dict)
    counts: dict[str, Ints] = field(default_factory=dict)

    @classmethod
    def of(cls, flat: Ints, lengths: Ints, vocabulary: Terms) -> Texts:
        """Several texts of such lengths, one after another."""
        # Of equal words the last to write its place is the one that counts. The array is as long as the
        # vocabulary, but only the pages that are written to cost anything: no sorting, no clearing.
        index = np.empty(len(vocabulary), dtype=np.intp)
        places = np.arange(len(flat))
        index[flat] = places
        words = flat[index[flat] == places]
        index[words] = np.arange(len(words))
        return cls(vocabulary, words, index[flat], Units.of_lengths(lengths))

    def find(self, name: str, terms: Ints) -> Occurrences:
        """Where `terms` of the field `name` occur."""
        if name not in self.terms:
            self.terms[name] = self.vocabulary.table(name).of(self.words)
        counts = len(self.words), self.vocabulary.term_count(name)
        return find(self.local, *self.terms[name], terms, counts)

    def lengths(self, name: str, units: Units) -> Floats:
        """How many terms of the field `name` each unit has."""
        if name not in units.lengths:
            if name not in self.counts:
                self.counts[name] = self.vocabulary.table(name).lengths(self.words)[self.local]
            lengths = np.bincount(units.of, weights=self.counts[name], minlength=units.count)
            units.lengths[name] = lengths.astype(np.float64, copy=False)
        return units.lengths[name]


@dataclass(frozen=True, slots=True)
class InvertedTexts(Texts):
    """Texts in which every question looks: where each term occurs is worked out once.

    postings: field -> the places of its terms, as far as they have been asked for
    """

    postings: dict[str, TermTable] = field(default_factory=dict)

    def find(self, name: str, terms: Ints) -> Occurrences:
        """Where `terms` of the field `name` occur."""
        if name not in self.postings:
            held, places = self.vocabulary.table(name).of(self.words[self.local])
            self.postings[name] = inverted(held, places, self.vocabulary.term_count(name))
        places, index = self.postings[name].of(terms)
        return Occurrences(places, index, len(terms))


@dataclass(frozen=True, slots=True)
class Content:
    """The words of texts that say what they are about, counted without the others.

    is_content: for each place whether its word is one of them
    places: for each place how many of them stand before it; texts are set apart by more than two words that
        stand together may be (`scoring.NEAR`)
    lengths: how many each text has
    """

    is_content: NDArray[np.bool_]
    places: Ints
    lengths: Floats

    @classmethod
    def of(cls, texts: Texts, is_content: NDArray[np.bool_]) -> Content:
        """is_content: for each word of the vocabulary whether it is one of them."""
        here, units = is_content[texts.words][texts.local], texts.units
        lengths = np.bincount(units.of[here], minlength=units.count)
        return cls(here, np.cumsum(here) - here + units.of * 2 * NEAR, lengths.astype(np.float64))


@dataclass(frozen=True, slots=True)
class Candidates:
    """The paragraphs under `keys`, with their titles.

    places: each word's place in its paragraph, from 0
    content: the words of the paragraphs that say what they are about
    sentences: the sentences of all paragraphs; first_sentence: of each paragraph, by its index among them
    """

    keys: Sequence[int]
    body: Texts
    titles: Texts
    places: Ints
    content: Content
    sentences: Units
    first_sentence: Ints

    @classmethod
    def of(cls, collection: Collection, keys: Sequence[int], texts: type[Texts] = Texts) -> Candidates:
        """The paragraphs of a collection under `keys`; those without a word are left out."""
        laid = collection.end_to_end(keys)
        body = texts.of(laid.words, laid.lengths, collection.vocabulary)
        return cls(
            keys=laid.keys,
            body=body,
            titles=texts.of(laid.titles, laid.title_lengths, collection.vocabulary),
            places=np.arange(len(body.local)) - (np.cumsum(laid.lengths) - laid.lengths)[body.units.of],
            content=Content.of(body, collection.is_content),
            sentences=Units.of_lengths(laid.sentences),
            first_sentence=np.cumsum(laid.counts) - laid.counts,
        )


def _joined(texts: Sequence[Stored]) -> tuple[Ints, Ints]:
    """Texts one after another, and the length of each."""
    flat = np.concatenate([np.empty(0, dtype=np.intp), *texts], dtype=np.intp)
    return flat, np.array(list(map(len, texts)), dtype=np.intp)
