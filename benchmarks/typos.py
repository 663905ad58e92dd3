"""How well questions are answered with one typo in each.

    python -m benchmarks.typos DATA

DATA holds the evaluation sets arcd/ and xquad_ar/ in BEIR's layout. In each question one word of four letters
or more that tells what it is about is mistyped, the same way every time. Prints Markdown.
"""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from retrieval.arabic.analyzer import Analyzer
from retrieval.evaluation import read_set
from retrieval.evaluation.comparison import COMPARED, measured
from retrieval.evaluation.evaluate import collect

if TYPE_CHECKING:
    from collections.abc import Callable

    Typo = Callable[[str, int, random.Random], str]

SETS = ("arcd", "xquad_ar")
RANKINGS = ("iqtibas", "grams", "words")
SHORTEST = 4
KEYBOARD = ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ")
"""The rows of the Arabic keyboard."""
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def swap(word: str, place: int, _: random.Random) -> str:
    """Two letters in each other's place; the last with the one before it."""
    place = min(place, len(word) - 2)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def drop(word: str, place: int, _: random.Random) -> str:
    """A letter left out."""
    return word[:place] + word[place + 1 :]


def insert(word: str, place: int, chance: random.Random) -> str:
    """A letter too many."""
    return word[:place] + chance.choice(LETTERS) + word[place:]


def neighbour(word: str, place: int, chance: random.Random) -> str:
    """The key beside the right one, or any letter for one that has no key in a row."""
    row = next((row for row in KEYBOARD if word[place] in row), LETTERS)
    at = row.find(word[place])
    beside = row[max(0, at - 1) : at + 2].replace(word[place], "") if at >= 0 else row
    return word[:place] + chance.choice(beside) + word[place + 1 :]


def other(word: str, place: int, chance: random.Random) -> str:
    """Any other letter."""
    return word[:place] + chance.choice(LETTERS.replace(word[place], "")) + word[place + 1 :]


TYPOS: tuple[Typo, ...] = (swap, drop, insert, neighbour, other)


def mistyped(question: str, analyzer: Analyzer, chance: random.Random) -> str:
    """The question with a typo in one of its telling words; as it is where all are short."""
    words = [
        token for token in analyzer.content(question) if len(token.bare) >= SHORTEST and token.text.isalpha()
    ]
    if not words:
        return question
    token = chance.choice(words)
    # A swap of two equal letters is no typo.
    while True:
        word = chance.choice(TYPOS)(token.text, chance.randrange(len(token.text)), chance)
        if word != token.text:
            return question[: token.start] + word + question[token.end :]


def main() -> None:
    """Measure and print."""
    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks.typos DATA")
    analyzer = Analyzer()
    values: dict[tuple[str, str], list[float]] = {
        (name, kind): [] for name in RANKINGS for kind in ("as asked", "typo")
    }
    for name in SETS:
        clean = read_set(f"{sys.argv[1]}/{name}")
        chance = random.Random(0)  # noqa: S311 - no secret depends on it
        typos = {key: mistyped(text, analyzer, chance) for key, text in clean.questions.items()}
        collection = collect(clean.paragraphs)
        for kind, each in (("as asked", clean), ("typo", replace(clean, questions=typos))):
            for ranking in RANKINGS:
                values[ranking, kind] += measured(ranking, collection, each)[COMPARED]
    print("| ranking | MRR@10 as asked | with one typo in each question |")
    print("| --- | --- | --- |")
    for ranking in RANKINGS:
        clean_mean, typo_mean = np.mean(values[ranking, "as asked"]), np.mean(values[ranking, "typo"])
        print(f"| {ranking} | {clean_mean:.4f} | {typo_mean:.4f} |")


if __name__ == "__main__":
    main()
