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

from typing import TYPE_CHECKING, Any

from bot.render.json_line import json_line
from retrieval import attribution

if TYPE_CHECKING:
    from datetime import date

    from retrieval import Answer, Parallel, Period, Quote, Source, Span

VERSION = 1


def render(answer: Answer, *, explain: bool = False) -> str:
    """An answer as one line of JSON, in the form above; explain: with `why` in each quotation."""
    return json_line(
        {
            "version": VERSION,
            "question": answer.question,
            "status": answer.status.value,
            "confidence": round(answer.confidence, 4),
            "asked": answer.asked,
            "period": _period(answer.period),
            "quotes": [_quote(quote, explain=explain) for quote in answer.quotes],
            "nearest": _quote(answer.nearest, explain=explain) if answer.nearest else None,
            "forms": {term: list(spellings) for term, spellings in answer.forms.items()},
            "searched": {
                "documents": answer.searched.documents,
                "paragraphs": answer.searched.paragraphs,
            },
            "took_ms": round(answer.took_ms, 1),
        },
    )


def render_error(question: str, error: str) -> str:
    """What stands in an answer's place if the question can't be searched, as one line of JSON."""
    return json_line({"version": VERSION, "question": question, "error": error})


def _quote(quote: Quote, *, explain: bool) -> dict[str, Any]:
    source = quote.paragraph.source
    marks = {mark.kind: mark.name for mark in quote.paragraph.marks}
    return {
        "rank": quote.rank,
        "text": quote.paragraph.text,
        "answer": _pair(quote.answer),
        "highlights": [_pair(span) for span in quote.highlights],
        "score": round(quote.score, 4),
        "source": source_object(source),
        "attribution": attribution(source, quote.paragraph.marks),
        "page": marks.get("page"),
        "chapter": marks.get("chapter"),
        "start": quote.paragraph.start,
        "end": quote.paragraph.end,
        "sha256": quote.paragraph.sha256,
        "dates": [
            {"span": _pair(words.span), **_days(words.first, words.last), "certain": words.certain}
            for words in quote.dates
        ],
        "parallels": [_parallel(each) for each in quote.parallels],
        "also": [{"path": place.path, "start": place.start, "end": place.end} for place in quote.also],
    } | (_why(quote) if explain else {})


def _why(quote: Quote) -> dict[str, Any]:
    if not quote.why:
        return {}
    why = {
        "words": [
            {"asked": word.asked, "how": word.how.value if word.how else None, "found": list(word.found)}
            for word in quote.why.words
        ],
        "kinds": [_pair(span) for span in quote.why.kinds],
        "title": list(quote.why.title),
        "in_answer": quote.why.in_answer,
    }
    return {"why": why}


def _parallel(parallel: Parallel) -> dict[str, Any]:
    paragraph = parallel.paragraph
    return {
        "rank": parallel.rank,
        "path": paragraph.source.path,
        "start": paragraph.start,
        "end": paragraph.end,
        "attribution": attribution(paragraph.source, paragraph.marks),
        "differences": [
            {"what": each.what, "here": _pair(each.here), "there": _pair(each.there)}
            for each in parallel.differences
        ],
    }


def _period(period: Period | None) -> dict[str, Any] | None:
    return {**_days(period.first, period.last), "latest": period.latest} if period else None


def _days(first: date | None, last: date | None) -> dict[str, str | None]:
    return {"first": first.isoformat() if first else None, "last": last.isoformat() if last else None}


def source_object(source: Source) -> dict[str, Any]:
    """A source as all JSON of this program tells it."""
    return {
        "path": source.path,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date.isoformat() if source.date else None,
        "url": source.url,
        "author": source.author,
    } | ({"metadata": dict(source.metadata)} if source.metadata else {})


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
