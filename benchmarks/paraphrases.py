"""What is lost where people ask in other words than the documents', and what reranking by meaning wins back.

    python -m benchmarks.paraphrases DATA

DATA holds the evaluation sets arcd/ and xquad_ar/ in BEIR's layout, some of whose questions stand in other
words in paraphrased/. Needs the extra `dense`. Prints Markdown; takes five minutes.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval import DenseReranker
from retrieval.evaluation import EvaluationSet, evaluate, read_set

if TYPE_CHECKING:
    from collections.abc import Mapping

SETS = ("arcd", "xquad_ar")
PARAPHRASED = Path(__file__).with_name("paraphrased")
WEIGHTS = (0.0, 4.0, 8.0, 12.0)
MEASURES = ("mrr@10", "success@1", "answer@1")


def paraphrases(name: str) -> dict[str, str]:
    """Id of a question of the set -> the question in other words."""
    lines = (PARAPHRASED / f"{name}.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)


def asking(evaluation_set: EvaluationSet, questions: Mapping[str, str]) -> EvaluationSet:
    """The set with nothing but `questions`."""
    relevance = {name: evaluation_set.relevance[name] for name in questions}
    return replace(evaluation_set, questions=questions, unanswerable={}, relevance=relevance)


def row(evaluation_set: EvaluationSet, reranker: DenseReranker | None) -> str:
    """The measures, and the share that isn't left unanswered."""
    figures = evaluate(evaluation_set, reranker=reranker).figures
    shares = [*(figures[measure] for measure in MEASURES), figures["answered"] / figures["queries"]]
    return " | ".join(f"{share:.3f}" for share in shares)


def main(data: str) -> None:
    """Measure and print."""
    reranker = DenseReranker()
    print("| set | questions | weight of meaning | MRR@10 | Success@1 | answer@1 | answered |")
    print("| --- " * 7 + "|")
    for name in SETS:
        whole, reworded = read_set(f"{data}/{name}"), paraphrases(name)
        original = {each: whole.questions[each] for each in reworded}
        for words, questions in (("the set's", original), ("in other words", reworded)):
            for reranker.weight in WEIGHTS:
                used = reranker if reranker.weight else None
                print(f"| {name} | {words} | {reranker.weight:g} |", row(asking(whole, questions), used), "|")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks.paraphrases DATA")
    main(sys.argv[1])
