"""What parts of the ranking are worth in a crowd: two evaluation sets among many other paragraphs.

    python -m benchmarks.distractors DATA [COUNT]

DATA holds the evaluation sets arcd/ and xquad_ar/ in BEIR's layout and scale/corpus-200k.jsonl.xz, of which
COUNT paragraphs (20,000) stand beside those of both sets. Some of them may answer as well and count as wrong,
so only differences mean something. Prints Markdown; takes some minutes.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.ranking import SETS
from benchmarks.scale_corpus import documents
from retrieval.arabic.analyzer import Analyzer
from retrieval.engines.tantivy import TantivyEngine
from retrieval.evaluation import EvaluationSet, read_set
from retrieval.evaluation.significance import paired
from retrieval.ranking.collection import CANDIDATE_FIELDS
from retrieval.ranking.expansion import understand
from retrieval.ranking.in_memory import MemoryCollection
from retrieval.ranking.search import rank
from retrieval.ranking.weights import CANDIDATES, WEIGHTS, Weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from retrieval.ranking.collection import Collection

SETTINGS: Mapping[str, tuple[Weights, int]] = {
    "as it ships": (WEIGHTS, CANDIDATES),
    "no pairs": (replace(WEIGHTS, pairs=0), CANDIDATES),
    "no sentence": (replace(WEIGHTS, sentence=0), CANDIDATES),
    "twice the pairs": (replace(WEIGHTS, pairs=2 * WEIGHTS.pairs), CANDIDATES),
    "twice the sentence": (replace(WEIGHTS, sentence=2 * WEIGHTS.sentence), CANDIDATES),
    "100 candidates": (WEIGHTS, 100),
    "300 candidates": (WEIGHTS, 300),
}


def collect(data: Path, sets: Mapping[str, EvaluationSet], others: int, folder: str) -> MemoryCollection:
    """The paragraphs of the sets and so many others, beside an engine in `folder`."""
    collection = MemoryCollection(Analyzer(), TantivyEngine(folder, CANDIDATE_FIELDS))
    collection.add(paragraph for each in sets.values() for paragraph in each.paragraphs)
    crowd = documents(data / "scale" / "corpus-200k.jsonl.xz", others)
    collection.add(paragraph for document in crowd for paragraph in document.quotable())
    return collection


def reciprocal_ranks(
    evaluation_set: EvaluationSet, collection: Collection, weights: Weights, among: int
) -> list[float]:
    """For each question 1 / the rank of the first relevant paragraph, 0 after the tenth."""
    found = []
    for name, question in evaluation_set.questions.items():
        relevant = evaluation_set.relevance[name]
        ranked = rank(understand(question, collection), collection, 10, weights, among)
        paths = [collection[each.key].paragraph.source.path for each in ranked]
        found.append(next((1 / place for place, path in enumerate(paths, 1) if path in relevant), 0.0))
    return found


def table(sets: Mapping[str, EvaluationSet], collection: Collection) -> Iterator[str]:
    """The MRR@10 of each setting on each set, and its difference from what ships."""
    yield "| setting | " + " | ".join(f"{name} | difference, 95% interval" for name in sets) + " |"
    yield "| --- " * (1 + 2 * len(sets)) + "|"
    shipped: dict[str, list[float]] = {}
    for setting, (weights, among) in SETTINGS.items():
        cells = []
        for name, each in sets.items():
            ranks = reciprocal_ranks(each, collection, weights, among)
            difference = paired(ranks, shipped.setdefault(name, ranks))
            interval = f"{difference.mean:+.4f} [{difference.low:+.4f}, {difference.high:+.4f}]"
            cells += [f"{np.mean(ranks):.4f}", interval]
        yield f"| {setting} | {' | '.join(cells)} |"


def main() -> None:
    """Measure and print."""
    if len(sys.argv) not in {2, 3}:
        sys.exit("usage: python -m benchmarks.distractors DATA [COUNT]")
    data, others = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    sets = {name: read_set(data / name) for name in SETS}
    with tempfile.TemporaryDirectory() as folder:
        for row in table(sets, collect(data, sets, others, folder)):
            print(row, flush=True)


if __name__ == "__main__":
    main()
