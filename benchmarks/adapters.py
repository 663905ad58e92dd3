"""What the Arabic analysis is worth to other engines: bm25s and scikit-learn with their words and with ours.

    python -m benchmarks.adapters DATA

DATA holds the evaluation sets arcd/ and xquad_ar/ in BEIR's layout. Paragraphs are ranked without titles.
Prints MRR@10 as Markdown.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import bm25s
import numpy as np
from bm25s.tokenization import Tokenizer
from sklearn.feature_extraction.text import TfidfVectorizer

from retrieval.adapters.bm25s import tokenizer
from retrieval.adapters.terms import Terms
from retrieval.evaluation import EvaluationSet, read_set

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    Rank = Callable[[Sequence[str], Sequence[str]], Iterable[Sequence[int] | NDArray[np.int64]]]
    """(paragraphs, questions) -> for each question the places of the first ten paragraphs."""

SETS = ("arcd", "xquad_ar")
TOP = 10


def by_bm25s(words: Tokenizer) -> Rank:
    """Ranked by bm25s with its defaults, over the terms of a tokenizer."""

    def rank(paragraphs: Sequence[str], questions: Sequence[str]) -> NDArray[np.int64]:
        engine = bm25s.BM25()
        words.reset_vocab()
        engine.index(words.tokenize(paragraphs, return_as="tuple", show_progress=False), show_progress=False)
        asked = words.tokenize(questions, show_progress=False)
        found: NDArray[np.int64] = engine.retrieve(asked, k=TOP, show_progress=False).documents
        return found

    return rank


def by_tfidf(**options: Any) -> Rank:
    """Ranked by the cosine of scikit-learn's TF-IDF; options: of its vectoriser."""

    def rank(paragraphs: Sequence[str], questions: Sequence[str]) -> NDArray[np.int64]:
        vectoriser = TfidfVectorizer(sublinear_tf=True, **options)
        cosines = vectoriser.fit_transform(paragraphs) @ vectoriser.transform(questions).T
        return np.argsort(-cosines.toarray().T, axis=1, kind="stable")[:, :TOP]

    return rank


RANKED = {
    "bm25s, its own words": by_bm25s(Tokenizer(stopwords=None)),
    "bm25s, ours: stem": by_bm25s(tokenizer("stem")),
    "bm25s, ours: stem + root": by_bm25s(tokenizer()),
    "bm25s, ours: stem + root, with stop words": by_bm25s(tokenizer(stop_words=True)),
    "bm25s, ours: stem + root + gram": by_bm25s(tokenizer("stem", "root", "gram")),
    "TfidfVectorizer, its own words": by_tfidf(),
    "TfidfVectorizer, ours: stem + root": by_tfidf(analyzer=Terms()),
}
"""Name -> what ranks."""


def mrr(rank: Rank, questions: EvaluationSet) -> float:
    """The mean of 1 / the rank of the first relevant paragraph, 0 after the tenth."""
    ids = [paragraph.source.path for paragraph in questions.paragraphs]
    ranked = rank([paragraph.text for paragraph in questions.paragraphs], [*questions.questions.values()])
    reciprocal = [
        next((1 / place for place, each in enumerate(row, 1) if ids[each] in questions.relevance[name]), 0.0)
        for name, row in zip(questions.questions, ranked, strict=True)
    ]
    return float(np.mean(reciprocal))


def main() -> None:
    """Measure and print."""
    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks.adapters DATA")
    sets = [read_set(f"{sys.argv[1]}/{name}") for name in SETS]
    print(f"| MRR@10 | {' | '.join(SETS)} |")
    print("| --- " * (1 + len(SETS)) + "|")
    for name, rank in RANKED.items():
        print(f"| {name} | {' | '.join(f'{mrr(rank, each):.3f}' for each in sets)} |", flush=True)


if __name__ == "__main__":
    main()
