"""What a text's document quotes, as plain strings."""

from __future__ import annotations

from retrieval.reading.document import compose


def quotable(text: str) -> list[str]:
    """The paragraphs that may be quoted from a text."""
    return [span.of(text) for span in compose(text, "text.txt").paragraphs]


def lines(*blocks: str) -> str:
    """Blocks with a blank line between them, as web pages come."""
    return "\n\n".join(blocks)
