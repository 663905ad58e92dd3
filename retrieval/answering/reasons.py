"""Why a paragraph is quoted: what of the question it bears out, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answers import Borne, How, Why
from retrieval.ranking.matching import likeness

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from retrieval.answering.reading import Reading
    from retrieval.arabic.tokens import Token
    from retrieval.model import Span

_BY_LIKENESS = ((0.95, How.SAME), (0.9, How.FORM), (0.7, How.ROOT), (0.01, How.SLIP))
"""The degrees of `matching.likeness`, falling; a word that is like none was written for it in another way."""


def why(reading: Reading, answer: Span, tokens: Sequence[Token], in_title: Container[int]) -> Why:
    """Why a paragraph is quoted.

    answer: the sentence that is shown to answer
    tokens: the words of the paragraph
    in_title: places of the question's words that the document's title holds
    """
    inquiry = reading.inquiry
    written = {token.start: token for token in tokens}
    found: list[dict[str, How]] = [{} for _ in inquiry.words]
    within = set[int]()
    for match in reading.matches:
        token = written[match.span.start]
        found[match.asked].setdefault(token.text, _how(inquiry.words[match.asked], token))
        if answer.start <= match.span.start < answer.end:
            within.add(match.asked)
    return Why(
        words=tuple(_borne(word, found[place]) for place, word in enumerate(inquiry.words)),
        kinds=tuple(dict.fromkeys(span for one in reading.sentences for span in one.kinds)),
        title=tuple(word.text for place, word in enumerate(inquiry.words) if place in in_title),
        in_answer=len(within),
    )


def _borne(word: Token, found: Mapping[str, How]) -> Borne:
    best = min(found.values(), key=list(How).index, default=None)
    return Borne(word.text, best, tuple(found))


def _how(asked: Token, found: Token) -> How:
    degree = likeness(asked, found)
    return next((how for least, how in _BY_LIKENESS if degree >= least), How.OTHER)
