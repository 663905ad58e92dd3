"""What the Arabic lexicon knows of a word: whether it is one, and its roots.

`lexicon.json` beside this module is made from Taha Zerrouki's dictionary Arramooz by tools/build_lexicon.py.
It is read when it is first asked, not on import.

>>> is_arabic("وبالعقوبات"), is_arabic("بلينكن")
(True, False)

All words are spelled as `folding.fold` gives them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from sys import intern
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CONJUNCTIONS = ("", "و", "ف")


def _joined(*places: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map("".join, product(*places)))


_BEFORE_NOUN = _joined(_CONJUNCTIONS, ("", "ال", "ب", "ل", "بال", "كال", "لل"))
_NOUN_ENDINGS = """
ه ها هم هما هن ك كم نا ي ا ات ون ين ان يه ته تها تهم تهما تنا تك تكم تي تين تان
اتها اته اتهم اتنا اتك يات يين يون يا ايه
"""
_PAST_ENDINGS = "ت نا تم وا ا تا ه ها هم ني ته تها تهم وه وها ناه ناها"
_PRESENT_ENDINGS = "ون وا ان ين ه ها هم هما ني نا ك كم ونه ونها ونهم وه وها"
_AFTER_NOUN = frozenset({"", *_NOUN_ENDINGS.split()})
_AFTER_PAST = frozenset({"", *_PAST_ENDINGS.split()})
_AFTER_PRESENT = frozenset({"", *_PRESENT_ENDINGS.split()})
_BEFORE_PAST = frozenset(_CONJUNCTIONS)
_ARTICLES = frozenset({"ال", "وال"})
_IN_PLACE_OF_TEH = frozenset("اتيون")
_NAMELIKE = frozenset({"ان", "ين", "ون"})
"""Endings of the dual and plural that many foreign names have: هاكان, كالين, باتون."""
_BEFORE_PRESENT = _joined(_CONJUNCTIONS, ("", "س", "ل"), ("ي", "ت", "ن"))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded words by kind, each with its roots as one text, a space between them.

    verbs: in the third person masculine of the past
    presents: verbs in the present, less the letter for the person: قول of يقول
    others: function words and frequent words whose root isn't given
    """

    nouns: Mapping[str, str]
    verbs: Mapping[str, str]
    presents: Mapping[str, str]
    others: Mapping[str, str]

    def is_noun(self, word: str) -> bool:
        """Whether `word` is listed as a noun, adjective or function word."""
        return word in self.nouns or word in self.others


@cache
def lexicon() -> Lexicon:
    """The lexicon in memory."""
    kinds = json.loads(files("retrieval.arabic").joinpath("lexicon.json").read_text("utf-8"))
    # Many words have the same roots: kept once each, they take a quarter less.
    return Lexicon(
        **{kind: {word: intern(roots) for word, roots in words.items()} for kind, words in kinds.items()}
    )


def is_word(word: str) -> bool:
    """Whether the lexicon lists `word` as it stands: a noun, adjective or function word, or a verb's past.

    >>> is_word("سفير"), is_word("للسفير"), is_word("كالن")
    (True, False, False)
    """
    return lexicon().is_noun(word) or word in lexicon().verbs


@lru_cache(maxsize=1 << 14)
def is_arabic(word: str) -> bool:
    """Whether `word` is in the lexicon once clitics, endings and the marks of conjugation are taken off.

    Where both readings are open it counts as Arabic: a foreign name taken for a word loses its variants,
    a word taken for a name finds wrong ones.
    """
    return is_word(word) or _is_noun_form(word) or _is_past_form(word) or _is_present_form(word)


def _is_noun_form(word: str) -> bool:
    nouns, others = lexicon().nouns, lexicon().others
    for prefix, stem, ending in _splits(word, _BEFORE_NOUN, _AFTER_NOUN):
        if stem in nouns or stem in others or (ending[:1] in _IN_PLACE_OF_TEH and _is_feminine(stem)):
            shortest = 2 if prefix in _ARTICLES else 4 if ending in _NAMELIKE and not prefix else 3
            if len(stem) >= shortest:
                return True
    return False


def _is_feminine(stem: str) -> bool:
    return lexicon().is_noun(stem + "ه")


def _is_past_form(word: str) -> bool:
    verbs = lexicon().verbs
    return any(
        len(stem) >= 3 and (stem in verbs or (ending[:1] in {"ت", "و"} and f"{stem}ي" in verbs))
        for _, stem, ending in _splits(word, _BEFORE_PAST, _AFTER_PAST)
    )


def _is_present_form(word: str) -> bool:
    verbs = lexicon().verbs
    return any(
        any(past in verbs for past in _pasts(stem))
        for _, stem, _ in _splits(word, _BEFORE_PRESENT, _AFTER_PRESENT)
        if len(stem) >= 2
    )


def _pasts(stem: str) -> Iterator[str]:
    """The pasts that a present's stem may belong to: قع of وقع, ستقبل of استقبل, ريد of اراد, بقي of بقا."""
    hollow = f"{stem[:-2]}ا{stem[-1]}" if stem[-2] in "وي" else stem
    weak = f"{stem[:-1]}ا" if stem[-1] in "وي" else stem
    for form in {stem, hollow, weak}:
        if len(form) > 2:
            yield form
        yield "ا" + form
    yield "و" + stem


def _splits(word: str, before: frozenset[str], after: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """Every reading of `word` as (prefix, stem, ending), the stem of two letters or more."""
    starts = [start for start in range(min(5, len(word) - 1)) if word[:start] in before]
    if not starts:
        return
    ends = [end for end in range(len(word), max(1, len(word) - 5), -1) if word[end:] in after]
    for start in starts:
        for end in ends:
            if end > start + 1:
                yield word[:start], word[start:end], word[end:]
