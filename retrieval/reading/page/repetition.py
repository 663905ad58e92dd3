"""Furniture that no rule knows: the same block above or below the text in many documents of one folder.

A newsletter's pitch, a disclaimer, an author's biography. A sentence of an article must never be lost, so a
line goes only where it is long enough to say something of its own, stands at the edge of the text, comes in
documents that tell different things (an agency's story in five papers is no furniture), and is neither an
item of a list nor a labelled article of a law.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from retrieval.model import Span
from retrieval.reading.extracted import Dropped
from retrieval.reading.page.kinds import is_item, labelled
from retrieval.reading.page.lines import lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from retrieval.model import Document
    from retrieval.reading.page.lines import Line

MANY, SHARE = 5, 0.1
"""So many documents, and this share of their folder's, have to hold a block for it to be furniture."""
_WORDS = range(5, 61)
"""Words of such a block; a shorter one may be a formula («رواه البخاري»), a longer one is a text."""
_LEFT = 0.5
"""Share of what may be quoted that must be left: where most of it is repeated, it is not furniture."""
_LABEL_WORDS = 3
_NUMBER = re.compile(r"\d+")


class _Text(NamedTuple):
    """A document's lines, each with its wording, and the longest of them, which tells it from others."""

    document: Document
    lines: Sequence[Line]
    wordings: Sequence[str]
    body: str


def folder_of(path: str) -> str:
    """The folder whose documents are compared with one of this path."""
    return str(PurePosixPath(path).parent)


def without_repeated(documents: Iterable[Document]) -> list[Document]:
    """The documents in their order, each with paragraphs without what is furniture in its folder."""
    texts = [_text(document) for document in documents]
    folders: dict[str, list[_Text]] = defaultdict(list)
    for text in texts:
        folders[folder_of(text.document.source.path)].append(text)
    repeated = {folder: _repeated(inside) for folder, inside in folders.items()}
    return [_cut(text, repeated[folder_of(text.document.source.path)]) for text in texts]


def left_out(before: Document, after: Document) -> tuple[Dropped, ...]:
    """What `without_repeated` took out of a document's paragraphs."""
    start, end = after.paragraphs[0].start, after.paragraphs[-1].end
    gone = [before.text[span.start : min(span.end, start)] for span in before.paragraphs]
    gone += [before.text[max(span.start, end) : span.end] for span in before.paragraphs]
    return tuple(
        Dropped(text.strip(), "repeated in other documents of its folder") for text in gone if text.strip()
    )


def _text(document: Document) -> _Text:
    found = lines(document.text)
    body = max((line.text for line in found), key=len, default="")
    return _Text(document, found, [_wording(line.text) for line in found], body)


def _wording(line: str) -> str:
    """What is compared of a line; nothing of one that is never furniture."""
    words = line.split(maxsplit=_WORDS.stop)
    if len(words) not in _WORDS or is_item(line):
        return ""
    label = (labelled(line) or ("", ""))[0]
    return "" if label and len(label.split()) <= _LABEL_WORDS else _NUMBER.sub("0", " ".join(words))


def _repeated(texts: Sequence[_Text]) -> frozenset[str]:
    """The wordings that stand in many different texts."""
    if len(texts) < MANY:
        return frozenset()
    bodies: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for wording in text.wordings:
            bodies[wording].add(text.body)
    fewest = max(MANY, SHARE * len({text.body for text in texts}))
    return frozenset(wording for wording, among in bodies.items() if wording and len(among) >= fewest)


def _cut(text: _Text, repeated: frozenset[str]) -> Document:
    """The document from its first quotable line that isn't repeated to the last; whole if little is left."""
    if repeated.isdisjoint(text.wordings):
        return text.document
    spans = text.document.paragraphs
    staying = [
        line
        for line, wording in zip(text.lines, text.wordings, strict=True)
        if (wording not in repeated or line.text == text.body)
        and any(span.start < line.end and line.start < span.end for span in spans)
    ]
    if not staying:
        return text.document
    start, end = staying[0].start, staying[-1].end
    clipped = (Span(max(span.start, start), min(span.end, end)) for span in spans)
    left = tuple(span for span in clipped if span.start < span.end)
    if sum(map(len, left)) < _LEFT * sum(map(len, spans)):
        return text.document
    return replace(text.document, paragraphs=left)
