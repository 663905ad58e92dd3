"""Particles and the article before a word, where a lexicon tells that they are none of it.

The letters ب ل ك ف و begin many a word, so they go only where the whole is no word and the rest is one:
لجنة is not جنة, but ونهر is نهر.

>>> [without_clitics(word) for word in ("ونهر", "كطبيب", "اللص", "لجنه", "وزير", "ببغداد")]
['نهر', 'طبيب', 'لص', 'لجنه', 'وزير', 'بغداد']
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from retrieval.arabic.lexicon import is_word

_CLITICS = frozenset("".join(parts) for parts in product(("", "و", "ف"), ("", "ب", "ل", "ك"), ("", "ال"))) | {
    "لل",
    "ولل",
    "فلل",
}
_LONGEST = max(map(len, _CLITICS))
_SHORTEST = 2
"""Letters of a word that may stand alone: دم, يد."""


@lru_cache(maxsize=1 << 14)
def without_clitics(word: str) -> str:
    """A word, spelled as `folding.fold` gives it, without what is attached to its front."""
    if is_word(word):
        return word
    for length in range(1, min(_LONGEST, len(word) - _SHORTEST) + 1):
        if word[:length] in _CLITICS and is_word(word[length:]):
            return word[length:]
    return word
