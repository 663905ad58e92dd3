"""Markdown, with or without front matter."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml.html import fragments_fromstring
from markdown_it import MarkdownIt

from retrieval.model import Mark
from retrieval.reading.extracted import Extracted, Said
from retrieval.reading.html.blocks import blocks
from retrieval.reading.metadata.yaml import read_yaml
from retrieval.reading.text.encodings import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_MARKDOWN = MarkdownIt("commonmark", {"breaks": True, "maxNesting": 100}).enable(["table", "strikethrough"])
_HEADINGS = ("h1", "h2")


def extract(data: bytes, name: str) -> Extracted:
    """The text without its markup. Raises FileUndecodable, FileDamaged where the front matter is no YAML.

    name: the file, as an error names it
    A heading of the first rank is the title if it is the only one; the rank that comes more than once, the
    first or the second, parts the text into chapters.
    """
    text = decode(data, name)
    front = _FRONT_MATTER.match(text)
    told = read_yaml(front[1], name) if front else Said()
    found = list(_blocks(text[front.end() :] if front else text))
    ranks = Counter(rank for rank, _ in found)
    chapters = next((rank for rank in _HEADINGS if ranks[rank] > 1), None)
    title = next((block for rank, block in found if rank == "h1"), None) if ranks["h1"] == 1 else None
    marks: list[Mark] = []
    at = 0
    for rank, block in found:
        if chapters and rank == chapters:
            marks.append(Mark(at, "chapter", block))
        at += len(block) + 2
    said = told if told.title else replace(told, title=title)
    return Extracted("\n\n".join(block for _, block in found), said=said, marks=tuple(marks))


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """The blocks of a text, each with its element."""
    for element in fragments_fromstring(f"<p></p>{_MARKDOWN.render(text)}"):
        yield from ((element.tag, block) for block in blocks(element))
