"""Other engines over the same paragraphs, words as white space parts them: what search alone costs."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np
import tantivy
from rank_bm25 import BM25Okapi

from benchmarks import lucene

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_TOP = 10


@dataclass(frozen=True, slots=True)
class Bare:
    """An engine.

    build: (paragraphs, an empty folder) -> what answers a question
    most: paragraphs from which on it isn't worth the wait
    is_here: whether it can be measured
    elsewhere: whether another process does the work, so that its computing isn't counted
    """

    build: Callable[[Sequence[str], Path], Callable[[str], object]]
    most: int
    is_here: Callable[[], bool] = lambda: True
    elsewhere: bool = False


def _tantivy(texts: Sequence[str], folder: Path) -> Callable[[str], object]:
    schema = tantivy.SchemaBuilder().add_text_field("text", tokenizer_name="whitespace").build()
    index = tantivy.Index(schema, path=str(folder))
    writer = index.writer()
    for text in texts:
        writer.add_document(tantivy.Document(text=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(question: str) -> object:
        words = [tantivy.Query.term_query(schema, "text", word, "freq") for word in question.split()]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, word) for word in words])
        return searcher.search(query, limit=_TOP, count=False)

    return search


def _bm25s(texts: Sequence[str], _: Path) -> Callable[[str], object]:
    # Of the extra `bm25s`, which most do without.
    import bm25s  # noqa: PLC0415

    retriever = bm25s.BM25()
    retriever.index([text.split() for text in texts], show_progress=False)
    return lambda question: retriever.retrieve([question.split()], k=_TOP, show_progress=False)


def _rank_bm25(texts: Sequence[str], _: Path) -> Callable[[str], object]:
    bm25 = BM25Okapi([text.split() for text in texts])
    return lambda question: np.argsort(-bm25.get_scores(question.split()))[:_TOP]


ENGINES = {
    "bare tantivy": Bare(_tantivy, 1_000_000),
    "bm25s": Bare(_bm25s, 1_000_000, lambda: find_spec("bm25s") is not None),
    "rank-bm25": Bare(_rank_bm25, 10_000),
    "Lucene": Bare(lucene.build, 1_000_000, lucene.is_here, elsewhere=True),
}
"""Name -> engine."""
