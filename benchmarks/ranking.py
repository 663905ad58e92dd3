"""How the weights of the ranking were chosen, and what each of its parts is worth.

    python -m benchmarks.ranking DATA

DATA holds the evaluation sets arcd/ and xquad_ar/ in BEIR's layout. The weights are fitted on one of them and
reported on the other, both ways; then each is changed by itself; then rankings without one of the parts
are compared. Prints Markdown; takes some minutes.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from retrieval.evaluation import RANKINGS, EvaluationSet, read_set
from retrieval.evaluation.comparison import COMPARED, measured
from retrieval.evaluation.evaluate import collect
from retrieval.evaluation.significance import paired
from retrieval.ranking.query import analyse
from retrieval.ranking.rescoring import Rescoring
from retrieval.ranking.weights import WEIGHTS, Weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SETS = ("arcd", "xquad_ar")
GRID = {
    "root": (0.0, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0),
    "word": (0.0, 0.5, 1.0),
    "title": (0.0, 0.1, 0.2, 0.3, 0.4, 0.6),
    "sentence": (0.0, 0.1, 0.2, 0.3, 0.5),
    "pairs": (0.0, 0.3, 0.5, 0.8, 1.2),
}
"""Weight -> the values tried; that of the n-grams is 1, since only proportions matter."""
ONE_BY_ONE = GRID | {"k1": (0.5, 0.7, 0.9, 1.2), "b": (0.5, 0.6, 0.75, 0.9)}
PARTS = ("gram", "root", "word", "title", "pairs")


@dataclass(frozen=True)
class Scores:
    """The parts of every paragraph's score for every question, each under a weight of 1.

    parts: name of a part -> questions by paragraphs
    sentences: weight of roots -> questions by paragraphs, since it decides which sentence is best
    relevant: questions by paragraphs
    """

    parts: Mapping[str, Floats]
    sentences: Mapping[float, Floats]
    relevant: NDArray[np.bool_]

    def reciprocal_ranks(self, weights: Weights) -> Floats:
        """For each question 1 / the rank of the first relevant paragraph, 0 after the tenth."""
        total = weights.sentence * self.sentences[weights.root]
        for name in PARTS:
            if weight := getattr(weights, name):
                total = total + weight * self.parts[name]
        best = np.where(self.relevant, total, -1).max(axis=1, keepdims=True)
        ranks = 1 + (total > best).sum(axis=1)
        return np.where(ranks <= 10, 1 / ranks, 0.0)


def score(evaluation_set: EvaluationSet, weights: Weights = WEIGHTS, roots: tuple[float, ...] = ()) -> Scores:
    """The parts of all scores; weights: of which k1 and b are taken; roots: weights of roots to be tried."""
    collection = collect(evaluation_set.paragraphs)
    ones = replace(weights, **dict.fromkeys([*PARTS, "sentence"], 1.0))
    rows: dict[str, list[Floats]] = {name: [] for name in PARTS}
    sentences: dict[float, list[Floats]] = {root: [] for root in roots}
    for question in evaluation_set.questions.values():
        query = analyse(question, collection.analyzer)
        rescoring = Rescoring(query, collection, collection.whole, ones)
        for name in ("gram", "root", "word"):
            rows[name].append(rescoring.body(name))
        rows["title"].append(rescoring.title())
        rows["pairs"].append(rescoring.pairs())
        for root in roots:
            one = Rescoring(query, collection, collection.whole, replace(ones, root=root))
            sentences[root].append(one.best_sentence())
    ids = [evaluation_set.paragraphs[key].source.path for key in collection.whole.keys]
    return Scores(
        parts={name: np.array(each) for name, each in rows.items()},
        sentences={root: np.array(each) for root, each in sentences.items()},
        relevant=np.array(
            [[each in evaluation_set.relevance[name] for each in ids] for name in evaluation_set.questions]
        ),
    )


def settings() -> Iterator[Weights]:
    """Every combination of the grid."""
    for values in product(*GRID.values()):
        yield replace(WEIGHTS, **dict(zip(GRID, values, strict=True)))


def fit(scores: Scores) -> Weights:
    """The weights of the highest MRR@10; of equals the first, which has the fewest and smallest parts."""
    return max(settings(), key=lambda weights: round(scores.reciprocal_ranks(weights).mean(), 6))


def fitted_table(scores: Mapping[str, Scores]) -> Iterator[str]:
    """Weights fitted on either set, and the MRR@10 of their scores on both."""
    yield f"| fitted on | {' | '.join(GRID)} | {' | '.join(scores)} |"
    yield "| --- " * (1 + len(GRID) + len(scores)) + "|"
    for name, weights in [*((name, fit(each)) for name, each in scores.items()), ("what ships", WEIGHTS)]:
        cells = [f"{getattr(weights, part)}" for part in GRID]
        cells += [f"{each.reciprocal_ranks(weights).mean():.4f}" for each in scores.values()]
        yield f"| {name} | {' | '.join(cells)} |"


def one_by_one_table(sets: Mapping[str, EvaluationSet], scores: Mapping[str, Scores]) -> Iterator[str]:
    """The pooled MRR@10 with one weight changed and the others as they ship."""
    yield "| weight | pooled MRR@10 at each value |"
    yield "| --- | --- |"
    for name, values in ONE_BY_ONE.items():
        cells = []
        for value in values:
            weights = replace(WEIGHTS, **{name: value})
            again = name not in GRID
            tried = (
                [score(each, weights, (WEIGHTS.root,)) for each in sets.values()]
                if again
                else scores.values()
            )
            pooled = np.concatenate([each.reciprocal_ranks(weights) for each in tried]).mean()
            cells.append(f"{value}: {pooled:.4f}")
        yield f"| {name} | {' · '.join(cells)} |"


def rankings_table(sets: Mapping[str, EvaluationSet]) -> Iterator[str]:
    """Every named ranking on each set, and its pooled difference from the one that it is compared with."""
    collections = {name: collect(each.paragraphs) for name, each in sets.items()}
    ranks = {
        ranking: [measured(ranking, collections[name], each)[COMPARED] for name, each in sets.items()]
        for ranking in RANKINGS
    }
    yield f"| ranking | {' | '.join(sets)} | pooled | difference, 95% interval, p | from |"
    yield "| --- " * (4 + len(sets)) + "|"
    for name, values in ranks.items():
        pooled, others = np.concatenate(values), np.concatenate(ranks[RANKINGS[name].against])
        difference = paired(pooled.tolist(), others.tolist())
        means = " | ".join(f"{np.mean(each):.4f}" for each in (*map(np.array, values), pooled))
        interval = (
            f"{difference.mean:+.4f} [{difference.low:+.4f}, {difference.high:+.4f}], {difference.p:.4f}"
        )
        compared = f"{interval} | {RANKINGS[name].against}" if name != RANKINGS[name].against else " | "
        yield f"| {name} | {means} | {compared} |"


def main() -> None:
    """Measure and print."""
    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks.ranking DATA")
    sets = {name: read_set(f"{sys.argv[1]}/{name}") for name in SETS}
    scores = {name: score(each, roots=GRID["root"]) for name, each in sets.items()}
    for title, table in [
        ("Fitted on one set, by scores alone (MRR@10)", fitted_table(scores)),
        ("One weight changed, by scores alone", one_by_one_table(sets, scores)),
        ("Rankings (MRR@10)", rankings_table(sets)),
    ]:
        print(f"\n## {title}\n")
        for row in table:
            print(row, flush=True)


if __name__ == "__main__":
    main()
