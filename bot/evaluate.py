"""What `iqtibas eval` prints: figures of an evaluation set, for people or as JSON.

    {"mrr@10": 0.85, "success@1": …, "ndcg@10": …, "recall@5": …, "recall@100": …,
     "answer@1": …, "answer@3": …,           where the set has answers.jsonl
     "chosen_share": 0.61,                   the mean share of the first paragraph that is shown as its answer
     "queries": 1387, "answered": 1323,      questions that a paragraph answers, and those not met by silence
     "no_answer": 50, "silent": 48,          where the set marks questions to be met by silence
     "paragraphs": 460, "ms_p50": 9.1, "ms_p99": 21.4,
     "rankings": {"words": {"mrr@10": …, …, "against": "iqtibas", "difference": -0.339,
                            "interval": [-0.36, -0.318], "p": 0.0001}},       with --compare
     "misses": [{"query-id": "…", "question": "…", "rank": 4 | null,         with --misses
                 "relevant": [{"id": "…", "title": "…" | null, "text": "…"}], "instead": […]}]}

Ranking and answers are measured whether or not there would be silence.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from bot.progress import progress
from bot.visible import visible_line
from retrieval import DenseReranker, evaluation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from retrieval import Paragraph

_MEASURES = {
    "mrr@10": "MRR@10",
    "success@1": "Success@1",
    "ndcg@10": "nDCG@10",
    "recall@5": "Recall@5",
    "recall@100": "Recall@100",
}
_NAMES = _MEASURES | {
    "answer@1": "answer@1",
    "answer@3": "answer@3",
    "chosen_share": "chosen text's share of its paragraph",
    "queries": "questions",
    "answered": "of them answered",
    "no_answer": "questions without an answer",
    "silent": "of them met by silence",
    "paragraphs": "paragraphs",
    "ms_p50": "ms a question, median",
    "ms_p99": "ms a question, 99th percentile",
}
_EXCERPT = 200


def rankings(names: str | None) -> Sequence[str]:
    """The rankings of the option --compare; raises click.BadParameter for a name that none has."""
    if names is None:
        return ()
    if names == "all":
        return list(evaluation.RANKINGS)
    for name in names.split(","):
        if name not in evaluation.RANKINGS:
            raise click.BadParameter(
                f"no ranking is named {name!r}; valid are {', '.join(evaluation.RANKINGS)} and all",
                param_hint="--compare",
            )
    return names.split(",")


def report(folder: str, *, as_json: bool, compared: Sequence[str], missed: int, dense: bool = False) -> str:
    """The figures of the set in `folder`, as a text to print.

    compared: names of rankings to set side by side; missed: so many of the worst questions are shown
    dense: whether the best paragraphs are reranked by meaning; the rankings set side by side are not
    Raises evaluation.BadSet, ExtraMissing.
    """
    evaluation_set = evaluation.read_set(folder)
    reranker = DenseReranker(progress) if dense else None
    result = evaluation.evaluate(evaluation_set, progress, reranker)
    comparisons = evaluation.compare(evaluation_set, compared, progress) if compared else {}
    worst = evaluation.misses(evaluation_set, result.run, missed)
    if as_json:
        return _json(result.figures, comparisons, worst if missed else None)
    blocks = [_figures(result.figures), _table(comparisons), *(_miss(each) for each in worst)]
    return "\n\n".join("\n".join(lines) for lines in blocks if lines)


def _figures(figures: Mapping[str, float]) -> list[str]:
    width = max(len(_NAMES[name]) for name in figures)
    return [f"{_NAMES[name]:{width}}  {_number(name, value):>7}" for name, value in figures.items()]


def _number(name: str, value: float) -> str:
    if name.startswith("ms_"):
        return f"{value:.1f}"
    return f"{value}" if isinstance(value, int) else f"{value:.4f}"


def _table(comparisons: Mapping[str, evaluation.Comparison]) -> list[str]:
    if not comparisons:
        return []
    width = max(map(len, comparisons))
    heads = [f"{'':{width}}", *_MEASURES.values(), "difference in MRR@10, its 95% interval, p"]
    return ["  ".join(heads), *(_row(name.ljust(width), each) for name, each in comparisons.items())]


def _row(name: str, ranking: evaluation.Comparison) -> str:
    cells = [name, *(f"{ranking.figures[key]:{len(head)}.4f}" for key, head in _MEASURES.items())]
    difference = ranking.difference
    if name.strip() != ranking.against:
        cells.append(
            f"{difference.mean:+.4f} [{difference.low:+.4f}, {difference.high:+.4f}] p {difference.p:.4f} "
            f"against {ranking.against}"
        )
    return "  ".join(cells)


def _miss(miss: evaluation.Miss) -> list[str]:
    found = "not found" if miss.rank is None else f"found at rank {miss.rank}"
    return [
        f"{visible_line(miss.query_id)}: {found}",
        visible_line(miss.question),
        *(line for each in miss.relevant for line in _excerpt("right", each)),
        *(line for each in miss.instead for line in _excerpt("above it" if miss.rank else "instead", each)),
    ]


def _excerpt(label: str, paragraph: Paragraph) -> list[str]:
    title, text = visible_line(paragraph.source.title or ""), visible_line(paragraph.text)
    excerpt = f"{text[:_EXCERPT]}…" if len(text) > _EXCERPT else text
    return [
        f"  {label}: {visible_line(paragraph.source.path)}",
        f"    {title}: {excerpt}" if title else f"    {excerpt}",
    ]


def _json(
    figures: Mapping[str, float],
    comparisons: Mapping[str, evaluation.Comparison],
    worst: Sequence[evaluation.Miss] | None,
) -> str:
    values: dict[str, Any] = _rounded(figures)
    if comparisons:
        values["rankings"] = {name: _comparison(each) for name, each in comparisons.items()}
    if worst is not None:
        values["misses"] = [
            {
                "query-id": miss.query_id,
                "question": miss.question,
                "rank": miss.rank,
                "relevant": [_paragraph(each) for each in miss.relevant],
                "instead": [_paragraph(each) for each in miss.instead],
            }
            for miss in worst
        ]
    # In ASCII, since a set's text may hold whatever commands a terminal.
    return json.dumps(values)


def _comparison(ranking: evaluation.Comparison) -> dict[str, Any]:
    difference = ranking.difference
    return _rounded(ranking.figures) | {
        "against": ranking.against,
        "difference": round(difference.mean, 4),
        "interval": [round(difference.low, 4), round(difference.high, 4)],
        "p": round(difference.p, 4),
    }


def _rounded(figures: Mapping[str, float]) -> dict[str, Any]:
    return {name: round(value, 4) for name, value in figures.items()}


def _paragraph(paragraph: Paragraph) -> dict[str, str | None]:
    return {"id": paragraph.source.path, "title": paragraph.source.title, "text": paragraph.text}
