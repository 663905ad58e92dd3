"""The questions that were ranked worst, with what came first in the right paragraph's stead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from retrieval.evaluation.beir import EvaluationSet
    from retrieval.model import Paragraph

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Miss:
    """A question whose right paragraph didn't come first.

    rank: of the best of the right ones; None where none is among those ranked
    relevant: the right ones; instead: the first of those ranked above them
    """

    query_id: str
    question: str
    rank: int | None
    relevant: Sequence[Paragraph]
    instead: Sequence[Paragraph]


def misses(evaluation_set: EvaluationSet, run: Mapping[str, Sequence[str]], limit: int) -> list[Miss]:
    """At most `limit` questions, those ranked worst first, equals in the set's order.

    run: id of a question -> ids of paragraphs, best first
    """
    by_id = {each.source.path: each for each in evaluation_set.paragraphs}
    found = []
    for name, ranked in run.items():
        relevant = evaluation_set.relevance[name]
        place = next((place for place, each in enumerate(ranked) if each in relevant), None)
        if place == 0:
            continue
        found.append(
            Miss(
                name,
                evaluation_set.questions[name],
                None if place is None else place + 1,
                [by_id[each] for each in relevant],
                [by_id[each] for each in ranked[:place][:_SHOWN]],
            )
        )
    return sorted(found, key=lambda miss: -(miss.rank or float("inf")))[:limit]
