"""What reranking by meaning is worth, and how its weight was chosen.

    python -m benchmarks.dense DATA

DATA holds the evaluation sets arcd/ and xquad_ar/ in BEIR's layout. Needs the extra `dense`. Prints Markdown;
takes a quarter of an hour.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np

from retrieval import DenseReranker
from retrieval.evaluation import EvaluationSet, read_set
from retrieval.evaluation.comparison import COMPARED
from retrieval.evaluation.evaluate import collect
from retrieval.evaluation.measures import DEPTH, per_question
from retrieval.evaluation.rankings import quoted
from retrieval.evaluation.significance import paired

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from retrieval.ranking.collection import Collection

SETS = ("arcd", "xquad_ar")
GRID = (0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0)
MEASURES = (COMPARED, "success@1")

Values = dict[str, list[float]]
"""Name of a measure -> its value for each question."""


def measured(evaluation_set: EvaluationSet, collection: Collection, reranker: DenseReranker) -> Values:
    """Each measure under the weight that the reranker has."""
    ids = [each.source.path for each in evaluation_set.paragraphs]
    ranker = quoted(collection, reranker if reranker.weight else None)
    run = {name: [ids[key] for key in ranker(text, DEPTH)] for name, text in evaluation_set.questions.items()}
    return per_question(run, evaluation_set.relevance)


def weighed(evaluation_set: EvaluationSet, reranker: DenseReranker) -> dict[float, Values]:
    """Weight -> the measures under it."""
    collection = collect(evaluation_set.paragraphs)
    reranker.add(evaluation_set.paragraphs)
    found = {}
    for reranker.weight in GRID:
        found[reranker.weight] = measured(evaluation_set, collection, reranker)
    return found


def table(name: str, values: Mapping[float, Values]) -> Iterator[str]:
    """The measures under each weight, and how they differ from those without reranking."""
    for weight, each in values.items():
        cells = []
        for measure in MEASURES:
            difference = paired(each[measure], values[0.0][measure])
            cells.append(f"{np.mean(each[measure]):.4f}")
            cells.append(f"{difference.mean:+.4f} [{difference.low:+.4f}, {difference.high:+.4f}]")
            cells.append(f"{difference.p:.4f}")
        yield f"| {name} | {weight:g} | {' | '.join(cells)} |"


def main() -> None:
    """Measure and print."""
    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks.dense DATA")
    reranker = DenseReranker()
    values = {name: weighed(read_set(f"{sys.argv[1]}/{name}"), reranker) for name in SETS}
    print("| set | weight | MRR@10 | difference | p | Success@1 | difference | p |")
    print("| --- " * 8 + "|")
    for name in SETS:
        print(*table(name, values[name]), sep="\n")
    for fitted, reported in (SETS, SETS[::-1]):
        best = max(GRID, key=lambda weight: np.mean(values[fitted][weight][COMPARED]))
        print(f"\nfitted on {fitted}: {best:g}; MRR@10 on {reported}: ", end="")
        print(f"{np.mean(values[reported][best][COMPARED]):.4f}")


if __name__ == "__main__":
    main()
