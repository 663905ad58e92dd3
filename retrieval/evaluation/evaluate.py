"""An evaluation set, asked from end to end: how paragraphs are ranked, sentences chosen, silence kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from retrieval.answering.confidence import SILENT_BELOW
from retrieval.answering.findings import Findings
from retrieval.arabic.analyzer import Analyzer
from retrieval.engines.rank_bm25 import RankBM25Engine
from retrieval.evaluation.measures import DEPTH, per_question
from retrieval.ranking.expansion import understand
from retrieval.ranking.in_memory import MemoryCollection

if TYPE_CHECKING:
    from retrieval.evaluation.beir import EvaluationSet
    from retrieval.model import Paragraph, Passage, Span
    from retrieval.ranking.collection import Collection
    from retrieval.ranking.reranker import Reranker

Progress = Callable[[str, Iterable[str]], Iterable[str]]
"""(what is being asked, ids of questions) -> the same ids, one by one; may show how many are done."""

_QUOTATIONS = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a question.

    ranked: ids of the best paragraphs; passages: the first three, silence or not
    silent: whether the question is left unanswered
    """

    ranked: Sequence[str]
    passages: Sequence[Passage]
    silent: bool
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures of a set, by the names that `iqtibas eval --json` prints.

    run: id of a question -> ids of paragraphs, best first
    """

    figures: Mapping[str, float]
    run: Mapping[str, Sequence[str]]


def unseen(_: str, questions: Iterable[str]) -> Iterable[str]:
    """The Progress that shows nothing."""
    return questions


def collect(paragraphs: Iterable[Paragraph]) -> MemoryCollection:
    """The paragraphs of a set, ready to be ranked as the Retriever ranks its documents'."""
    collection = MemoryCollection(Analyzer(), RankBM25Engine())
    collection.add(paragraphs)
    return collection


def evaluate(
    evaluation_set: EvaluationSet,
    progress: Progress = unseen,
    reranker: Reranker | None = None,
    collection: Collection | None = None,
) -> Evaluation:
    """Every question of a set asked, and what came of it in figures.

    collection: the set's paragraphs as they are to be asked; in memory unless told
    Ranking and choice of sentence are measured where the Retriever would keep silent as well.
    """
    if collection is None:
        collection = collect(evaluation_set.paragraphs)
    if reranker:
        reranker.add(evaluation_set.paragraphs)
    texts = {**evaluation_set.questions, **evaluation_set.unanswerable}
    asked = {name: ask(texts[name], collection, reranker) for name in progress("iqtibas", list(texts))}
    run = {name: asked[name].ranked for name in evaluation_set.questions}
    measured = per_question(run, evaluation_set.relevance)
    figures = {name: float(np.mean(values)) for name, values in measured.items()}
    return Evaluation(figures | _answering(evaluation_set, asked) | _extent(evaluation_set, asked), run)


def ask(question: str, collection: Collection, reranker: Reranker | None = None) -> Outcome:
    """One question asked as the Retriever asks it."""
    began = time.perf_counter()
    query = understand(question, collection)
    if not query.tokens:
        return Outcome((), (), silent=True, milliseconds=0.0)
    findings = Findings(query, collection, DEPTH, reranker)
    passages = [findings.passage(each) for each in findings.ranked[:_QUOTATIONS]]
    silent = findings.confidence < SILENT_BELOW
    milliseconds = (time.perf_counter() - began) * 1000
    ranked = [collection[each.key].paragraph.source.path for each in findings.ranked[:DEPTH]]
    return Outcome(ranked, passages, silent, milliseconds)


def _answering(evaluation_set: EvaluationSet, asked: Mapping[str, Outcome]) -> dict[str, float]:
    """How often the sentence shown holds a gold answer, and how much of its paragraph it is."""
    shares = [
        len(each.passages[0].answer) / max(1, len(each.passages[0].paragraph.text))
        for each in asked.values()
        if each.passages
    ]
    figures = {"chosen_share": float(np.mean(shares)) if shares else 0.0}
    gold = {
        name: spans for name, spans in evaluation_set.answers.items() if name in asked and any(spans.values())
    }
    if gold:
        holds = [[_holds(passage, gold[name]) for passage in asked[name].passages] for name in gold]
        figures = {
            "answer@1": float(np.mean([any(each[:1]) for each in holds])),
            "answer@3": float(np.mean([any(each) for each in holds])),
        } | figures
    return figures


def _holds(passage: Passage, gold: Mapping[str, Sequence[Span]]) -> bool:
    return any(
        passage.answer.start <= span.start and span.end <= passage.answer.end
        for span in gold.get(passage.paragraph.source.path, ())
    )


def _extent(evaluation_set: EvaluationSet, asked: Mapping[str, Outcome]) -> dict[str, float]:
    """How many were asked, answered and left silent, of how many paragraphs, how fast."""
    answered = sum(not asked[name].silent for name in evaluation_set.questions)
    silent = sum(asked[name].silent for name in evaluation_set.unanswerable)
    middle, slowest = np.percentile([each.milliseconds for each in asked.values()], [50, 99]).tolist()
    figures: dict[str, float] = {"queries": len(evaluation_set.questions), "answered": answered}
    if evaluation_set.unanswerable:
        figures |= {"no_answer": len(evaluation_set.unanswerable), "silent": silent}
    return figures | {"paragraphs": len(evaluation_set.paragraphs), "ms_p50": middle, "ms_p99": slowest}
