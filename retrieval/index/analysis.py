"""A document -> what the index stores of it: its words, and how they fall into sentences."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from retrieval.ranking.text import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.arabic.analyzer import Analyzer
    from retrieval.model import Document


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a paragraph, each as `folding.bare` spells it, and how many stand in each sentence."""

    words: Sequence[str]
    sentences: Sequence[int]


@dataclass(frozen=True, slots=True)
class Analysed:
    """A document with the words of its title and of its paragraphs, in order."""

    document: Document
    title: Sequence[str]
    paragraphs: Sequence[Words]

    def words(self) -> Iterator[str]:
        """Every word, as often as it occurs."""
        return chain(self.title, *(paragraph.words for paragraph in self.paragraphs))


def analyse(document: Document, analyzer: Analyzer) -> Analysed:
    """The words of a document."""
    title = [token.bare for token in analyzer.tokens(document.source.title or "")]
    return Analysed(
        document, title, [Words(*words_of(paragraph, analyzer)) for paragraph in document.quotable()]
    )
