"""What the ranking reads in a paragraph: its words, and how they fall into sentences."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from retrieval.arabic.sentences import sentences
from retrieval.arabic.weekdays import with_days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from retrieval.arabic.analyzer import Analyzer
    from retrieval.arabic.tokens import Token
    from retrieval.model import Paragraph

    Ints = NDArray[np.intp]


def words_of(paragraph: Paragraph, analyzer: Analyzer) -> tuple[list[str], list[int]]:
    """Its words, as `tokens_of` spells them bare, and how many of them each sentence has, none of them 0."""
    text = paragraph.text
    parts = analyzer.plain_words([sentence.of(text) for sentence in sentences(text)])
    if parts is not None:
        return list(chain.from_iterable(parts)), [len(words) for words in parts if words]
    tokens = tokens_of(paragraph, analyzer)
    return [token.bare for token in tokens], sentence_lengths(tokens, text).tolist()


def tokens_of(paragraph: Paragraph, analyzer: Analyzer) -> list[Token]:
    """Its words; behind a weekday the day that it means, told by the date of the document."""
    tokens, published = analyzer.tokens(paragraph.text), paragraph.source.date
    return with_days(tokens, published) if published else tokens


def sentence_lengths(tokens: Sequence[Token], text: str) -> Ints:
    """How many tokens each sentence of a text has; a sentence of marks alone has none and is left out."""
    ends = [sentence.end for sentence in sentences(text)]
    counts = np.bincount(np.searchsorted(ends, [token.start for token in tokens], side="right"))
    return counts[counts > 0]
