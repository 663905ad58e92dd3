"""JSON of answers (see `bot.render.json`) -> the quotations in them."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from bot.render.objects import VERSION
from retrieval import Paragraph, Source

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")


class NotAnAnswer(ValueError):
    """A line isn't the JSON of an answer; the message says what is wrong, and what is valid."""


def quoted(line: str) -> list[Paragraph]:
    """The paragraphs that an answer quotes; none for one that found nothing. Raises NotAnAnswer."""
    try:
        answer = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        raise NotAnAnswer("not JSON; give lines of `iqtibas ask --json`") from None
    if not isinstance(answer, dict) or answer.get("version") != VERSION:
        raise NotAnAnswer(f'no answer of "version" {VERSION}; give lines of `iqtibas ask --json`')
    if "error" in answer:
        return []
    return [_paragraph(each) for each in _valued(answer, "quotes", list)]


def _paragraph(quote: Any) -> Paragraph:
    if not isinstance(quote, dict):
        raise NotAnAnswer('each of "quotes" must be an object')
    text = _valued(quote, "text", str)
    if not text:
        raise NotAnAnswer('"text" must not be empty')
    source = _valued(quote, "source", dict)
    return Paragraph(
        text,
        _valued(quote, "start", int),
        _valued(quote, "end", int),
        Source(
            path=_valued(source, "path", str),
            title=_said(source, "title"),
            publisher=_said(source, "publisher"),
            date=_day(_said(source, "date")),
            url=_said(source, "url"),
            author=_said(source, "author"),
            metadata=_metadata(source.get("metadata", {})),
        ),
        _valued(quote, "sha256", str),
    )


def _valued(values: Mapping[str, Any], key: str, kind: type[T]) -> T:
    value = values.get(key)
    if not isinstance(value, kind):
        raise NotAnAnswer(f'"{key}" must be of type {kind.__name__}')
    return value


def _said(source: Mapping[str, Any], key: str) -> str | None:
    return None if source.get(key) is None else _valued(source, key, str)


def _metadata(values: Any) -> tuple[tuple[str, Any], ...]:
    if not isinstance(values, dict) or not all(
        isinstance(value, str | int | float) for value in values.values()
    ):
        raise NotAnAnswer('"metadata" must be an object of texts, numbers and booleans')
    return tuple(sorted(values.items()))


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise NotAnAnswer('"date" must be as 2021-02-03, or null') from None
