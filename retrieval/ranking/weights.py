"""What each field of the ranking counts for. The one place where such numbers stand.

From the measurements over ARCD and XQuAD-ar: in-word n-grams carry the ranking, roots help them along, a
document's title counts for something.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldWeight:
    """weight: factor of the field's BM25 score; k1, b: its saturation and length normalisation."""

    weight: float
    k1: float
    b: float


FIELD_WEIGHTS = {
    "gram": FieldWeight(weight=1.0, k1=0.7, b=0.75),
    "root": FieldWeight(weight=3.0, k1=0.7, b=0.75),
    "title": FieldWeight(weight=0.4, k1=0.7, b=0.3),
}
CANDIDATES = 300
"""How many paragraphs of the first stage are rescored. A collection no larger is rescored whole."""
