"""Paragraphs that hold just what is asked for: the words of a speaker, or the holder of an office.

«ماذا قال فلان عن …» is answered where he speaks, not where another speaks to him or of him; «من هو رئيس …»
where a name stands beside the office, not where the office alone is mentioned.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from retrieval.answering.holder import names_holder
from retrieval.answering.speaker import Speaker
from retrieval.arabic.questions import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answering.comparing import Comparer
    from retrieval.answering.inquiry import Inquiry
    from retrieval.ranking.collection import Collection
    from retrieval.ranking.search import Ranked

ATTRIBUTED = 0.3
"""What holding just that is worth, where the best score is 1; words of another speaker cost as much."""
_DEPTH = 6
"""So many of the best-ranked paragraphs are looked at."""


def attributed_first(
    found: Sequence[Ranked], inquiry: Inquiry, compare: Comparer, collection: Collection, whole: float
) -> list[Ranked]:
    """The paragraphs in a new order, where the question has one of these forms.

    compare: with the words of `inquiry`; whole: the best score of the ranking
    """
    if inquiry.asked.kind is Kind.SPEECH and inquiry.speaker:
        worth = Speaker(inquiry, compare, collection).speaks
    elif inquiry.asked.kind is Kind.PERSON:
        worth = partial(names_holder, inquiry, compare, collection)
    else:
        return list(found)
    moved = [
        each._replace(score=max(0.0, each.score + ATTRIBUTED * whole * worth(each)))
        for each in found[:_DEPTH]
    ]
    return sorted([*moved, *found[_DEPTH:]], key=lambda each: -each.score)
