"""The lines of an article -> its paragraphs, as spans of the text.

A paragraph is what the author set apart: by blank lines, or by line breaks where lines are too long to have
been wrapped or the text has no blank lines. A heading stays with what it heads, a very short paragraph joins
the one before it, a very long one is cut where sentences end.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from retrieval.arabic.sentences import sentences
from retrieval.model import Span
from retrieval.reading.page.kinds import CLOSING, is_item
from retrieval.reading.page.page import WRAP_WIDTH, blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from retrieval.reading.page.lines import Line

LONGEST = 1200
"""Characters of a paragraph at most: what can be read at a glance, and shown three times in one message."""
_HEADING_LENGTH = 60
_HEADING_WORDS = 8
_HEADINGS_LENGTH = 200
"""Characters of headings upon headings: what is longer is a poem or a list, and is parted here."""
_SHORT_WORDS = 4
"""Words of a paragraph that says nothing by itself: «انتهى.»"""
_ITEM_WORDS = 20
"""Words of a list item that is read with the others; a longer one stands by itself."""
_NOT_AFTER_HEADINGS = (".", "!", "،", ",", "؛", ";", "…")
_SPACES = " \n\t\xa0"
_CLAUSE_ENDS = "؛،;,:"


def paragraphs(text: str, stretches: Iterable[Sequence[Line]]) -> tuple[Span, ...]:
    """The paragraphs of `text`, in order and without overlap.

    stretches: runs of lines that follow each other in the text; no paragraph reaches over the end of one
    """
    stretches = list(stretches)
    by_line = not any(line.apart for stretch in stretches for line in stretch)
    return tuple(piece for stretch in stretches for piece in joined(text, list(_units(stretch, by_line))))


def joined(text: str, units: Sequence[Span]) -> tuple[Span, ...]:
    """The paragraphs that units of `text` make, in order: the short ones joined, the long ones cut."""
    return tuple(piece for span in _joined(text, units) for piece in _cut(text, span))


def _units(stretch: Sequence[Line], by_line: bool) -> Iterator[Span]:
    """What the author set apart, before anything is joined or cut."""
    for block in blocks(stretch):
        found = stretch[block.start : block.stop]
        if by_line or max(len(line.text) for line in found) > WRAP_WIDTH:
            yield from (Span(line.start, line.end) for line in found)
        else:
            yield Span(found[0].start, found[-1].end)


def _joined(text: str, units: Sequence[Span]) -> list[Span]:
    """The units, headings joined to what they head and very short ones to what they follow."""
    found: list[Span] = []
    heading: int | None = None
    before = ""
    for unit in units:
        words = unit.of(text)
        if heading is None and found and _follows(before, words) and unit.end - found[-1].start <= LONGEST:
            found[-1] = Span(found[-1].start, unit.end)
        else:
            start = unit.start if heading is None else heading
            heads = _is_heading(words) or (not found and _is_short(words))
            heading = start if heads and unit.end - start <= _HEADINGS_LENGTH else None
            if heading is None:
                found.append(Span(start, unit.end))
        before = words
    if heading is None:
        return found
    return _with_last(text, found, Span(heading, units[-1].end))


def _with_last(text: str, found: list[Span], last: Span) -> list[Span]:
    """The paragraphs with headings that head nothing: the last words of the text, or of a stretch."""
    if found and _is_short(last.of(text)):
        return [*found[:-1], Span(found[-1].start, last.end)]
    return [*found, last]


def _is_heading(words: str) -> bool:
    return (
        len(words) <= _HEADING_LENGTH
        and len(words.split()) <= _HEADING_WORDS
        and "\n" not in words
        and not words.rstrip(CLOSING).endswith(_NOT_AFTER_HEADINGS)
        and not is_item(words)
    )


def _is_short(words: str) -> bool:
    return len(words) <= _HEADING_LENGTH and len(words.split()) <= _SHORT_WORDS


def _follows(before: str, words: str) -> bool:
    """Whether a unit is read with the one before it: a few words, or a short item of the same list."""
    if is_item(words):
        return (is_item(before) or before.endswith(":")) and len(
            words.split(maxsplit=_ITEM_WORDS)
        ) <= _ITEM_WORDS
    return _is_short(words) and not _is_heading(words)


def _cut(text: str, span: Span) -> Iterator[Span]:
    """The span in pieces of about the same size, none longer than a paragraph may be."""
    if len(span) <= LONGEST:
        yield span
        return
    size = len(span) / ceil(len(span) / LONGEST)
    start = end = span.start
    for portion in _portions(text, span):
        if end > start and (portion.end - start > LONGEST or end - start >= size):
            yield Span(start, end)
            start = portion.start
        end = portion.end
    yield Span(start, end)


def _portions(text: str, span: Span) -> Iterator[Span]:
    """The sentences of the span; what is too long for a paragraph, cut after a clause or a word."""
    for sentence in sentences(span.of(text)):
        start, end = span.start + sentence.start, span.start + sentence.end
        while end - start > LONGEST:
            words = text[start : start + LONGEST]
            words = words[: _break(words)].rstrip()
            yield Span(start, start + len(words))
            start = _next_word(text, start + len(words))
        yield Span(start, end)


def _next_word(text: str, place: int) -> int:
    while text[place].isspace():
        place += 1
    return place


def _break(window: str) -> int:
    """Where to break a stretch without a sentence's end: after the last clause, else after the last word."""
    clause = max(window.rfind(mark) for mark in _CLAUSE_ENDS) + 1
    if clause > LONGEST // 2:
        return clause
    return max(window.rfind(space) for space in _SPACES) + 1 or LONGEST
