"""A document, or a page of a long one -> JSON, version 1.

    {"version": 1, "source": {as in an answer}, "sha256": "…", "length": 250000, "start": 0, "text": "…",
     "paragraphs": [{"start": 0, "end": 120, "page": "1" | null, "chapter": "…" | null, "text": "…"}],
     "marks": [{"start": 0, "kind": "page" | "chapter", "name": "1"}], "next": 100000 | null}

`text` begins at `start`; paragraphs and marks are those that begin in it, so that each stands on one page
only, a paragraph whole. `next` is where the next page starts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render.objects import VERSION, paragraph_object, source_object

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.render.json_types import ContextObject, DocumentObject
    from retrieval import Document, Paragraph


def document_object(document: Document, start: int, length: int) -> DocumentObject:
    """At most `length` characters of a document from `start` on, in the form above."""
    whole = len(document.text)
    page = range(start, min(start + length, whole))
    return {
        "version": VERSION,
        "source": source_object(document.source),
        "sha256": document.sha256,
        "length": whole,
        "start": start,
        "text": document.text[page.start : page.stop],
        "paragraphs": [paragraph_object(each) for each in document.quotable() if each.start in page],
        "marks": [
            {"start": mark.start, "kind": mark.kind, "name": mark.name}
            for mark in document.marks
            if mark.start in page
        ],
        "next": page.stop if page.stop < whole else None,
    }


def context_object(document: Document, paragraphs: Sequence[Paragraph]) -> ContextObject:
    """Some paragraphs of a document, with what is told of it."""
    return {
        "version": VERSION,
        "source": source_object(document.source),
        "sha256": document.sha256,
        "paragraphs": [paragraph_object(each) for each in paragraphs],
    }
