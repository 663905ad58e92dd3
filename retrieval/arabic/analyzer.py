"""The one Analyzer, for documents and questions alike: text -> tokens -> the terms of each search field.

    text ── tokenize ── acronyms · months · designators ──▶ tokens ── word · stem · roots · grams ──▶ terms

>>> analyzer = Analyzer()
>>> [token.folded for token in analyzer.tokens("أنظمة إس – 400")]
['انظمه', 's400']
>>> [token.text for token in analyzer.content("ماذا قال عن منظومة S-400؟")]
['قال', 'منظومة', 'S-400']
>>> analyzer.terms("stem", analyzer.tokens("والولايات"))
['ولا']
>>> analyzer.term_spans("stem", "في الولايات")
[('في', Span(start=0, end=2)), ('ولا', Span(start=3, end=11))]
"""

from __future__ import annotations

import hashlib
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
from retrieval.model import Span

Step = Callable[[str, list[Token]], list[Token]]
"""(text, its tokens) -> its tokens after this step, in order; `Token.spelled` gives one another spelling."""

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
    """Text -> tokens -> terms; the same text always gives the same terms.

    steps: what becomes of the tokens, one step after the other
    version: to be changed when a step of your own gives other tokens than before; an index made with other
        steps or another version is refused

    >>> def in_full(text: str, tokens: list[Token]) -> list[Token]:
    ...     return [token.spelled("دكتور") if token.folded == "د" else token for token in tokens]
    >>> analyzer = Analyzer(steps=[*Analyzer().steps, in_full], version="1")
    >>> analyzer.term_spans("stem", "د. سمير")
    [('دكتور', Span(start=0, end=1)), ('سمير', Span(start=3, end=7))]
    """

    def __init__(self, steps: Iterable[Step] = STEPS, version: str = "") -> None:
        self.steps = tuple(steps)
        self._version = version
        # The shortcut knows what the project's own steps do, and no others.
        self._plain = PlainWords() if self.steps == STEPS else None

    def tokens(self, text: str) -> list[Token]:
        """Every word and number of `text`, in order, each with its place in it."""
        found = tokenize(text)
        for step in self.steps:
            found = step(text, found)
        return found

    def plain_words(self, parts: Sequence[str]) -> list[list[str]] | None:
        """The bare words of the parts of a text that needs no more than cutting; None of one that may.

        parts: such as sentences, between two of which no token stands
        """
        return self._plain.of(parts) if self._plain else None

    def content(self, text: str) -> list[Token]:
        """The tokens that say what a question is about; all of them where nothing else is left."""
        return content(self.tokens(text))

    def terms(self, field: str, words: Iterable[Token]) -> list[str]:
        """The terms of `words` in a field, repeated as often as they occur.

        field: word (bare spelling), stem, root or gram (pieces of three letters and more)
        """
        expand = FIELDS[field]
        return [term for token in words for term in expand(token.bare)]

    def term_spans(self, field: str, text: str) -> list[tuple[str, Span]]:
        """The terms of a text in a field (see `terms`), each with where its word stands, in order."""
        expand = FIELDS[field]
        return [
            (term, Span(token.start, token.end)) for token in self.tokens(text) for term in expand(token.bare)
        ]

    @cached_property
    def fingerprint(self) -> str:
        """A name for this analysis: an index made under another one has other terms.

        Raises ValueError where a step has no name that tells it from others.
        """
        if self.steps == STEPS and not self._version:
            return fingerprint()
        named = "\n".join([fingerprint(), self._version, *map(_name, self.steps)])
        return hashlib.sha256(named.encode()).hexdigest()[:16]


def _name(step: Step) -> str:
    name = getattr(step, "__qualname__", "<")
    if name.endswith("<lambda>") or name == "<":
        raise ValueError(
            f"{step!r} has no name to know it by again; a step of an index is a function with def"
        )
    return f"{step.__module__}.{name}"
