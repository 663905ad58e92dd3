"""A question -> an Answer: quotations with the sentence that answers, or silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answering.confidence import SILENT_BELOW
from retrieval.answering.findings import Findings
from retrieval.model import Answer, Quote, Searched, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.model import Passage
    from retrieval.ranking.collection import Collection
    from retrieval.ranking.query import Query
    from retrieval.ranking.reranker import Reranker
    from retrieval.ranking.search import Ranked

QUOTABLE = 20
"""So many of the best passages may be quoted: what ranks lower has never been seen to answer."""
_BEARING = 0.5
"""A passage that scores less than this share of the best one's doesn't bear on the question."""


def passages(
    query: Query, collection: Collection, limit: int, reranker: Reranker | None = None
) -> list[Passage]:
    """The best paragraphs, whether they answer or not."""
    findings = Findings(query, collection, limit, reranker)
    return [findings.passage(each) for each in findings.ranked[:limit]]


def answer(findings: Findings, searched: Searched, places: range) -> Answer:
    """The Answer that was found, with the quotations at `places`, the best one's being 0."""
    sure = findings.confidence
    bearing = _bearing(findings.ranked[:QUOTABLE]) if sure >= SILENT_BELOW else []
    shown = enumerate(bearing[places.start : places.stop], start=places.start + 1)
    return Answer(
        question=findings.question,
        status=Status.ANSWERED if bearing else Status.NOT_FOUND,
        confidence=round(sure, 3),
        quotes=tuple(_quote(number, each, findings) for number, each in shown),
        forms=findings.forms(),
        searched=searched,
        further=max(0, len(bearing) - places.stop),
        asked=findings.asked.value,
        period=findings.period,
    )


def _bearing(ranked: Sequence[Ranked]) -> list[Ranked]:
    return [each for each in ranked if each.score >= _BEARING * ranked[0].score]


def _quote(rank: int, ranked: Ranked, findings: Findings) -> Quote:
    passage = findings.passage(ranked)
    return Quote(
        rank,
        passage.paragraph,
        passage.answer,
        passage.highlights,
        passage.score,
        why=findings.why(ranked, passage.answer),
        dates=findings.dates(ranked, passage.answer),
    )
