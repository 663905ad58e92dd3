"""Small documents to index."""

from __future__ import annotations

from pathlib import Path

from retrieval import Document, Source, Span

SEEDS = Path(__file__).parents[2] / "seeds"


def document(path: str, *paragraphs: str, title: str | None = None) -> Document:
    """A document of paragraphs with an empty line between them."""
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return Document(Source(path, title), "\n\n".join(paragraphs), tuple(spans))


def write(folder: Path, name: str, text: str) -> Path:
    """A text file, with its folders."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path
