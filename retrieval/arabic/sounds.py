"""How alike two spellings of a foreign name sound: the best alignment of their letters, weighed edit by edit.

A foreign name reaches Arabic by ear, so its spellings differ where the ear leaves a choice: long vowels in or
out, غ ج ق ك for g, س ز for s, ت ط for t. Each such edit has a weight, how much it speaks for one name or for
two; the weights of an alignment add up to log-odds.

>>> round(likeness("بلينكن", "بلينكين"), 1), round(likeness("كالن", "كان"), 1)
(1.0, 0.1)
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from math import exp, inf, log
from types import MappingProxyType
from typing import TYPE_CHECKING

from retrieval.arabic.latin import is_latin, transliterate

if TYPE_CHECKING:
    from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = MappingProxyType({
    "any pair": -0.1,
    "same consonant": 0.95,
    "same vowel": 0.7,
    "emphatic": 1.0,
    "velar": -1.0,
    "sibilant": -1.0,
    "hushed": -1.5,
    "near": -2.0,
    "breath": -1.8,
    "vowel": -2.5,
    "first vowel": -2.5,
    "last vowel": -5.5,
    "far": -5.2,
    "no vowel": -1.6,
    "no first vowel": -1.9,
    "no last a": -4.3,
    "no last i": -2.8,
    "no last u": -8.0,
    "no breath": -2.1,
    "not doubled": -2.6,
    "no silent end": -3.6,
    "no consonant": -4.7,
})  # fmt: skip
"""An edit -> its log-odds: logistic regression over the alignments of 1,000 pairs of spellings of one name
and 6,000 pairs of different names that share a key, rounded (benchmarks/names.py fits and measures it)."""

_SAME = ("same consonant", "same vowel", "emphatic")
_LEFT_OUT = tuple(edit for edit in WEIGHTS if edit.startswith("no"))
_UNLIKE = tuple(WEIGHTS.keys() - {"any pair", *_SAME, *_LEFT_OUT})
VOWELS = frozenset("اوي")
SILENT = ("س", "ت", "د")
"""Consonants that a Latin spelling may end in without their being heard, as in Dumas, Benoit, Renard."""
_ALIKE: Mapping[str, tuple[str, ...]] = {
    "emphatic": ("سص", "تط", "دض", "كق", "ذظ", "زظ"),
    "velar": ("غجق", "غجك"),
    "sibilant": ("سز", "صز"),
    "hushed": ("سش", "صش"),
    "near": ("ثست", "زثذد", "دتط", "فوب", "جيخ", "زجشچكس", "خك", "هحخ", "عاوي", "حاوي"),
    "breath": ("ها", "هو", "هي"),
}
"""A kind of difference -> groups of letters, any two of which differ so; the first kind that fits counts."""
_PAIRS: dict[frozenset[str], str] = {}
for _edit, _groups in _ALIKE.items():
    for _group in _groups:
        for _pair in combinations(_group, 2):
            _PAIRS.setdefault(frozenset(_pair), _edit)

_PLAIN = str.maketrans("صطضقظذ", "ستدكزز")
"""Letters that only emphasis tells apart, as one."""

_Letters = tuple[tuple[str, str], ...]
"""The letters of a word, first and last vowels marked ^ and $, each with the edit that leaves it out."""


class Alignment:
    """Compares spellings under one table of weights."""

    def __init__(self, weights: Mapping[str, float] = WEIGHTS) -> None:
        self._weights = weights
        self._substitutions: dict[tuple[str, str], float] = {}
        self._same, self._left_out, self._unlike = (
            max(weights[edit] for edit in edits) for edits in (_SAME, _LEFT_OUT, _UNLIKE)
        )

    def log_odds(self, one: str, other: str, least: float = -inf) -> float:
        """How much the letters speak for one name (above 0) or two (below); -inf where below `least`."""
        any_pair = self._weights["any pair"]
        if any_pair + self._at_most(heard(one), heard(other)) < least:
            return -inf
        letters = _letters(one)
        rows = self._scores(letters, _letters(other), least - any_pair)
        return any_pair + rows[-1][-1] if len(rows) > len(letters) else -inf

    def edits(self, one: str, other: str) -> list[str]:
        """The edits of the best alignment, from the end.

        >>> Alignment().edits("كالن", "قالين")
        ['same consonant', 'no vowel', 'same consonant', 'same vowel', 'emphatic']
        """
        x, y = _letters(one), _letters(other)
        scores = self._scores(x, y)
        steps: list[str] = []
        i, j = len(x), len(y)
        while i or j:
            if i and scores[i][j] == scores[i - 1][j] + self._weights[x[i - 1][1]]:
                i -= 1
                steps.append(x[i][1])
            elif j and scores[i][j] == scores[i][j - 1] + self._weights[y[j - 1][1]]:
                j -= 1
                steps.append(y[j][1])
            else:
                i, j = i - 1, j - 1
                steps.append(_substitution(x[i][0], y[j][0]))
        return steps

    def _at_most(self, one: str, other: str) -> float:
        """What no alignment exceeds, in whatever order the letters stand: it mostly tells two names apart."""
        rest = one.translate(_PLAIN)
        shared = 0
        for letter in other.translate(_PLAIN):
            if letter in rest:
                rest = rest.replace(letter, "", 1)
                shared += 1
        unlike, surplus = min(len(one), len(other)) - shared, abs(len(one) - len(other))
        return shared * self._same + unlike * max(self._unlike, 2 * self._left_out) + surplus * self._left_out

    def _scores(self, one: _Letters, other: _Letters, least: float = -inf) -> list[list[float]]:
        """The best score of every beginning of one word with every beginning of the other.

        Needleman and Wunsch (1970). It stops where `least` is out of reach, and the inner loop is written
        out: it runs for every pair of letters of every candidate.
        """
        weights, known = self._weights, self._substitutions
        most = max(weights.values())
        columns = [(letter, weights[gap]) for letter, gap in other]
        row = [0.0]
        for _, gap in columns:
            row.append(row[-1] + gap)
        rows = [row]
        for letter, edit in one:
            left_out = weights[edit]
            above, best = row, row[0] + left_out
            row = [best]
            for j, (facing, gap) in enumerate(columns):
                weight = known.get((letter, facing))
                if weight is None:
                    weight = known[letter, facing] = weights[_substitution(letter, facing)]
                best += gap
                if (replaced := above[j] + weight) > best:
                    best = replaced
                if (dropped := above[j + 1] + left_out) > best:
                    best = dropped
                row.append(best)
            rows.append(row)
            if max(row) + most * (len(one) + 1 - len(rows)) < least:
                break
        return rows


def heard(word: str) -> str:
    """What of a spelling is compared: Arabic letters, no article, and تش as the one sound it is, written چ.

    >>> heard("التشيلو"), heard("cello")
    ('چيلو', 'سيلو')
    """
    if is_latin(word):
        word = transliterate(word)
    if word.startswith("ال") and len(word) > 4:
        word = word[2:]
    return word.replace("تش", "چ")


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """How sure it is that two folded spellings are one name, 0 to 1; 0 where it is less than `least`."""
    sure = 1 / (1 + exp(-_DEFAULT.log_odds(one, other, log(least / (1 - least)) if least else -inf)))
    return sure if sure >= least else 0.0


def _substitution(one: str, other: str) -> str:
    x, y = one.strip("^$"), other.strip("^$")
    if x in VOWELS and y in VOWELS:
        if x == y:
            return "same vowel"
        if "^" in one + other:
            return "first vowel"
        return "last vowel" if one[-1] == other[-1] == "$" else "vowel"
    return "same consonant" if x == y else _PAIRS.get(frozenset((x, y)), "far")


@lru_cache(maxsize=1 << 10)
def _letters(word: str) -> _Letters:
    word = heard(word)
    last = len(word) - 1
    return tuple(
        (
            (f"^{letter}" if not at else f"{letter}$" if at == last else letter)
            if letter in VOWELS
            else letter,
            _gap(word, at),
        )
        for at, letter in enumerate(word)
    )


def _gap(word: str, at: int) -> str:
    letter, last = word[at], at == len(word) - 1
    if letter in VOWELS:
        if not at:
            return "no first vowel"
        return {"ا": "no last a", "ي": "no last i", "و": "no last u"}[letter] if last else "no vowel"
    if at and word[at - 1] == letter:
        return "not doubled"
    if letter == "ه":
        return "no breath"
    return "no silent end" if last and letter in SILENT else "no consonant"


_DEFAULT = Alignment()
