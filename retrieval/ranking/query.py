"""A question, analysed once: its telling words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrieval.arabic.analyzer import Analyzer
    from retrieval.arabic.tokens import Token


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for.

    tokens: the words that say what the question is about, in order, none twice
    """

    text: str
    tokens: tuple[Token, ...]


def analyse(question: str, analyzer: Analyzer) -> Query:
    """The question as the ranking wants it.

    >>> from retrieval.arabic.analyzer import Analyzer
    >>> [token.text for token in analyse("متى زار الوزير مصر؟", Analyzer()).tokens]
    ['زار', 'الوزير', 'مصر']
    """
    tokens = tuple({token.folded: token for token in analyzer.content(question)}.values())
    return Query(question, tokens)
