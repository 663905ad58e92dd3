"""What an index gives its engine: the terms of each paragraph, by their numbers."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from retrieval.ranking.collection import CANDIDATE_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from retrieval.engines.protocol import TermsByField
    from retrieval.index.counts import Texts
    from retrieval.ranking.vocabulary import TermTable


def engine_terms(texts: Texts, tables: Mapping[str, TermTable]) -> Iterator[TermsByField]:
    """Of each text its terms in the fields of candidates. tables: field -> the terms of every word."""
    ends = np.cumsum([0, *texts.lengths])
    columns = []
    for field in CANDIDATE_FIELDS:
        terms, _ = tables[field].of(texts.words)
        strings = list(map(str, terms.tolist()))
        cuts = np.cumsum([0, *tables[field].lengths(texts.words)])[ends].tolist()
        columns.append([strings[start:end] for start, end in pairwise(cuts)])
    return (dict(zip(CANDIDATE_FIELDS, each, strict=True)) for each in zip(*columns, strict=True))
