"""What reranking by meaning is worth, for the order and for the confidence, and how its weights were chosen.

    python -m benchmarks.dense DATA

DATA holds the evaluation sets arcd/ and xquad_ar/ in BEIR's layout. Needs the extra `dense`. Prints Markdown;
takes half an hour.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np

from benchmarks import silence
from retrieval import DenseReranker
from retrieval.answering.confidence import odds_by_words
from retrieval.evaluation import EvaluationSet, read_set
from retrieval.evaluation.comparison import COMPARED
from retrieval.evaluation.evaluate import collect
from retrieval.evaluation.measures import DEPTH, per_question
from retrieval.evaluation.rankings import quoted
from retrieval.evaluation.significance import paired
from retrieval.ranking.dense import MEANING, MEANING_BIAS, WEIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from retrieval.answering.findings import Findings
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


def words_and_meaning(findings: Findings | None) -> list[float]:
    """What the words say for an answer (log-odds), and how near the first paragraph is (cosine)."""
    signs = findings.signs if findings else None
    meaning = findings.ranked[0].meaning if findings and signs else None
    if signs is None or meaning is None:
        return [np.nan, np.nan]
    return [odds_by_words(signs), (meaning - MEANING_BIAS) / MEANING]


def print_confidence(sets: Mapping[str, EvaluationSet], reranker: DenseReranker) -> None:
    """How well the confidence tells what is answered from what isn't, meaning considered."""
    told = {
        one: silence.of_set(sets[one], sets[other], words_and_meaning, reranker)
        for one, other in (SETS, SETS[::-1])
    }
    silence.print_fits(told)
    silence.print_weights(told, ("words", "cosine"))
    silence.print_thresholds(told)


def main() -> None:
    """Measure and print."""
    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks.dense DATA")
    reranker = DenseReranker()
    sets = {name: read_set(f"{sys.argv[1]}/{name}") for name in SETS}
    values = {name: weighed(each, reranker) for name, each in sets.items()}
    print("| set | weight | MRR@10 | difference | p | Success@1 | difference | p |")
    print("| --- " * 8 + "|")
    for name in SETS:
        print(*table(name, values[name]), sep="\n")
    for fitted, reported in (SETS, SETS[::-1]):
        best = max(GRID, key=lambda weight: np.mean(values[fitted][weight][COMPARED]))
        print(f"\nfitted on {fitted}: {best:g}; MRR@10 on {reported}: ", end="")
        print(f"{np.mean(values[reported][best][COMPARED]):.4f}")
    reranker.weight = WEIGHT
    print_confidence(sets, reranker)


if __name__ == "__main__":
    main()
