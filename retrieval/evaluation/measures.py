"""The measures of a ranking, as ir-measures has them.

MacAvaney, Macdonald and Ounis, "Streamlining evaluation with ir-measures" (2022).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ir_measures import RR, R, ScoredDoc, Success, iter_calc, nDCG
from ir_measures import Qrel as Judgment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MEASURES = MappingProxyType(
    {
        "mrr@10": RR @ 10,
        "success@1": Success @ 1,
        "ndcg@10": nDCG @ 10,
        "recall@5": R @ 5,
        "recall@100": R @ 100,
    }
)
"""Name of a measure -> the measure."""
DEPTH = 100
"""Paragraphs of a ranking that the measures look at."""


def per_question(
    run: Mapping[str, Sequence[str]], relevance: Mapping[str, Mapping[str, int]]
) -> dict[str, list[float]]:
    """Name of a measure -> its value for each question of `relevance`, in that order.

    run: id of a question -> ids of paragraphs, best first
    relevance: id of a question -> id of a paragraph -> how relevant, 1 or more

    >>> per_question({"q": ["d1", "d2"]}, {"q": {"d2": 1}})["mrr@10"]
    [0.5]
    """
    judgments = [Judgment(q, d, score) for q, judged in relevance.items() for d, score in judged.items()]
    # Ranks in place of scores, so that the order stands where scores are equal.
    scored = [ScoredDoc(q, d, -float(place)) for q, ranked in run.items() for place, d in enumerate(ranked)]
    names = {measure: name for name, measure in MEASURES.items()}
    values = {
        (names[each.measure], each.query_id): each.value for each in iter_calc(list(names), judgments, scored)
    }
    return {name: [values[name, question] for question in relevance] for name in MEASURES}
