"""The terms by which the engine is asked for candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from retrieval import Analyzer, Paragraph, Source
from retrieval.engines.rank_bm25 import RankBM25Engine
from retrieval.ranking.expansion import understand
from retrieval.ranking.in_memory import MemoryCollection
from retrieval.ranking.search import rank
from retrieval.ranking.weights import SMALL

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from retrieval.engines.protocol import TermsByField

CASES = [
    ("a word that every paragraph has, beside one that enough have", "الوفد في القرية", ["قري"]),
    ("beside one that too few have", "الوفد في الميناء", ["وفد", "ميناء"]),
    ("beside one that none has", "وفد الزرافات", ["وفد"]),
    ("alone", "الوفد", ["وفد"]),
]


class Recording(RankBM25Engine):
    """Remembers what it is asked for."""

    asked: TermsByField

    def candidates(
        self, terms: TermsByField, limit: int, among: NDArray[np.integer[Any]] | None = None
    ) -> list[int]:
        self.asked = terms
        return super().candidates(terms, limit, among)


@pytest.fixture(scope="module")
def collection() -> MemoryCollection:
    texts = (
        f"وصل الوفد إلى {'الميناء' if n % 100 == 0 else 'القرية' if n % 5 == 0 else 'العاصمة'}"
        for n in range(SMALL + 100)
    )
    made = MemoryCollection(Analyzer(), Recording())
    made.add(Paragraph(text, 0, len(text), Source("a.txt"), "0" * 64) for text in texts)
    return made


@pytest.mark.parametrize(("description", "question", "stems"), CASES, ids=[case[0] for case in CASES])
def test_common_words_name_candidates_only_where_the_others_name_too_few(
    collection: MemoryCollection, description: str, question: str, stems: list[str]
) -> None:
    query = understand(question, collection)

    assert rank(query, collection, limit=3), description
    assert [stem for stem in collection.engine.asked["stem"] if stem in {"وفد", "ميناء", "قري"}] == stems
