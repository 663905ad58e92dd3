"""How sure an answer is, and from where on the documents are said to be silent."""

from __future__ import annotations

SILENT_BELOW = 0.4
"""A question of whose telling words less than this share is found together is not answered."""


def confidence(covered: float) -> float:
    """0 to 1: the share of the question's telling words that the best passage holds."""
    return round(min(1.0, covered), 3)
