"""Whether one ranking is better than another, or luckier: both are asked the same questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

SAMPLES = 10_000


@dataclass(frozen=True, slots=True)
class Difference:
    """The mean difference of a measure over the same questions.

    low, high: its 95% interval; p: how often chance alone would make it as large, either way
    """

    mean: float
    low: float
    high: float
    p: float


def paired(these: Sequence[float], others: Sequence[float]) -> Difference:
    """How much higher `these` are than `others`; both hold a value for each question, in the same order.

    The interval by the percentile bootstrap (Sakai, "Evaluating evaluation metrics based on the bootstrap",
    2006), p by the randomisation test (Smucker, Allan and Carterette, 2007). The same every time.

    >>> paired([1.0, 0.5], [1.0, 0.5])
    Difference(mean=0.0, low=0.0, high=0.0, p=1.0)
    """
    random = np.random.default_rng(0)
    differences = np.asarray(these) - np.asarray(others)
    # Reciprocal ranks take few values: drawing how often each occurs is drawing the questions.
    values, counts = np.unique(differences, return_counts=True)
    questions = len(differences)
    means = random.multinomial(questions, counts / questions, SAMPLES) @ values / questions
    low, high = np.quantile(means, [0.025, 0.975]).tolist()

    swapped = counts - 2 * random.binomial(counts, 0.5, (SAMPLES, len(counts)))
    # As large but for rounding.
    extreme = np.abs(swapped @ values) >= abs(differences.sum()) - 1e-9
    return Difference(float(differences.mean()), low, high, float((1 + extreme.sum()) / (1 + SAMPLES)))
