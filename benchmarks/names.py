"""How well spellings of one foreign name find each other: recall and precision, held out.

    python -m benchmarks.names ../shared/data/names/variants.tsv

The file has a Latin name, a tab and its Arabic spellings joined by | on each line. Each spelling is a query
against the spellings of all lines. Relevant are the other spellings of its line, or of its lines where it
stands on several; one that folds like the query is no variant of it. Figures are over (query, found) pairs.

Held out: the weights of `retrieval.arabic.sounds` are learnt anew from four fifths of the lines, and the
queries of the last fifth are asked, for each fifth in turn. The weights that ship were learnt from all lines.
"""

from __future__ import annotations

import random
import re
import sys
import time
from itertools import permutations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.arabic.folding import fold
from retrieval.arabic.names import sound_key, sound_keys
from retrieval.arabic.sounds import WEIGHTS, Alignment

Weights = dict[str, float]
Pair = tuple[str, str]
Floats = NDArray[np.float64]

EDITS = [edit for edit in WEIGHTS if edit != "any pair"]
FOLDS = 5
ROUNDS = 3
"""Better weights give better alignments, and these give better weights."""
RIDGE = 0.1
START: Weights = dict.fromkeys(EDITS, -2.0) | {
    "any pair": -0.5, "same consonant": 1.0, "same vowel": 1.0, "far": -5.0, "no consonant": -5.0,
}  # fmt: skip


def read_lines(path: Path) -> list[list[str]]:
    """The folded spellings of each line, letters of the Arabic alphabet only."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [[re.sub("[^ء-ي]", "", fold(form)) for form in line.split("\t")[1].split("|")] for line in lines]


def relevant_pairs(lines: list[list[str]]) -> set[Pair]:
    """(query, spelling) for every two spellings of a line that fold differently."""
    return {(one, other) for forms in lines for one, other in permutations(forms, 2) if one != other}


def candidate_pairs(lines: list[list[str]]) -> list[Pair]:
    """(query, spelling) for every spelling that stands under one of the query's keys."""
    by_key: dict[str, set[str]] = {}
    vocabulary = sorted({form for forms in lines for form in forms})
    for form in vocabulary:
        by_key.setdefault(sound_key(form), set()).add(form)
    return [
        (query, other)
        for query in vocabulary
        for other in sorted(set().union(*(by_key.get(key, set()) for key in sound_keys(query))) - {query})
    ]


def edit_counts(pairs: list[Pair], weights: Weights) -> Floats:
    """How often each edit, and once "any pair", is in the best alignment of each pair: pairs x edits."""
    alignment = Alignment(weights)
    counts = np.zeros((len(pairs), len(EDITS) + 1))
    counts[:, -1] = 1
    for row, pair in enumerate(pairs):
        for edit in alignment.edits(*pair):
            counts[row, EDITS.index(edit)] += 1
    return counts


def logistic_regression(counts: Floats, same_name: Floats) -> Weights:
    """The log-odds of each edit, by Newton's method with a small ridge."""
    weights = np.zeros(counts.shape[1])
    ridge = np.full(len(weights), RIDGE)
    for _ in range(25):
        sure = 1 / (1 + np.exp(-counts @ weights))
        slope = counts.T @ (sure - same_name) + ridge * weights
        curvature = (counts * (sure * (1 - sure))[:, None]).T @ counts + np.diag(ridge)
        weights = weights - np.linalg.solve(curvature, slope)
    return dict(zip([*EDITS, "any pair"], weights.tolist(), strict=True))


def learn(pairs: list[Pair], relevant: set[Pair]) -> Weights:
    """The weights that tell the relevant pairs from the others."""
    same_name = np.array([float(pair in relevant) for pair in pairs])
    weights = START
    for _ in range(ROUNDS):
        weights = logistic_regression(edit_counts(pairs, weights), same_name)
    return weights


def held_out_scores(lines: list[list[str]], pairs: list[Pair], relevant: set[Pair]) -> dict[Pair, float]:
    """The log-odds of every pair, under weights that have seen neither the query nor its line."""
    order = list(range(len(lines)))
    random.Random(0).shuffle(order)  # noqa: S311 - no secret depends on it
    part = {form: order[number] % FOLDS for number, forms in enumerate(lines) for form in forms}
    scores: dict[Pair, float] = {}
    for held_out in range(FOLDS):
        weights = learn([pair for pair in pairs if held_out not in (part[pair[0]], part[pair[1]])], relevant)
        alignment = Alignment(weights)
        scores |= {pair: alignment.log_odds(*pair) for pair in pairs if part[pair[0]] == held_out}
    return scores


def recall_and_precision(scores: dict[Pair, float], relevant: set[Pair], least: float) -> tuple[float, float]:
    """Of the pairs that score `least` or more."""
    found = {pair for pair, score in scores.items() if score >= least}
    right = len(found & relevant)
    return right / len(relevant), right / max(1, len(found))


def report(title: str, scores: dict[Pair, float], relevant: set[Pair]) -> None:
    """One line for each threshold."""
    print(f"\n{title}\nthreshold  recall  precision")
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8):
        recall, precision = recall_and_precision(scores, relevant, float(np.log(threshold / (1 - threshold))))
        print(f"{threshold:9.2f}  {recall:6.3f}  {precision:9.3f}")


def main() -> None:
    """Measure, and print the weights that all lines together give."""
    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks.names VARIANTS.tsv")
    lines = read_lines(Path(sys.argv[1]))
    relevant, pairs = relevant_pairs(lines), candidate_pairs(lines)
    reached = len(relevant & set(pairs)) / len(relevant)
    print(
        f"{len(lines)} names, {len(relevant)} relevant pairs, {len(pairs)} candidates, reached {reached:.3f}"
    )
    report("held out, five parts", held_out_scores(lines, pairs, relevant), relevant)
    shipped = Alignment(WEIGHTS)
    start = time.perf_counter()
    scores = {pair: shipped.log_odds(*pair) for pair in pairs}
    print(f"\n{(time.perf_counter() - start) / len(pairs) * 1e6:.1f} microseconds a pair")
    report("the weights that ship, all lines", scores, relevant)
    print("\nlearnt from all lines:", {edit: round(w, 1) for edit, w in learn(pairs, relevant).items()})


if __name__ == "__main__":
    main()
