"""The paragraphs that are searched, each with its terms counted, beside the engine that finds candidates."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.arabic.analyzer import FIELDS, Analyzer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from retrieval.arabic.tokens import Token
    from retrieval.engines.protocol import Engine
    from retrieval.model import Paragraph


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph of the collection.

    tokens: its words, in order
    counts: field -> term -> how often it occurs; lengths: field -> terms in all
    """

    paragraph: Paragraph
    tokens: Sequence[Token]
    counts: Mapping[str, Counter[str]]
    lengths: Mapping[str, int]


class Collection:
    """Paragraphs under keys of 0, 1, 2, …, as they were added.

    engine: finds candidates and counts terms; filled by `add`
    """

    def __init__(self, analyzer: Analyzer, engine: Engine) -> None:
        self.analyzer = analyzer
        self.engine = engine
        self._entries: list[Entry] = []

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, key: int) -> Entry:
        return self._entries[key]

    def add(self, paragraphs: Iterable[Paragraph]) -> None:
        """Take in paragraphs; they are found as soon as this returns."""
        titles: dict[str, list[str]] = {}
        for paragraph in paragraphs:
            tokens = self.analyzer.tokens(paragraph.text)
            terms = {field: self.analyzer.terms(field, tokens) for field in FIELDS}
            title = paragraph.source.title or ""
            if title not in titles:
                titles[title] = self.analyzer.terms("gram", self.analyzer.tokens(title))
            terms["title"] = titles[title]
            counts = {field: Counter(words) for field, words in terms.items()}
            lengths = {field: len(words) for field, words in terms.items()}
            self.engine.add(len(self._entries), terms)
            self._entries.append(Entry(paragraph, tokens, counts, lengths))
        self.engine.commit()
