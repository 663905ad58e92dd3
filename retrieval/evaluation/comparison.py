"""Named rankings side by side over one set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from retrieval.evaluation.evaluate import collect, unseen
from retrieval.evaluation.measures import DEPTH, per_question
from retrieval.evaluation.rankings import RANKINGS
from retrieval.evaluation.significance import Difference, paired

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from retrieval.evaluation.beir import EvaluationSet
    from retrieval.evaluation.evaluate import Progress
    from retrieval.ranking.collection import Collection

COMPARED = "mrr@10"
"""The measure whose differences are tested."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A ranking's figures, and its difference in MRR@10 from the ranking `against`."""

    figures: Mapping[str, float]
    against: str
    difference: Difference


def compare(
    evaluation_set: EvaluationSet, names: Iterable[str], progress: Progress = unseen
) -> dict[str, Comparison]:
    """Name of a ranking -> how it does, for each of `names` and those that they are compared with."""
    needed = _with_references(names)
    collection = collect(evaluation_set.paragraphs)
    values = {
        name: measured(name, collection, evaluation_set, progress) for name in RANKINGS if name in needed
    }
    return {
        name: Comparison(
            {measure: float(np.mean(each)) for measure, each in values[name].items()},
            RANKINGS[name].against,
            paired(values[name][COMPARED], values[RANKINGS[name].against][COMPARED]),
        )
        for name in values
    }


def measured(
    name: str, collection: Collection, evaluation_set: EvaluationSet, progress: Progress = unseen
) -> dict[str, list[float]]:
    """Name of a measure -> its value for each question, in the set's order, under the ranking `name`."""
    ranker = RANKINGS[name].over(collection)
    ids = [each.source.path for each in evaluation_set.paragraphs]
    run = {
        question: [ids[key] for key in ranker(evaluation_set.questions[question], DEPTH)]
        for question in progress(name, list(evaluation_set.questions))
    }
    return per_question(run, evaluation_set.relevance)


def _with_references(names: Iterable[str]) -> set[str]:
    """`names`, with what they are compared with, and what that is compared with."""
    found = set(names)
    while missing := {RANKINGS[name].against for name in found} - found:
        found |= missing
    return found
