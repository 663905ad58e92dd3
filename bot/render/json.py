"""Answer -> JSON, version 1. The one surface that shows an answer as it is, for programs.

    {"version": 1, "question": "…", "status": "answered" | "not_found", "confidence": 0.0-1.0,
     "asked": "person", "period": {"first": "2021-02-01" | null, "last": … | null, "latest": false} | null,
     "quotes": [{"rank": 1, "text": "the paragraph as it stands in the document", "answer": [start, end],
                 "highlights": [[start, end], …], "score": 12.3,
                 "source": {"path": "…", "title": "…" | null, "publisher": "…" | null,
                            "date": "2021-02-03" | null, "url": "…" | null, "author": "…" | null,
                            "metadata": {"section": "…"}, where there is any},
                 "attribution": "«title», author, publisher, date, chapter, page, to be pasted",
                 "page": "12" | null, "chapter": "…" | null,
                 "start": 1234, "end": 1500, "sha256": "of the document's extracted text",
                 "dates": [{"span": [start, end], "first": "2021-02-02", "last": …, "certain": false}],
                 "parallels": [{"rank": 2, "path": "…", "start": 12, "end": 278, "attribution": "…",
                                "differences": [{"what": "value" | "name", "here": […], "there": […]}]}],
                 "also": [{"path": "…", "start": 12, "end": 278}]}],
     "nearest": null,
     "forms": {"كالن": ["كالن", "قالن"]}, "searched": {"documents": 5, "paragraphs": 120}, "took_ms": 3.1}

`answer` and `highlights` are character offsets into `text`; `start` and `end` into the document's
extracted text. A question that can't be searched gives an object of three keys in its place:

    {"version": 1, "question": "…", "error": "the question is empty; ask with at least one word"}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render.json_line import json_line
from bot.render.objects import VERSION, dated, pair, passage_object
from retrieval import attribution

if TYPE_CHECKING:
    from bot.render.json_types import (
        AnswerObject,
        ParallelObject,
        PeriodObject,
        QuoteObject,
        WhyObject,
    )
    from retrieval import Answer, Parallel, Period, Quote, Why


def render(answer: Answer, *, explain: bool = False) -> str:
    """An answer as one line of JSON, in the form above; explain: with `why` in each quotation."""
    return json_line(answer_object(answer, explain=explain))


def render_error(question: str, error: str) -> str:
    """What stands in an answer's place if the question can't be searched, as one line of JSON."""
    return json_line({"version": VERSION, "question": question, "error": error})


def answer_object(answer: Answer, *, explain: bool = False) -> AnswerObject:
    """An answer in the form above, before it is written as JSON; explain: see `render`."""
    return {
        "version": VERSION,
        "question": answer.question,
        "status": answer.status.value,
        "confidence": round(answer.confidence, 4),
        "asked": answer.asked,
        "period": _period(answer.period),
        "quotes": [_quote(quote, explain=explain) for quote in answer.quotes],
        "nearest": _quote(answer.nearest, explain=explain) if answer.nearest else None,
        "forms": {term: list(spellings) for term, spellings in answer.forms.items()},
        "searched": {"documents": answer.searched.documents, "paragraphs": answer.searched.paragraphs},
        "took_ms": round(answer.took_ms, 1),
    }


def _quote(quote: Quote, *, explain: bool) -> QuoteObject:
    shown: QuoteObject = {
        **passage_object(quote.rank, quote),  # type: ignore[typeddict-item]  # it has no `why`, mypy can't tell
        "dates": [
            {"span": pair(words.span), **dated(words.first, words.last), "certain": words.certain}
            for words in quote.dates
        ],
        "parallels": [_parallel(each) for each in quote.parallels],
        "also": [{"path": place.path, "start": place.start, "end": place.end} for place in quote.also],
    }
    if explain and quote.why:
        shown["why"] = _why(quote.why)
    return shown


def _why(why: Why) -> WhyObject:
    return {
        "words": [
            {"asked": word.asked, "how": word.how.value if word.how else None, "found": list(word.found)}
            for word in why.words
        ],
        "kinds": [pair(span) for span in why.kinds],
        "title": list(why.title),
        "in_answer": why.in_answer,
    }


def _parallel(parallel: Parallel) -> ParallelObject:
    paragraph = parallel.paragraph
    return {
        "rank": parallel.rank,
        "path": paragraph.source.path,
        "start": paragraph.start,
        "end": paragraph.end,
        "attribution": attribution(paragraph.source, paragraph.marks),
        "differences": [
            {"what": each.what, "here": pair(each.here), "there": pair(each.there)}
            for each in parallel.differences
        ],
    }


def _period(period: Period | None) -> PeriodObject | None:
    return {**dated(period.first, period.last), "latest": period.latest} if period else None
