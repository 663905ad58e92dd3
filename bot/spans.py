"""Spans that follow their words through a change of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval import Span

if TYPE_CHECKING:
    from collections.abc import Callable


def moved(text: str, span: Span, change: Callable[[str], str]) -> Span:
    """Where `span` of `text` stands in `change(text)`.

    `change` must treat each character by itself and what precedes it, never by what follows.

    >>> moved("1 23 4", Span(2, 4), lambda text: text.replace(" ", ""))
    Span(start=1, end=3)
    """
    return Span(len(change(text[: span.start])), len(change(text[: span.end])))
