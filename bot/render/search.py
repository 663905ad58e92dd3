"""The passages found for a question -> JSON, version 1.

{"version": 1, "question": "…",
 "passages": [{"rank": 1, "text": "…", …: as the quotation of an answer has it, up to "sha256"}],
 "searched": {"documents": 5, "paragraphs": 120}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render.objects import VERSION, passage_object

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.render.json_types import SearchObject
    from retrieval import Passage, Searched


def search_object(question: str, passages: Sequence[Passage], searched: Searched) -> SearchObject:
    """What was found, in the form above, best first."""
    return {
        "version": VERSION,
        "question": question,
        "passages": [passage_object(rank, passage) for rank, passage in enumerate(passages, start=1)],
        "searched": {"documents": searched.documents, "paragraphs": searched.paragraphs},
    }
