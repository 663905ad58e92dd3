"""Documents for measuring speed: real paragraphs as far as they go, then real sentences in new company.

Sentences that are combined anew keep the vocabulary growing as it does in text, since none of it is made up.
"""

from __future__ import annotations

import json
import lzma
import random
import re
from itertools import count, islice
from typing import TYPE_CHECKING

from retrieval import Document, Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_WORDS = 45
"""Words of a paragraph, as in the figures of other engines."""
_PARAGRAPHS = 20
"""Paragraphs of a document."""
_SENTENCE = re.compile(r"[^.؟!\n]+[.؟!\n]?")


def documents(corpus: Path, paragraphs: int, seed: int = 0) -> Iterator[Document]:
    """So many paragraphs in documents of twenty; the same each time.

    corpus: a file of JSON lines, with title and text, compressed by xz
    """
    chosen = islice(_paragraphs(corpus, random.Random(seed)), paragraphs)  # noqa: S311 - not for secrets
    for number in count():
        some = list(islice(chosen, _PARAGRAPHS))
        if not some:
            return
        yield _document(f"{number:06}.txt", some)


def _paragraphs(corpus: Path, chances: random.Random) -> Iterator[tuple[str, str]]:
    """(title, text), without end."""
    titles, sentences = [], []
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            read = json.loads(line)
            titles.append(read["title"])
            sentences += [found[0].strip() for found in _SENTENCE.finditer(read["text"]) if found[0].strip()]
            words = read["text"].split()
            for start in range(0, len(words), _WORDS):
                yield read["title"], " ".join(words[start : start + _WORDS])
    while True:
        text: list[str] = []
        while sum(len(sentence.split()) for sentence in text) < _WORDS:
            text.append(chances.choice(sentences))
        yield chances.choice(titles), " ".join(" ".join(text).split()[:_WORDS])


def _document(path: str, paragraphs: Sequence[tuple[str, str]]) -> Document:
    spans, start = [], 0
    for _, text in paragraphs:
        spans.append(Span(start, start + len(text)))
        start += len(text) + 1
    return Document(Source(path, paragraphs[0][0]), "\n".join(text for _, text in paragraphs), tuple(spans))
