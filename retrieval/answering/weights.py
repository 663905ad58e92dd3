"""What each sign counts for when a sentence is chosen, quotations are ordered and an answer is trusted.

The one place where such numbers stand. Each group is a logistic regression over ARCD and XQuAD-ar (fitted on
either, it does as well on the other), rounded; see the modules that use them for what each sign measures.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from retrieval.arabic.questions import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

KIND: Mapping[Kind, float] = MappingProxyType({
    Kind.TIME: 1.9,
    Kind.NUMBER: 1.9,
    Kind.DURATION: 1.9,
    Kind.PERSON: 0.8,
    Kind.PLACE: 0.8,
    Kind.CAUSE: 0.3,
    Kind.MANNER: 0.3,
    Kind.SPEECH: 0.3,
})  # fmt: skip
"""How much a sentence gains by holding the kind of thing asked for: dates and numbers are recognised well,
persons and places by their company only, and the marks of cause and manner have other uses as well."""

SENTENCE: Mapping[str, float] = MappingProxyType({
    "pieces": 1.2,
    "words here": 1.4,
    "pieces here": 1.5,
    "words before": 0.5,
    "kind": 1.0,
    "opening": 0.9,
})  # fmt: skip
"""What a sentence's signs count for (log-odds against its neighbours)."""

SHARE_COST = 0.52
"""What showing the whole paragraph would cost, where finding the answer for certain is worth 1. Dearer, and
answers are missed; cheaper, and half the paragraph is set in bold."""

ORDER: Mapping[str, float] = MappingProxyType({
    "coverage": 0.2,
    "near": 0.1,
    "kind": 0.05,
})  # fmt: skip
"""What a quotation gains over its ranking score, which counts 1 for the best."""

CONFIDENCE: Mapping[str, float] = MappingProxyType({
    "pieces": 4.1,
    "words": 5.0,
    "amount": 2.8,
    "kind missing": -0.6,
    "unstated": -2.9,
    "name missing": -0.55,
    "opening": -0.55,
})  # fmt: skip
"""What speaks for an answer (log-odds). Fitted on as many questions that documents answer as that they don't:
nine in ten of these are asked of foreign documents, one in ten of its own less the paragraph that answers."""

CONFIDENCE_BIAS = -11.7

WORDS_BESIDE_MEANING = 0.74
"""What all that counts for where a reranker tells a paragraph's meaning too (`ranking/dense.py`): some of it
is said twice."""
