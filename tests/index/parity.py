"""rank-bm25 in memory and tantivy on disk, asked all questions of the public sets: the figures of both.

    python -m tests.index.parity DATA

DATA holds arcd and xquad_ar in BEIR's layout. Each engine names the candidates that are rescored, though so small
a collection would be rescored whole.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from retrieval import Document, Retriever, Source, Span
from retrieval.evaluation import evaluate, read_set
from retrieval.ranking import search

if TYPE_CHECKING:
    from collections.abc import Mapping

    from retrieval import Paragraph
    from retrieval.evaluation import EvaluationSet

SETS = ("arcd", "xquad_ar")
TOLERANCE = 0.002


def figures_of_both(public: EvaluationSet, index: Path) -> dict[str, tuple[float, float]]:
    """Name of a figure -> what it is in memory and on disk; times left out.

    index: where to make the one on disk
    """
    with Retriever.open(index, create=True) as retriever, patch.object(search, "SMALL", 0):
        retriever.add(map(_document, public.paragraphs))
        memory = evaluate(public).figures
        with retriever._holdings.reading() as collection:
            disk = evaluate(public, collection=collection).figures
    return {name: (memory[name], disk[name]) for name in memory if not name.startswith("ms_")}


def apart(figures: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Those that differ by more than the tolerance."""
    return {name: both for name, both in figures.items() if abs(both[0] - both[1]) > TOLERANCE}


def some(public: EvaluationSet, every: int) -> EvaluationSet:
    """A set with some of its questions."""
    chosen = sorted(public.questions)[::every]
    return replace(
        public,
        questions={name: public.questions[name] for name in chosen},
        relevance={name: public.relevance[name] for name in chosen},
    )


def _document(paragraph: Paragraph) -> Document:
    source, text = paragraph.source, paragraph.text
    return Document(Source(source.path, source.title), text, (Span(0, len(text)),))


def _compare(data: Path) -> bool:
    """Print the figures; whether all agree."""
    agree = True
    for name in SETS:
        with tempfile.TemporaryDirectory() as folder:
            both = figures_of_both(read_set(data / name), Path(folder) / "index")
        for figure, (memory, disk) in both.items():
            print(f"{name:10}{figure:14}{memory:10.4f}{disk:10.4f}{disk - memory:+10.4f}")  # noqa: T201
        agree &= not apart(both)
    return agree


if __name__ == "__main__":
    sys.exit(not _compare(Path(sys.argv[1])))
