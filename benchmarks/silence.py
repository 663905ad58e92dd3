"""How well the confidence tells questions that the documents answer from those that they don't.

    python -m benchmarks.silence DATA [DOCS]

DATA holds the evaluation sets arcd/ and xquad_ar/ in BEIR's layout. Each set's questions are asked of its own
paragraphs, of those less the ones that answer and their near-copies (near misses), and of the other set's
(foreign). The weights are fitted on one set and reported on the other, both ways; then those that ship are
measured. Prints Markdown, and draws docs/reliability.svg and docs/risk-coverage.svg; takes some minutes.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.curves import draw
from retrieval.answering.findings import Findings
from retrieval.answering.weights import CONFIDENCE
from retrieval.evaluation import EvaluationSet, read_set
from retrieval.evaluation.evaluate import collect
from retrieval.ranking.candidates import Candidates
from retrieval.ranking.expansion import understand
from retrieval.ranking.near_copies import CONTAINED, shared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from retrieval.ranking.in_memory import MemoryCollection
    from retrieval.ranking.reranker import Reranker

    Floats = NDArray[np.float64]
    Signs = Callable[[Findings | None], list[float]]

SETS = ("arcd", "xquad_ar")
SORTS = ("own", "near", "foreign")
THRESHOLDS = (0.1, 0.2, 0.25, 0.3, 0.4, 0.5)
NEAR_WEIGHT = 0.1
"""What a near miss counts for in the fit, where a foreign question counts 1."""


@dataclass(frozen=True)
class Asked:
    """Questions of one sort, asked of one collection.

    signs: a row for each, NaN where nothing could answer; sure: the confidence that ships
    """

    signs: Floats
    sure: Floats


class Without:
    """A collection less some of its paragraphs; what is counted over all of them stays as it is."""

    def __init__(self, collection: MemoryCollection, left_out: set[int]) -> None:
        self._collection = collection
        self.whole = Candidates.of(collection, [k for k in range(len(collection)) if k not in left_out])

    def __len__(self) -> int:
        return len(self._collection)

    def __getitem__(self, key: int) -> Any:
        return self._collection[key]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._collection, name)


def in_words(findings: Findings | None) -> list[float]:
    """The signs of the confidence; NaN where nothing could answer."""
    signs = findings.signs if findings else None
    return [signs[name] for name in CONFIDENCE] if signs else [np.nan] * len(CONFIDENCE)


def asked(questions: Iterable[tuple[str, Any]], signs: Signs, reranker: Reranker | None) -> Asked:
    """Questions with what each is asked of -> their signs and confidences."""
    rows, sure = [], []
    for text, collection in questions:
        query = understand(text, collection)
        findings = Findings(query, collection, 10, reranker) if query.tokens else None
        rows.append(signs(findings))
        sure.append(findings.confidence if findings else 0.0)
    return Asked(np.array(rows), np.array(sure))


def of_set(
    own: EvaluationSet, other: EvaluationSet, signs: Signs = in_words, reranker: Reranker | None = None
) -> dict[str, Asked]:
    """The own questions, the near misses and the foreign questions of a set."""
    collection = collect(own.paragraphs)
    keys = {paragraph.source.path: key for key, paragraph in enumerate(own.paragraphs)}
    table = shared([collection[key].words for key in range(len(collection))])
    sizes = table.diagonal()
    alike = table >= CONTAINED * np.minimum(sizes[:, None], sizes)

    def less(question: str) -> Without:
        right = {keys[path] for path in own.relevance[question]}
        return Without(
            collection, right | {int(key) for key in np.flatnonzero(alike[list(right)].any(axis=0))}
        )

    questions = {
        "own": ((text, collection) for text in own.questions.values()),
        "near": ((text, less(name)) for name, text in own.questions.items()),
        "foreign": ((text, collection) for text in other.questions.values()),
    }
    return {sort: asked(each, signs, reranker) for sort, each in questions.items()}


def joined(parts: Sequence[Asked]) -> Asked:
    """The questions of several as one."""
    return Asked(*(np.concatenate([getattr(each, name) for each in parts]) for name in ("signs", "sure")))


def auroc(positives: Floats, negatives: Floats) -> float:
    """How often a question that is answered has the higher confidence; half for equals (Mann-Whitney's U)."""
    values = np.concatenate([positives, negatives])
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    count = len(positives)
    return float((ranks[:count].sum() - count * (count + 1) / 2) / (count * len(negatives)))


def bins(own: Floats, foreign: Floats) -> list[tuple[float, float, float]]:
    """For each of ten bins (mean confidence, share that is answerable, share of all), half being foreign."""
    found = []
    for low in np.arange(10) / 10:
        inside = [(each >= low) & ((each < low + 0.1) | (low > 0.85)) for each in (own, foreign)]
        weights = [inside[0].mean() / 2, inside[1].mean() / 2]
        whole = sum(weights)
        if whole:
            means = [
                each[i].mean() if i.any() else 0.0 for each, i in zip((own, foreign), inside, strict=True)
            ]
            mean = sum(w * m for w, m in zip(weights, means, strict=True)) / whole
            found.append((float(mean), float(weights[0] / whole), float(whole)))
    return found


def calibration_error(own: Floats, foreign: Floats) -> float:
    """Expected calibration error over ten bins (Guo et al., "On calibration of modern neural networks")."""
    return sum(share * abs(mean - right) for mean, right, share in bins(own, foreign))


def fit(data: dict[str, Asked]) -> Floats:
    """A logistic regression by Newton's method: the bias, then the weights of the signs."""
    parts = [(data["own"], 1.0, 1.0), (data["foreign"], 0.0, 1.0), (data["near"], 0.0, NEAR_WEIGHT)]
    rows = np.concatenate([each.signs for each, _, _ in parts])
    labels = np.concatenate([np.full(len(each.signs), label) for each, label, _ in parts])
    weights = np.concatenate([np.full(len(each.signs), weight) for each, _, weight in parts])
    told = ~np.isnan(rows).any(axis=1)
    design = np.column_stack([np.ones(told.sum()), rows[told]])
    labels, weights, found = labels[told], weights[told], np.zeros(design.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-design @ found))
        hessian = (design * (weights * likely * (1 - likely))[:, None]).T @ design
        found += np.linalg.solve(
            hessian + 0.01 * np.eye(len(found)), design.T @ (weights * (labels - likely))
        )
    return found


def apply(weights: Floats, data: Asked) -> Floats:
    """The confidences under other weights."""
    sure = 1 / (1 + np.exp(-weights[0] - data.signs @ weights[1:]))
    return np.nan_to_num(sure)


def row(name: str, own: Floats, near: Floats, foreign: Floats) -> str:
    """A line of the table of figures."""
    answered = own >= np.quantile(own, 0.05)
    false = float((foreign >= own[answered].min()).mean())
    figures = (auroc(own, foreign), auroc(own, near), calibration_error(own, foreign), false)
    return f"| {name} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |"


def print_fits(told: dict[str, dict[str, Asked]]) -> None:
    """The weights fitted on one set and measured on the other, beside those that ship."""
    print("| weights, measured on | AUROC foreign | AUROC near miss | ECE | foreign answered at 95% |")
    print("| --- | --- | --- | --- | --- |")
    for one, other in (SETS, SETS[::-1]):
        weights = fit(told[other])
        each = (apply(weights, told[one][sort]) for sort in SORTS)
        print(row(f"fitted on {other}, {one}", *each))
        print(row(f"what ships, {one}", *(told[one][sort].sure for sort in SORTS)))


def print_weights(told: dict[str, dict[str, Asked]], signs: Iterable[str]) -> None:
    """The weights of the signs, fitted on each set and on both."""
    names = list(signs)
    both = {sort: joined([told[one][sort] for one in SETS]) for sort in SORTS}
    print("\n| fitted on | bias | " + " | ".join(names) + " |")
    print("| --- " * (2 + len(names)) + "|")
    for name, data in {**told, "both": both}.items():
        print(f"| {name} | " + " | ".join(f"{weight:.2f}" for weight in fit(data)) + " |")


def print_thresholds(told: dict[str, dict[str, Asked]]) -> None:
    """How many questions of each sort are answered from a confidence on."""
    print("\n| threshold | " + " | ".join(f"{one} answered | near miss | foreign" for one in SETS) + " |")
    print("| --- " * (1 + len(SETS) * len(SORTS)) + "|")
    for least in THRESHOLDS:
        shares = ((told[one][sort].sure >= least).mean() for one in SETS for sort in SORTS)
        print(f"| {least} | " + " | ".join(f"{share:.3f}" for share in shares) + " |")


def main(data: str, docs: str = "docs") -> None:
    """Print the tables and draw the curves."""
    sets = {name: read_set(f"{data}/{name}") for name in SETS}
    told = {one: of_set(sets[one], sets[other]) for one, other in (SETS, SETS[::-1])}
    print_fits(told)
    print_weights(told, CONFIDENCE)
    print_thresholds(told)
    sure = {one: (told[one]["own"].sure, told[one]["foreign"].sure) for one in SETS}
    reliability = {one: [(mean, right) for mean, right, _ in bins(*both)] for one, both in sure.items()}
    drawings = {
        "reliability": draw("confidence", "share that the documents answer", reliability, diagonal=True),
        "risk-coverage": draw(
            "answerable questions answered",
            "foreign questions answered",
            {one: risks(*both) for one, both in sure.items()},
        ),
    }
    for name, drawing in drawings.items():
        Path(docs, f"{name}.svg").write_text(drawing, "utf-8")


def risks(own: Floats, foreign: Floats) -> list[tuple[float, float]]:
    """For rising thresholds how many answerable and how many foreign questions are answered."""
    return [
        (float((own >= least).mean()), float((foreign >= least).mean()))
        for least in np.arange(0, 1.0001, 0.01)
    ]


if __name__ == "__main__":
    if len(sys.argv) not in {2, 3}:
        sys.exit("usage: python -m benchmarks.silence DATA [DOCS]")
    main(*sys.argv[1:])
