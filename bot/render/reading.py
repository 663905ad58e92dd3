"""What was read out of a file, for its owner.

As JSON, version 1, an object a document:

    {"version": 1, "source": {as in an answer}, "sha256": "…",
     "paragraphs": [{"start": 0, "end": 120, "page": "1" | null, "chapter": "…" | null, "text": "…"}],
     "dropped": [{"text": "…", "reason": "…"}]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render.json_line import json_line
from bot.render.objects import VERSION, paragraph_object, source_object
from bot.visible import visible, visible_line

if TYPE_CHECKING:
    from retrieval import Mark, Reading


def render(reading: Reading) -> str:
    """A document as one line of JSON, in the form above."""
    document = reading.document
    return json_line(
        {
            "version": VERSION,
            "source": source_object(document.source),
            "sha256": document.sha256,
            "paragraphs": [paragraph_object(paragraph) for paragraph in document.quotable()],
            "dropped": [{"text": each.text, "reason": each.reason} for each in reading.dropped],
        }
    )


def as_text(reading: Reading, *, explain: bool) -> str:
    """A document to be read by people: what is told of it, its paragraphs, and what was left out of them."""
    source = source_object(reading.document.source)
    blocks = ["\n".join(f"{name}: {visible_line(str(value))}" for name, value in source.items() if value)]
    last: tuple[Mark, ...] = ()
    for paragraph in reading.document.quotable():
        if paragraph.marks != last:
            blocks.append(" · ".join(f"[{mark.kind} {visible_line(mark.name)}]" for mark in paragraph.marks))
        last = paragraph.marks
        blocks.append(visible(paragraph.text))
    if explain:
        blocks.append(f"left out: {len(reading.dropped)}")
        blocks += [f"- {visible_line(each.text)}\n  ({each.reason})" for each in reading.dropped]
    return "\n\n".join(filter(None, blocks)) + "\n"
