"""A question -> an Answer: quotations with the sentence that answers, or silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answering.confidence import NEAR_FROM
from retrieval.answering.findings import Findings
from retrieval.answering.quoting import Quoting
from retrieval.answers import Answer, Status

if TYPE_CHECKING:
    from retrieval.answering.stories import Stories
    from retrieval.model import Passage, Searched
    from retrieval.ranking.collection import Collection
    from retrieval.ranking.query import Query
    from retrieval.ranking.reranker import Reranker


def passages(
    query: Query, collection: Collection, limit: int, reranker: Reranker | None = None
) -> list[Passage]:
    """The best paragraphs, whether they answer or not."""
    findings = Findings(query, collection, limit, reranker)
    return [findings.passage(each) for each in findings.ranked[:limit]]


def answer(
    findings: Findings, stories: Stories, searched: Searched, places: range, silent_below: float
) -> Answer:
    """The Answer that was found, with the quotations at `places`, the best one's being 0.

    silent_below: confidence under which a question counts as not answered
    """
    sure = findings.confidence
    found = Quoting(findings, stories)
    quoting = found if found and sure >= silent_below else None
    nearest = found.quotes(range(1)) if not quoting and sure >= NEAR_FROM * silent_below else ()
    return Answer(
        question=findings.question,
        status=Status.ANSWERED if quoting else Status.NOT_FOUND,
        confidence=round(sure, 3),
        quotes=quoting.quotes(places) if quoting else (),
        forms=findings.forms(),
        searched=searched,
        further=max(0, len(quoting) - places.stop) if quoting else 0,
        asked=findings.asked.value,
        period=findings.period,
        nearest=nearest[0] if nearest else None,
    )
