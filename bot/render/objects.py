"""The parts that all JSON of this program has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from retrieval import attribution

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.render.json_types import DaysObject, ParagraphObject, PassageObject, SourceObject
    from retrieval import Mark, Paragraph, Passage, Quote, Source, Span

VERSION: Final = 1
"""Of the forms that docs/json.md tells."""


def passage_object(rank: int, found: Passage | Quote) -> PassageObject:
    """A paragraph that was found for a question; rank: 1 for the best."""
    paragraph = found.paragraph
    return {
        "rank": rank,
        "text": paragraph.text,
        "answer": pair(found.answer),
        "highlights": [pair(span) for span in found.highlights],
        "score": round(found.score, 4),
        "source": source_object(paragraph.source),
        "attribution": attribution(paragraph.source, paragraph.marks),
        "page": _name("page", paragraph.marks),
        "chapter": _name("chapter", paragraph.marks),
        "start": paragraph.start,
        "end": paragraph.end,
        "sha256": paragraph.sha256,
    }


def paragraph_object(paragraph: Paragraph) -> ParagraphObject:
    """A paragraph of a document that is told of beside it."""
    return {
        "start": paragraph.start,
        "end": paragraph.end,
        "page": _name("page", paragraph.marks),
        "chapter": _name("chapter", paragraph.marks),
        "text": paragraph.text,
    }


def source_object(source: Source) -> SourceObject:
    """A source as all JSON of this program tells it."""
    told: SourceObject = {
        "path": source.path,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date.isoformat() if source.date else None,
        "url": source.url,
        "author": source.author,
    }
    if source.metadata:
        told["metadata"] = dict(source.metadata)
    return told


def dated(first: date | None, last: date | None) -> DaysObject:
    """The first and the last day of a time; None where it is open."""
    return {"first": first.isoformat() if first else None, "last": last.isoformat() if last else None}


def pair(span: Span) -> list[int]:
    """A span as the two offsets that it is."""
    return [span.start, span.end]


def _name(kind: str, marks: Iterable[Mark]) -> str | None:
    return next((mark.name for mark in marks if mark.kind == kind), None)
