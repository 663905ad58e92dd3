"""How well questions are answered: a set in BEIR's layout -> figures. Needs the extra `eval`.

>>> from retrieval import evaluation
>>> sorted(evaluation.RANKINGS)[:3]
['grams', 'iqtibas', 'no-grams']
"""

from __future__ import annotations

from retrieval.evaluation.beir import EvaluationSet, read_set
from retrieval.evaluation.comparison import Comparison, compare
from retrieval.evaluation.evaluate import Evaluation, Progress, evaluate
from retrieval.evaluation.misses import Miss, misses
from retrieval.evaluation.rankings import RANKINGS
from retrieval.evaluation.record import BadSet
from retrieval.evaluation.significance import Difference

__all__ = [
    "RANKINGS",
    "BadSet",
    "Comparison",
    "Difference",
    "Evaluation",
    "EvaluationSet",
    "Miss",
    "Progress",
    "compare",
    "evaluate",
    "misses",
    "read_set",
]
