"""How long the longest questions take over the seeds: 4,096 characters of several kinds, answered one by one.

python -m benchmarks.long_questions [--each 100]

Prints milliseconds of the processor, up to the page that Telegram would show, and of the wall beside them.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING

from bot.telegram.asking.pages import page
from bot.texts import Language
from retrieval import Retriever

if TYPE_CHECKING:
    from collections.abc import Callable

LENGTH = 4096
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
MARKS = "ًٌٍَُِّْ"
_SEEDS = Path(__file__).parents[1] / "seeds"


def kinds(text: str, chance: random.Random) -> dict[str, Callable[[], str]]:
    """What makes a question of each kind, of the words of `text` or of none."""
    words = text.split()

    def made_up(shortest: int, longest: int) -> str:
        return "".join(chance.choices(LETTERS, k=chance.randint(shortest, longest)))

    return {
        "a passage of the documents": lambda: text[chance.randrange(len(text) - LENGTH) :],
        "their words in another order": lambda: " ".join(chance.choices(words, k=LENGTH)),
        "words that there aren't": lambda: " ".join(made_up(2, 5) for _ in range(LENGTH)),
        "words of one letter": lambda: " ".join(chance.choices(LETTERS, k=LENGTH)),
        "stacked marks": lambda: "".join(
            letter + "".join(chance.choices(MARKS, k=20)) for letter in chance.choices(LETTERS, k=LENGTH)
        ),
        "one word": lambda: made_up(LENGTH, LENGTH),
    }


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.long_questions")
    parser.add_argument("--each", type=int, default=100, help="questions of each kind")
    each = parser.parse_args().each
    retriever, chance = Retriever.from_folder(_SEEDS), random.Random(1)  # noqa: S311  no secret
    text = " ".join(document.text for document in retriever.documents)
    page(retriever, text[:100], "", Language.ARABIC)
    for kind, make in kinds(text, chance).items():
        processor, wall = [], []
        for _ in range(each):
            question, begun = make()[:LENGTH], (time.thread_time(), time.perf_counter())
            page(retriever, question, "", Language.ARABIC)
            processor.append((time.thread_time() - begun[0]) * 1000)
            wall.append((time.perf_counter() - begun[1]) * 1000)
        p50, p99 = (quantiles(processor, n=100)[place] for place in (49, 98))
        print(
            f"{kind}: p50 {p50:.0f} ms, p99 {p99:.0f} ms; of the wall p99 {quantiles(wall, n=100)[98]:.0f} ms"
        )


if __name__ == "__main__":
    main()
