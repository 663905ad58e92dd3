"""A question, analysed once: its telling words and their terms in each field."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.arabic.analyzer import FIELDS, Analyzer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from retrieval.arabic.tokens import Token


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for.

    tokens: the words that say what the question is about, in order, none twice
    terms: field -> term -> how often the question holds it
    """

    text: str
    tokens: tuple[Token, ...]
    terms: Mapping[str, Mapping[str, int]]


def analyse(question: str, analyzer: Analyzer) -> Query:
    """The question as the ranking wants it.

    >>> analyse("متى زار الوزير مصر؟", Analyzer()).terms["stem"]
    Counter({'زار': 1, 'وزير': 1, 'مصر': 1})
    """
    tokens = tuple({token.folded: token for token in analyzer.content(question)}.values())
    return Query(
        text=question,
        tokens=tokens,
        terms={field: Counter(analyzer.terms(field, tokens)) for field in FIELDS},
    )
