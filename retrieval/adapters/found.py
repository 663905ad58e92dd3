"""What a framework is given for a question: the paragraph's words, and all else as plain values for JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from retrieval.citation import attribution

if TYPE_CHECKING:
    from collections.abc import Mapping

    from retrieval.answers import Quote
    from retrieval.model import Passage, Span
    from retrieval.retriever import Retriever


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph that was found.

    key: names it within its collection, "path:start-end"
    text: the paragraph as it stands in its document; the sentence that answers is `metadata["answer"]`
    score: comparable within one question only
    metadata: the names of docs/json.md; `answer` and `highlights` are spans of `text`, [start, end]
    """

    key: str
    text: str
    score: float
    metadata: dict[str, Any]


def find(
    retriever: Retriever, question: str, limit: int, where: Mapping[str, object] | None, *, silent: bool
) -> list[Found]:
    """The best paragraphs for a question, best first.

    limit: at most so many
    where: which documents are asked, see `retrieval.where`
    silent: whether nothing is given where the documents don't answer (`Retriever.ask`); otherwise whatever
        shares words with the question (`Retriever.search`)
    Raises EmptyQuestion, QuestionTooLong, WhereInvalid.
    """
    if silent:
        return [_found(quote) for quote in retriever.ask(question, limit, where=where).quotes]
    return [_found(passage) for passage in retriever.search(question, limit, where)]


def _found(passage: Passage | Quote) -> Found:
    paragraph = passage.paragraph
    source = paragraph.source
    marks = {mark.kind: mark.name for mark in paragraph.marks}
    return Found(
        key=f"{source.path}:{paragraph.start}-{paragraph.end}",
        text=paragraph.text,
        score=passage.score,
        metadata={
            "path": source.path,
            "title": source.title,
            "publisher": source.publisher,
            "date": source.date.isoformat() if source.date else None,
            "url": source.url,
            "author": source.author,
            **({"metadata": dict(source.metadata)} if source.metadata else {}),
            "attribution": attribution(source, paragraph.marks),
            "page": marks.get("page"),
            "chapter": marks.get("chapter"),
            "start": paragraph.start,
            "end": paragraph.end,
            "sha256": paragraph.sha256,
            "score": passage.score,
            "answer": _pair(passage.answer),
            "highlights": [_pair(span) for span in passage.highlights],
        },
    )


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
