"""A folded word -> the roots under which a dictionary lists it, affixes taken off as Arabic attaches them.

A word has as many roots as it has likely readings: المدينة is listed under مدن and دين. Words
the dictionary does not hold (foreign names, above all) have none, and `roots.root` guesses.

>>> dictionary_roots("والصواريخ"), dictionary_roots("يقولون"), dictionary_roots("اردوغان")
(('صرخ',), ('قول',), ())
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from retrieval.arabic.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.arabic.lexicon import Lexicon


def _affixes(text: str) -> frozenset[str]:
    return frozenset({"", *text.split()})


_NOUN_PREFIXES = _affixes("ال وال فال بال كال وبال لل ولل و ف ب ل ك وب ول وك فب فل")
_NOUN_ENDINGS = _affixes("""
    ه ات ان ين ون ي يه ها هم هما هن نا كم ك ته تها تهم ا يا يات اتها اته اتهم تين تان يين يون وا اتنا تنا و
    تي يته يتها
""")
_FEMININE_ENDINGS = frozenset(
    {"ات", "ان", "ين", "يات", *(ending for ending in _NOUN_ENDINGS if ending.startswith("ت"))}
)
"""Endings that stand in place of a ة, or after one that became ت: دولتين is دولة."""
_VERB_PREFIXES = _affixes("و ف س وس فس ل ول")
_PRESENT_PREFIXES = frozenset(prefix + person for prefix in _VERB_PREFIXES for person in "يتنا")
_VERB_ENDINGS = _affixes("ت وا ا تا ن نا ه ها هم ته تها تهم وه وها ون ان ين ني هما تم")
_ENDINGS = _NOUN_ENDINGS | _VERB_ENDINGS

_PER_LETTER = 1.0
_PER_LETTER_OF_ARTICLE = 0.5
"""What it costs a reading to explain a letter away as an affix: the article is the likeliest of them."""
_PREFIXES = {
    prefix: len(prefix) * (_PER_LETTER_OF_ARTICLE if "ال" in prefix or "لل" in prefix else _PER_LETTER)
    for prefix in _NOUN_PREFIXES | _VERB_PREFIXES | _PRESENT_PREFIXES
}
"""Prefix -> what it costs a reading."""
_VERB, _PRESENT = 0.3, 0.8
"""What a reading costs for being a verb, or one in the present: most words of a text are nouns."""
_SLACK = 1.01
"""Readings that cost more than the cheapest by this are left out."""
_MOST_ROOTS = 3
_SHORTEST_BODY = 2


@lru_cache(maxsize=1 << 14)
def dictionary_roots(folded: str) -> tuple[str, ...]:
    """The roots of a word's likely readings, the likeliest first; none where the dictionary lacks it."""
    if folded.isascii() or len(folded) <= _SHORTEST_BODY:
        return ()
    costs: dict[str, float] = {}
    for cost, roots in _readings(folded, lexicon()):
        for root in roots.split():
            costs[root] = min(cost, costs.get(root, cost))
    if not costs:
        return ()
    limit = min(costs.values()) + _SLACK
    likely = sorted((cost, root) for root, cost in costs.items() if cost <= limit)
    return tuple(root for _, root in likely[:_MOST_ROOTS])


def _readings(word: str, dictionary: Lexicon) -> Iterator[tuple[float, str]]:
    """The roots of every way to read a word as prefix, body and ending, each with what the reading costs."""
    nouns, verbs, presents = dictionary.nouns, dictionary.verbs, dictionary.presents
    for cost, prefix, body, ending in _splits(word):
        if ending in _NOUN_ENDINGS and prefix in _NOUN_PREFIXES:
            if body in nouns:
                yield cost, nouns[body]
            if ending in _FEMININE_ENDINGS and body + "ه" in nouns:
                yield cost, nouns[body + "ه"]
        if ending in _VERB_ENDINGS:
            if body in verbs and prefix in _VERB_PREFIXES:
                yield cost + _VERB, verbs[body]
            if body in presents and prefix in _PRESENT_PREFIXES:
                yield cost - _PER_LETTER + _PRESENT, presents[body]


def _splits(word: str) -> Iterator[tuple[float, str, str, str]]:
    """Every way to cut a word: what it costs, prefix, body, ending."""
    ends = [end for end in range(len(word), max(1, len(word) - 5), -1) if word[end:] in _ENDINGS]
    for start in range(min(4, len(word) - _SHORTEST_BODY) + 1):
        prefix = word[:start]
        if prefix in _PREFIXES:
            for end in ends:
                if end - start >= _SHORTEST_BODY:
                    cost = _PREFIXES[prefix] + (len(word) - end) * _PER_LETTER
                    yield cost, prefix, word[start:end], word[end:]
