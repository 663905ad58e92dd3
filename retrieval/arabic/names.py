"""Foreign names: the spellings of one name among the words of a collection.

Two questions are asked of two words, a cheap one that finds candidates and a careful one that judges them: do
they share a sound key, and how alike do they sound (see `sounds`).

>>> variants("كالن", ["قالن", "كالين", "كان", "كولومبو"])
['قالن', 'كالين']

All words are spelled as `folding.fold` gives them. `NameIndex` keeps Arabic words out (see `lexicon`):
by their sound فكر and فخر might be one name.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from math import exp, log
from typing import TYPE_CHECKING

from retrieval.arabic.latin import is_latin
from retrieval.arabic.lexicon import is_arabic
from retrieval.arabic.sounds import SILENT, heard, likeness

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

THRESHOLD = 0.3
"""The similarity from which two names count as one: recall and precision are even there, .81 each, among
names that all have a second spelling. `threshold` tells it for collections, whose names mostly have none."""

_SHORTEST, LONGEST = 3, 24
"""Letters of a word; what is longer is words run together."""
_SHORTEST_LATIN = 4
_LATIN_VOWELS = frozenset("aeiouy")
MOST_PER_KEY = 100
"""Candidates looked at under one key, the most frequent first: it bounds the time, rare ones matter least."""

_CLASSES = str.maketrans("صزظذشثچطضقجغ", "سسسسسسستدككك", "اويىهعحء")
_REREADINGS = (
    (re.compile("[شچ]"), "ك"),
    (re.compile("[كخق]"), "ش"),
    (re.compile("^ج"), ""),
    (re.compile("^[يا]"), "ج"),
    (re.compile("ف"), "و"),
    (re.compile("و"), "ف"),
)
"""Letters that a reader of the Latin spelling may take otherwise: the ch of Bach, the j of Jung."""
_PROCLITICS = re.compile("[وف]?(?:لل|[بلك]?(?:ال)?)")


def threshold(names: int) -> float:
    """The similarity that spellings must have in a collection of so many names.

    The more names there are, the more of them sound alike by chance. A third of the growth that pure chance
    would have, since more names also bring more true spellings: judged by eye on collections of three sizes.

    >>> [round(threshold(names), 1) for names in (70, 1_000, 50_000)]
    [0.3, 0.5, 0.8]
    """
    log_odds = log(THRESHOLD / (1 - THRESHOLD)) + log(max(names, 100) / 100) / 3
    return 1 / (1 + exp(-log_odds))


class NameIndex:
    """The names among a collection's words, by sound.

    words: every folded word -> how often it occurs; Arabic words are left out, and particles before names

    Between the scripts Arabic words count as names: many a place is listed in a lexicon.

    >>> index = NameIndex({"كالن": 4, "قالن": 8, "كان": 90, "وقالن": 1, "سودان": 2})
    >>> index.variants("كالين"), index.variants("sudan")
    (['قالن', 'كالن'], ['سودان'])
    """

    def __init__(self, words: Mapping[str, int]) -> None:
        self._words = {word: words[word] for word in words if may_be_name(word)}
        spelled = {word: count for word, count in self._words.items() if not is_arabic(word)}
        self._names = _BySound({name_inside(word, spelled) for word in spelled}, words)

    def variants(self, word: str) -> list[str]:
        """The other spellings of the name `word`, likeliest first; of an Arabic word the Latin ones only."""
        if not may_be_name(word):
            return []
        if is_latin(word):
            return self._all.variants(word)
        return self._names.variants(word, latin=is_arabic(word))

    @cached_property
    def _all(self) -> _BySound:
        return _BySound({name_inside(word, self._words) for word in self._words}, self._words)


class _BySound:
    """Words under their sound keys; of those with one key the most frequent come first."""

    def __init__(self, words: Collection[str], frequency: Mapping[str, int]) -> None:
        self._threshold = threshold(len(words))
        self._words: dict[str, list[str]] = {}
        for word in sorted(words, key=lambda word: (-frequency[word], word)):
            self._words.setdefault(sound_key(word), []).append(word)

    def variants(self, word: str, *, latin: bool = False) -> list[str]:
        """Those that sound like `word`, likeliest first; latin: only those in Latin letters."""
        alike = (other for key in sound_keys(word) for other in self._under(key, latin=latin))
        return variants(word, alike, self._threshold)

    def _under(self, key: str, *, latin: bool) -> Iterable[str]:
        words = self._words.get(key, ())
        return islice(filter(is_latin, words) if latin else words, MOST_PER_KEY)


def sound_key(word: str) -> str:
    """The classes of a word's consonants in order, doubled ones once, the article aside.

    >>> sound_key("كاراباخ") == sound_key("قراباخ")
    True
    """
    return _key(heard(word))


def sound_keys(word: str) -> list[str]:
    """Every key under which spellings of `word` may stand, its own `sound_key` first."""
    sounds = heard(word)
    own = _key(sounds)
    keys = [own]
    if len(own) > 1:
        keys += [own + end for end in SILENT]
    if len(own) > 2 and own.endswith(SILENT):
        keys.append(own[:-1])
    for letter, reading in _REREADINGS if len(own) > 2 else ():
        keys += [_key(sounds[: at.start()] + reading + sounds[at.end() :]) for at in letter.finditer(sounds)]
    return list(dict.fromkeys(keys))


def similarity(one: str, other: str) -> float:
    """How sure it is that two words are spellings of one name, 0 to 1; the article counts for nothing."""
    return likeness(one, other)


def variants(word: str, candidates: Iterable[str], least: float = THRESHOLD) -> list[str]:
    """Those of `candidates` that spell the name `word` otherwise, likeliest first.

    least: the similarity they must have
    """
    sounds = heard(word)
    likely = {
        other: likeness(word, other, least)
        for other in candidates
        if other != word and _comparable(sounds, heard(other))
    }
    found = [other for other, sure in likely.items() if sure]
    return sorted(found, key=lambda other: (-likely[other], other))


def name_inside(word: str, words: Mapping[str, int]) -> str:
    """The name inside `word` where that occurs more often than with these letters before it, else `word`.

    words: folded words -> how often they occur

    >>> words = {"بايدن": 9, "وبايدن": 2, "ايدن": 1}
    >>> name_inside("وبايدن", words), name_inside("بايدن", words)
    ('بايدن', 'بايدن')
    """
    proclitics = _PROCLITICS.match(word)
    for start in range(1, proclitics.end() + 1 if proclitics else 1):
        if len(word) - start >= 3 and words.get(word[start:], 0) > words.get(word, 0):
            return word[start:]
    return word


def may_be_name(word: str) -> bool:
    """Whether a word is as long as names are; Latin ones that are short, or without a vowel, are acronyms."""
    if is_latin(word):
        return _SHORTEST_LATIN <= len(word) <= LONGEST and not _LATIN_VOWELS.isdisjoint(word)
    return _SHORTEST <= len(word) <= LONGEST and word.isalpha()


def _comparable(one: str, other: str) -> bool:
    """Whether two lengths leave a chance: each letter too many costs what about two equal ones bring."""
    return 2 * abs(len(one) - len(other)) <= min(len(one), len(other))


def _key(sounds: str) -> str:
    return re.sub(r"(.)\1+", r"\1", sounds.translate(_CLASSES))
