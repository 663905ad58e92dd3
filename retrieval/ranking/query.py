"""A question, analysed once: its telling words, what else may be written for them, and what it quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from retrieval.arabic.analyzer import content
from retrieval.arabic.ordinals import idle_words, numbered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from retrieval.arabic.analyzer import Analyzer
    from retrieval.arabic.ordinals import Numbered
    from retrieval.arabic.tokens import Token
    from retrieval.ranking.selection import Selection

Phrase = tuple[str, ...]
"""Folded words, one after another."""

_QUOTED = re.compile('["“”«»„‟〈〉]([^"“”«»„‟〈〉]+)["“”«»„‟〈〉]')


@dataclass(frozen=True, slots=True)
class Alternative:
    """What else may be written for a word of the question.

    text: as it is told to the asker; words: its tokens
    weight: what finding one of its words counts for, where the word itself counts 1
    """

    text: str
    words: tuple[Token, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for.

    written: all its words, in order, but for «رقم» before the number of a thing
    tokens: those that say what the question is about, none twice
    phrases: what stands between quotation marks, to be found as it stands
    numbered: what it calls by its number, as «المادة الثالثة»; the places are those in `written`
    alternatives: place of a word in `tokens` -> what else may be written for it
    selection: the paragraphs that are asked, None for all; words are as telling as in all of them
    """

    text: str
    written: tuple[Token, ...]
    tokens: tuple[Token, ...]
    phrases: tuple[Phrase, ...] = ()
    numbered: tuple[Numbered, ...] = ()
    alternatives: Mapping[int, tuple[Alternative, ...]] = field(default_factory=dict)
    selection: Selection | None = None


def analyse(question: str, analyzer: Analyzer) -> Query:
    """The question as the ranking wants it, without alternatives (see `expansion.expanded`).

    >>> from retrieval.arabic.analyzer import Analyzer
    >>> query = analyse("متى زار الوزير «شمال سوريا»؟", Analyzer())
    >>> [token.text for token in query.tokens], query.phrases
    (['زار', 'الوزير', 'شمال', 'سوريا'], (('شمال', 'سوريا'),))
    """
    written = analyzer.tokens(question)
    idle = idle_words([token.folded for token in written])
    written = [token for place, token in enumerate(written) if place not in idle]
    tokens = tuple({token.folded: token for token in content(written)}.values())
    quoted = (analyzer.tokens(found[1]) for found in _QUOTED.finditer(question))
    phrases = tuple(tuple(token.folded for token in words) for words in quoted if words)
    called = tuple(numbered([token.folded for token in written]))
    return Query(question, tuple(written), tokens, phrases, called)


def holds(words: Phrase, phrase: Phrase) -> bool:
    """Whether a text's folded words hold a phrase as it stands; a particle may lean on its first word.

    >>> holds(("قال", "وشمال", "سوريا"), ("شمال", "سوريا")), holds(("سوريا", "شمال"), ("شمال", "سوريا"))
    (True, False)
    """
    first, rest = phrase[0], phrase[1:]
    return any(
        word.endswith(first)
        and word[: -len(first)] in _PARTICLES
        and words[place + 1 : place + len(phrase)] == rest
        for place, word in enumerate(words)
    )


_PARTICLES = frozenset({"", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل"})
