"""An evaluation set in BEIR's layout (Thakur et al., "BEIR", 2021), with gold answers beside it.

corpus.jsonl     {"_id", "title", "text"}: a paragraph a line; the title may be left out
queries.jsonl    {"_id", "text"}: a question a line; with "no_answer": true it should get silence
qrels/test.tsv   query-id, corpus-id, score under a line of headings: 1 or more for a paragraph that answers
answers.jsonl    {"query-id", "corpus-id", "answers": [{"text", "start"}]}, may be left out: where in the
                 paragraph the answer stands, in characters of its text
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from retrieval.evaluation.record import BadSet, Line, Record, lines, records
from retrieval.model import Document, Paragraph, Source, Span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike

    Relevance = dict[str, dict[str, int]]

_CORPUS, _QUERIES = "corpus.jsonl", "queries.jsonl"
_COLUMNS = ("query-id", "corpus-id", "score")


@dataclass(frozen=True, slots=True)
class EvaluationSet:
    """Paragraphs, questions, and which paragraph answers which.

    paragraphs: each with its id as the path of its source
    questions: id -> text of those that a paragraph answers; unanswerable: of those that should get silence
    relevance: id of a question -> id of a paragraph -> how relevant, 1 or more
    answers: id of a question -> id of a paragraph -> where answers stand in it
    """

    paragraphs: tuple[Paragraph, ...]
    questions: Mapping[str, str]
    unanswerable: Mapping[str, str]
    relevance: Mapping[str, Mapping[str, int]]
    answers: Mapping[str, Mapping[str, tuple[Span, ...]]]


def read_set(folder: str | PathLike[str]) -> EvaluationSet:
    """The evaluation set in a folder. Raises BadSet, naming the file and line that is wrong."""
    root = Path(folder)
    if not root.is_dir():
        raise BadSet(f"{root}: no such folder; give one with corpus.jsonl, queries.jsonl, qrels/test.tsv")
    paragraphs = {name: _paragraph(name, record) for name, record in _by_id(root / _CORPUS).items()}
    queries = _by_id(root / _QUERIES)
    texts = {name: record.string("text") for name, record in queries.items()}
    unanswerable = {
        name: text for name, text in texts.items() if queries[name].values.get("no_answer") is True
    }
    relevance = _relevance(root / "qrels" / "test.tsv", texts, unanswerable, paragraphs)
    gold = root / "answers.jsonl"
    return EvaluationSet(
        paragraphs=tuple(paragraphs.values()),
        # A set's queries.jsonl may hold questions of its other parts, which qrels/test.tsv doesn't judge.
        questions={name: text for name, text in texts.items() if name in relevance},
        unanswerable=unanswerable,
        relevance=relevance,
        answers=_answers(gold, texts, paragraphs) if gold.exists() else {},
    )


def _by_id(path: Path) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for record in records(path):
        name = record.string("_id")
        if name in found:
            raise record.line.bad(f'"_id" {name!r} stands on line {found[name].line.number} already')
        record.string("text")
        found[name] = record
    return found


def _paragraph(name: str, record: Record) -> Paragraph:
    title = record.string("title") if record.values.get("title") is not None else None
    text = record.string("text")
    return Document(Source(name, title or None), text, (Span(0, len(text)),)).quotable()[0]


def _relevance(
    path: Path,
    queries: Mapping[str, str],
    unanswerable: Mapping[str, str],
    paragraphs: Mapping[str, Paragraph],
) -> Relevance:
    found: Relevance = {}
    for line in lines(path):
        fields = tuple(line.text.split("\t"))
        if fields == _COLUMNS:
            continue
        if len(fields) != len(_COLUMNS) or not fields[2].strip().lstrip("-").isdecimal():
            raise line.bad("must be query-id, corpus-id and a whole number, with tabs between")
        question = _known(line, fields[0], queries, _QUERIES)
        paragraph = _known(line, fields[1], paragraphs, _CORPUS)
        if question in unanswerable:
            raise line.bad(f'question {question!r} is marked "no_answer" in queries.jsonl')
        if int(fields[2]) > 0:
            found.setdefault(question, {})[paragraph] = int(fields[2])
    if not found:
        raise BadSet(f"{path}: no paragraph is relevant to any question; give at least one line of score 1")
    return found


def _answers(
    path: Path, queries: Mapping[str, str], paragraphs: Mapping[str, Paragraph]
) -> dict[str, dict[str, tuple[Span, ...]]]:
    found: dict[str, dict[str, tuple[Span, ...]]] = {}
    for record in records(path):
        question = _known(record.line, record.string("query-id"), queries, _QUERIES)
        paragraph = _known(record.line, record.string("corpus-id"), paragraphs, _CORPUS)
        gold = record.values.get("answers")
        if not isinstance(gold, list):
            raise record.line.bad('"answers" must be a list of {"text", "start"}')
        spans = tuple(_span(record.line, each, paragraphs[paragraph].text) for each in gold)
        held = found.setdefault(question, {})
        held[paragraph] = held.get(paragraph, ()) + spans
    return found


def _span(line: Line, gold: Any, text: str) -> Span:
    words, start = (gold.get("text"), gold.get("start")) if isinstance(gold, dict) else (None, None)
    if not isinstance(words, str) or not isinstance(start, int) or start < 0:
        raise line.bad('each of "answers" must have "text", a string, and "start", 0 or more')
    span = Span(start, start + len(words))
    if span.of(text) != words:
        raise line.bad(f'the paragraph doesn\'t hold "text" at "start" {start}, counted in characters from 0')
    return span


def _known(line: Line, name: str, known: Mapping[str, object], file: str) -> str:
    if name not in known:
        raise line.bad(f'no "_id" {name!r} in {file}')
    return name
