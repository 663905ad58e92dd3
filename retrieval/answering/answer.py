"""A question -> an Answer: quotations with the sentence that answers, or silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answering.confidence import SILENT_BELOW
from retrieval.answering.findings import Findings
from retrieval.answering.quoting import Quoting
from retrieval.model import Answer, Searched, Status

if TYPE_CHECKING:
    from retrieval.answering.stories import Stories
    from retrieval.model import Passage
    from retrieval.ranking.collection import Collection
    from retrieval.ranking.query import Query
    from retrieval.ranking.reranker import Reranker


def passages(
    query: Query, collection: Collection, limit: int, reranker: Reranker | None = None
) -> list[Passage]:
    """The best paragraphs, whether they answer or not."""
    findings = Findings(query, collection, limit, reranker)
    return [findings.passage(each) for each in findings.ranked[:limit]]


def answer(findings: Findings, stories: Stories, searched: Searched, places: range) -> Answer:
    """The Answer that was found, with the quotations at `places`, the best one's being 0."""
    sure = findings.confidence
    quoting = Quoting(findings, stories) if sure >= SILENT_BELOW else None
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
    )
