"""The one Analyzer, for documents and questions alike: text -> tokens -> the terms of each search field.

    text ── tokenize ── acronyms · months · designators ──▶ tokens ── word · stem · roots · grams ──▶ terms

>>> analyzer = Analyzer()
>>> [token.folded for token in analyzer.tokens("أنظمة إس – 400")]
['انظمه', 's400']
>>> [token.text for token in analyzer.content("ماذا قال عن منظومة S-400؟")]
['قال', 'منظومة', 'S-400']
>>> analyzer.terms("stem", analyzer.tokens("والولايات"))
['ولا']
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from retrieval.arabic import grams, roots, stem
from retrieval.arabic.acronyms import join_acronyms
from retrieval.arabic.designators import join_designators
from retrieval.arabic.fingerprint import fingerprint
from retrieval.arabic.folding import fold
from retrieval.arabic.months import level_months
from retrieval.arabic.plain_words import PlainWords
from retrieval.arabic.stopwords import is_stop_word
from retrieval.arabic.tokens import Token, tokenize

Step = Callable[[str, list[Token]], list[Token]]
"""(text, its tokens) -> its tokens after this step."""

FIELDS: Mapping[str, Callable[[str], Sequence[str]]] = {
    "word": lambda bare: (bare,),
    "stem": lambda bare: (stem.stem(fold(bare)),),
    "root": lambda bare: roots.roots(fold(bare)),
    "gram": lambda bare: grams.grams(fold(bare)),
}
"""The fields under which a word is searched, each a function from its bare spelling to its terms."""

STEPS: tuple[Step, ...] = (join_acronyms, level_months, join_designators)


def content(tokens: list[Token]) -> list[Token]:
    """Those that say what a question is about; all of them where nothing else is left."""
    return [token for token in tokens if not is_stop_word(token.bare)] or tokens


class Analyzer:
    """Text -> tokens -> terms; the same text always gives the same terms."""

    def __init__(self) -> None:
        self._plain = PlainWords()

    def tokens(self, text: str) -> list[Token]:
        """Every word and number of `text`, in order, each with its place in it."""
        found = tokenize(text)
        for step in STEPS:
            found = step(text, found)
        return found

    def plain_words(self, parts: Sequence[str]) -> list[list[str]] | None:
        """The bare words of the parts of a text that needs no more than cutting, None of one that does.

        parts: such as sentences, between two of which no token stands
        """
        return self._plain.of(parts)

    def content(self, text: str) -> list[Token]:
        """The tokens that say what a question is about; all of them where nothing else is left."""
        return content(self.tokens(text))

    def terms(self, field: str, words: Iterable[Token]) -> list[str]:
        """The terms of `words` in one of `FIELDS`, repeated as often as they occur."""
        expand = FIELDS[field]
        return [term for token in words for term in expand(token.bare)]

    @cached_property
    def fingerprint(self) -> str:
        """A name for this analysis: an index made under another one has other terms."""
        return fingerprint()
