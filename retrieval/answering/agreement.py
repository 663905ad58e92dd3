"""Quotations from different documents that state one fact: where they agree, and where they differ.

Two quotations are set side by side where their documents tell of one event (see `stories`) and their answers
say much the same, or each give a time, number or duration to the same words of the question.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from retrieval.answers import Difference, Parallel
from retrieval.arabic.kinds import MEASURED
from retrieval.arabic.lexicon import is_arabic
from retrieval.arabic.names import may_be_name, variants
from retrieval.arabic.quantities import quantity
from retrieval.arabic.questions import Kind
from retrieval.arabic.stem import stem
from retrieval.arabic.stopwords import is_stop_word
from retrieval.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.answering.stated import Stated
    from retrieval.arabic.tokens import Token

MUCH = 0.5
"""Share of the shorter answer's stems that two answers on one fact have in common."""
_FEWEST = 3
"""Stems in common under which two answers share no more than a turn of phrase."""


def parallel(one: Stated, other: Stated) -> Parallel | None:
    """How `other`, of another report of the event, stands to `one`; None where it states another fact."""
    measured = _measured(one, other)
    if not measured and not _say_the_same(one.words, other.words):
        return None
    differences = [*(_values(one, other) if measured else ()), *_spellings(one.words, other.words)]
    return Parallel(other.rank, other.paragraph, other.answer, tuple(differences))


def _say_the_same(words: Sequence[Token], others: Sequence[Token]) -> bool:
    stems, their_stems = _stems(words), _stems(others)
    shared = len(stems & their_stems)
    return shared >= max(_FEWEST, MUCH * min(len(stems), len(their_stems)))


def _stems(words: Sequence[Token]) -> set[str]:
    return {stem(word.folded) for word in words if not is_stop_word(word.bare)}


def _measured(one: Stated, other: Stated) -> bool:
    """Whether both give what was asked for, to the same word of the question."""
    return one.kind in MEASURED and bool(one.values and other.values and one.asked & other.asked)


def _values(one: Stated, other: Stated) -> Iterator[Difference]:
    if not _same_value(one, other):
        yield Difference("value", _stretch(one.values), _stretch(other.values))


def _same_value(one: Stated, other: Stated) -> bool:
    if one.kind is not Kind.TIME:
        return quantity(one.values) == quantity(other.values)
    if not (one.times and other.times):
        return True  # «الثلاثاء» of an undated document may be any day
    return any(
        here.first <= there.last and there.first <= here.last
        for here, there in product(one.times, other.times)
    )


def _stretch(words: Sequence[Token]) -> Span:
    return Span(words[0].start, words[-1].end)


def _spellings(words: Sequence[Token], others: Sequence[Token]) -> Iterator[Difference]:
    """Names that each spells in its own way; with a particle before it, a name is the same."""
    written, theirs = ({word.folded for word in each} for each in (words, others))
    own, their_own = (
        {
            word.folded: word
            for word in each
            if word.folded not in written & theirs and may_be_name(word.folded) and not is_arabic(word.folded)
        }
        for each in (words, others)
    )
    for name, other in product(own, their_own):
        if not name.endswith(other) and not other.endswith(name) and variants(name, [other]):
            here, there = own[name], their_own[other]
            yield Difference("name", Span(here.start, here.end), Span(there.start, there.end))
