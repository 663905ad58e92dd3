"""What a text's document quotes, as plain strings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.reading.document import compose
from retrieval.reading.extracted import Extracted

if TYPE_CHECKING:
    from retrieval.model import Document


def document(text: str) -> Document:
    """The document of a plain text."""
    return compose(Extracted(text), "text.txt").document


def quotable(text: str) -> list[str]:
    """The paragraphs that may be quoted from a text."""
    return [span.of(text) for span in document(text).paragraphs]


def lines(*blocks: str) -> str:
    """Blocks with a blank line between them, as web pages come."""
    return "\n\n".join(blocks)
