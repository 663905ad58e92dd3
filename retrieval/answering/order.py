"""The order of quotations.

One whose best sentence bears the question out, with the kind of thing asked for beside the words asked
about, comes before one that only repeats the words here and there.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from retrieval.answering.evidence import coverage
from retrieval.answering.weights import KIND, ORDER

if TYPE_CHECKING:
    from retrieval.answering.evidence import Evidence
    from retrieval.answering.inquiry import Inquiry
    from retrieval.answering.reading import Reading

DEPTH = 3
"""So many of the best-ranked paragraphs are worth reading for a better order."""
_REACH = 45.0
"""Characters over which nearness falls to 1/e: about eight words."""


def merit(reading: Reading) -> float:
    """What a paragraph's sentences add to its ranking score."""
    inquiry = reading.inquiry
    held = any(one.kinds for one in reading.sentences)
    return (
        ORDER["coverage"]
        * max((coverage(inquiry.weights, one.words) for one in reading.sentences), default=0.0)
        + ORDER["near"] * max((near(inquiry, one) for one in reading.sentences), default=0.0)
        + ORDER["kind"] * held * KIND.get(inquiry.asked.kind, 0.0)
    )


def near(inquiry: Inquiry, sentence: Evidence) -> float:
    """How near the kind of thing asked for stands to the question's words, 0 to 1."""
    return max((_nearness(inquiry, sentence, kind.start) for kind in sentence.kinds), default=0.0)


def _nearness(inquiry: Inquiry, sentence: Evidence, place: int) -> float:
    best = [0.0] * len(inquiry.words)
    for match in sentence.matches:
        closeness = match.likeness * math.exp(-abs(match.span.start - place) / _REACH)
        best[match.asked] = max(best[match.asked], closeness)
    return coverage(inquiry.weights, best)
