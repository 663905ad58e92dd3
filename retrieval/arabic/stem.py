"""A folded word -> its light stem: the article, attached particles and common endings taken off.

After Larkey, Ballesteros and Connell, "Light stemming for Arabic information retrieval" (2007), table 3
(light10), with two changes that its traps call for: a prefix goes only where three letters stay, so that
وزير keeps its و, and وال goes whole.

>>> stem("والولايات"), stem("ولايه"), stem("وزير"), stem("الوزير")
('ولا', 'ولا', 'وزير', 'وزير')
"""

from __future__ import annotations

from functools import lru_cache

ARTICLES = ("وبال", "فبال", "وكال", "وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال")
ENDINGS = ("كما", "هما", "ها", "هم", "هن", "نا", "ان", "ات", "ون", "ين", "يه", "ه", "ي", "ا")
_LAST = frozenset(ending[-1] for ending in ENDINGS)
SHORTEST = 3
"""Letters of a root: nothing is taken off that leaves less."""


@lru_cache(maxsize=1 << 14)
def stem(folded: str) -> str:
    """The light stem of a word spelled as `folding.fold` gives it; numbers and other scripts as they are."""
    if folded.isascii():
        return folded
    return _without_endings(without_article(folded))


def without_article(word: str) -> str:
    """The folded word less its article and the particles before it, where three letters stay."""
    for article in ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= SHORTEST:
            return word[len(article) :]
    if word.startswith("وو"):  # the second و is the word's own
        return word[1:]
    return word


def _without_endings(word: str) -> str:
    """Each ending is tried once, pronouns first: وزاراتها -> وزارات -> وزار."""
    if word[-1:] not in _LAST:
        return word
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word[: -len(ending)]
    return word
