"""A collection in memory, beside an engine that finds candidates: for a few thousand paragraphs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from retrieval.arabic.analyzer import FIELDS
from retrieval.arabic.folding import fold
from retrieval.arabic.names import NameIndex
from retrieval.arabic.stopwords import is_stop_word
from retrieval.ranking.candidates import Candidates, EndToEnd, InvertedTexts
from retrieval.ranking.collection import CANDIDATE_FIELDS
from retrieval.ranking.selection import Selection
from retrieval.ranking.statistics import Statistics, count
from retrieval.ranking.text import tokens_of, words_of
from retrieval.ranking.vocabulary import Vocabulary
from retrieval.ranking.weights import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from retrieval.arabic.analyzer import Analyzer
    from retrieval.arabic.tokens import Token
    from retrieval.engines.protocol import Engine, TermsByField
    from retrieval.model import Paragraph, Source

    Ints = NDArray[np.intp]

_KEPT = 4096
"""Paragraphs whose tokens are kept, a few kilobytes each: the same ones are quoted again and again."""


@dataclass(frozen=True, slots=True)
class MemoryEntry:
    """A paragraph of the collection; see `collection.Entry`."""

    paragraph: Paragraph
    words: Ints
    sentences: Ints
    title: Ints

    @property
    def source(self) -> Source:
        """Where its document comes from."""
        return self.paragraph.source


class MemoryCollection:
    """Paragraphs under keys of 0, 1, 2, …, as they were added; see `collection.Collection`.

    engine: finds candidates; filled by `add`
    """

    def __init__(self, analyzer: Analyzer, engine: Engine) -> None:
        self.analyzer = analyzer
        self.engine = engine
        self.vocabulary = Vocabulary(FIELDS)
        self._entries: list[MemoryEntry] = []
        self._statistics: dict[str, Statistics] = {}
        self._tokens = lru_cache(maxsize=_KEPT)(lambda key: tokens_of(self[key].paragraph, analyzer))

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, key: int) -> MemoryEntry:
        return self._entries[key]

    def add(self, paragraphs: Iterable[Paragraph]) -> None:
        """Take in paragraphs; they are found as soon as this returns."""
        numbers = self.vocabulary.numbers
        title_words = cache(lambda title: numbers(token.bare for token in self.analyzer.tokens(title)))
        for paragraph in paragraphs:
            words, sentences = words_of(paragraph, self.analyzer)
            terms = {
                field: [term for word in words for term in FIELDS[field](word)] for field in CANDIDATE_FIELDS
            }
            self.engine.add(len(self._entries), terms)
            title = title_words(paragraph.source.title or "")
            self._entries.append(MemoryEntry(paragraph, numbers(words), np.array(sentences, np.intp), title))
        self.engine.commit()
        self._derive()

    def _derive(self) -> None:
        """Work out anew what follows from all paragraphs, here and not at the next question's cost."""
        self._statistics.clear()
        for derived in ("is_content", "names", "whole"):
            self.__dict__.pop(derived, None)
            if derived != "whole" or len(self) <= SMALL:
                getattr(self, derived)
        for field in FIELDS:
            self.statistics(field)
        self.statistics("gram", titles=True)

    def entries(self, keys: Sequence[int]) -> Mapping[int, MemoryEntry]:
        """The paragraphs under `keys`, in their order."""
        return {key: self._entries[key] for key in keys}

    def end_to_end(self, keys: Sequence[int]) -> EndToEnd:
        """The paragraphs under `keys`, in their order; those without a word are left out."""
        return EndToEnd.of(self.entries(keys))

    def selected(self, allows: Callable[[Source], bool]) -> Selection:
        """The paragraphs of the documents whose sources are allowed."""
        sources = {id(entry.paragraph.source): entry.paragraph.source for entry in self._entries}
        allowed = {number for number, source in sources.items() if allows(source)}
        keys = [key for key, entry in enumerate(self._entries) if id(entry.paragraph.source) in allowed]
        return Selection(np.array(keys, dtype=np.intp), len(allowed))

    def candidates(
        self, terms: TermsByField, limit: int, among: NDArray[np.integer[Any]] | None = None
    ) -> Sequence[int]:
        """Keys of at most `limit` paragraphs that share terms with a question, the most promising first."""
        return self.engine.candidates(terms, limit, among)

    def tokens(self, key: int) -> list[Token]:
        """The words of a paragraph with their places; those read last are kept."""
        return self._tokens(key)

    def statistics(self, field: str, *, titles: bool = False) -> Statistics:
        """The counts of a field over all paragraphs, or over their titles."""
        name = f"title {field}" if titles else field
        if name not in self._statistics:
            texts = (entry.title if titles else entry.words for entry in self._entries)
            table, term_count = self.vocabulary.table(field), self.vocabulary.term_count(field)
            self._statistics[name] = count(texts, table, term_count)
        return self._statistics[name]

    def idf(self, field: str, term: str) -> float:
        """How telling a term is among the paragraphs, be it in any of them or not."""
        statistics, number = self.statistics(field), self.vocabulary.term(field, term)
        return statistics.idf(0 if number is None else statistics.frequencies.item(number))

    @cached_property
    def is_content(self) -> NDArray[np.bool_]:
        """For each word of the vocabulary whether it says what a text is about."""
        return np.array([not is_stop_word(word) for word in self.vocabulary.words], dtype=np.bool_)

    @cached_property
    def names(self) -> NameIndex:
        """The foreign names among the words of the paragraphs, by sound."""
        words = [fold(word) for word in self.vocabulary.words]
        frequencies = np.zeros(len(words), dtype=np.intp)
        for entry in self._entries:
            np.add.at(frequencies, entry.words, 1)
        folded = Counter[str]()
        for word, frequency in zip(words, frequencies.tolist(), strict=True):
            folded[word] += frequency
        return NameIndex({word: frequency for word, frequency in folded.items() if frequency})

    @cached_property
    def whole(self) -> Candidates:
        """All paragraphs as candidates."""
        return Candidates.of(self, range(len(self)), InvertedTexts)
