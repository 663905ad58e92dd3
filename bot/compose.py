"""Answer -> Reply: the blocks of a reply, the same for every surface."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from bot.bidi import isolate
from bot.parallels import parallels
from bot.reply import Note, Quotation, Reply
from bot.spans import moved
from bot.texts import say
from bot.visible import visible, visible_line, visible_start
from retrieval import EmptyQuestion, QuestionTooLong, Span, Status, attribution, names_no_subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.reply import Block
    from bot.texts import Language
    from retrieval import (
        Answer,
        DatedWords,
        Document,
        Mark,
        Paragraph,
        Period,
        Place,
        QuestionError,
        Quote,
        Searched,
        Source,
    )

_NAME = 200
"""A name longer than this says no more, and may be hostile."""
_PLACES = 3
"""Near-copies named before the rest is counted."""
_TERMS = 12
"""Terms of a long question, and spellings of one term, that a note lists."""
_SPELLINGS = 8


def compose(answer: Answer, language: Language) -> Reply:
    """The reply to a question: its quotations, or that there are none, and what was searched."""
    if answer.status is Status.NOT_FOUND:
        hint = say(language, "no-subject") if names_no_subject(answer.question) else ""
        notes = [say(language, "not-found"), hint, *_looked_for(answer, language)]
        nearest: tuple[Block, ...] = ()
        if answer.nearest:
            nearest = (Note(say(language, "nearest")), _quotation(answer.nearest, language))
        return Reply(language, (Note(_lines(notes)), *nearest))
    quotations = tuple(_quotation(quote, language) for quote in answer.quotes)
    further = say(language, "further", further=answer.further) if answer.further else ""
    if not quotations:
        further = say(language, "no-further")
    coverage = Note(_lines([*_looked_for(answer, language), further]))
    return Reply(language, (*quotations, coverage), answer.further)


def with_understood(reply: Reply, understood: str, language: Language, refusal: str = "") -> Reply:
    """A reply under the question as it was understood from the former one.

    refusal: how to say no, where no button does
    """
    note = Note(_lines([say(language, "understood", question=understood), refusal]))
    return replace(reply, blocks=(note, *reply.blocks))


def compose_error(error: QuestionError, language: Language) -> Reply:
    """Why a question can't be searched, in the user's language."""
    if isinstance(error, QuestionTooLong):
        text = say(language, "question-too-long", length=error.length, limit=error.limit)
    elif isinstance(error, EmptyQuestion):
        text = say(language, "empty-question")
    else:
        text = visible_line(str(error))
    return Reply(language, (Note(text),))


def compose_context(quote: Quote, paragraphs: Sequence[Paragraph], language: Language) -> Reply:
    """A quotation among its neighbours: `paragraphs` in order, the quotation's own included."""
    before = "".join(
        paragraph.text + "\n\n" for paragraph in paragraphs if paragraph.start < quote.paragraph.start
    )
    text = "\n\n".join(paragraph.text for paragraph in paragraphs)
    shift = len(before)
    answer = Span(shift + quote.answer.start, shift + quote.answer.end)
    block = _sourced(quote, text, answer, language)
    return Reply(language, (Note(say(language, "context", rank=quote.rank)), block))


def compose_citation(quote: Quote, language: Language) -> Reply:
    """The source of a quotation, to be pasted under it."""
    return Reply(language, (Note(visible_line(attribution(quote.paragraph.source, quote.paragraph.marks))),))


def compose_sources(documents: Sequence[Document], searched: Searched, language: Language) -> Reply:
    """The documents that are searched, one a line, in their order."""
    heading = say(language, "sources", documents=searched.documents, paragraphs=searched.paragraphs)
    lines = (f"• {_source(document.source, language, with_path=True)}" for document in documents)
    return Reply(language, (Note(heading), Note(_lines(lines))))


def _quotation(quote: Quote, language: Language) -> Quotation:
    text = quote.paragraph.text
    return replace(
        _sourced(quote, text, quote.answer, language),
        highlights=tuple(moved(text, span, visible) for span in quote.highlights),
        dates="\n".join(_dated(words, text, language) for words in quote.dates),
        parallels=parallels(quote, language),
        also=_also(quote.also, language),
    )


def _sourced(quote: Quote, text: str, answer: Span, language: Language) -> Quotation:
    """`text` with the source of a quotation; `answer` is a span of it."""
    paragraph = quote.paragraph
    return Quotation(
        rank=quote.rank,
        text=visible(text),
        answer=moved(text, answer, visible),
        highlights=(),
        source=_source(paragraph.source, language, paragraph.marks),
        path=_place(paragraph.source.path),
        attribution=visible_line(attribution(paragraph.source, paragraph.marks)),
    )


def _source(
    source: Source, language: Language, marks: Sequence[Mark] = (), *, with_path: bool = False
) -> str:
    published = say(language, "date", date=source.date) if source.date else None
    path = _place(source.path) if with_path else None
    inside = (say(language, mark.kind, name=_name(mark.name)) for mark in marks)
    parts = (source.title, source.author, source.publisher, published, *inside, source.url, path)
    return " · ".join(isolate(_name(part)) for part in parts if part)


def _also(places: Sequence[Place], language: Language) -> str:
    paths = list(dict.fromkeys(_place(place.path) for place in places))
    if not paths:
        return ""
    if len(paths) <= _PLACES:
        return say(language, "also", paths=paths)
    return say(language, "also-others", paths=paths[:_PLACES], others=len(paths) - _PLACES)


def _looked_for(answer: Answer, language: Language) -> list[str]:
    """How much was searched, for which forms and which time."""
    period = _period(answer.period, language) if answer.period else ""
    return [_searched(answer.searched, language), _forms(answer, language), period]


def _period(period: Period, language: Language) -> str:
    if period.first and period.last:
        same = period.first == period.last
        message = "period-day" if same else "period-within"
        return say(language, message, first=period.first, last=period.last)
    if period.first:
        return say(language, "period-since", first=period.first)
    if period.last:
        return say(language, "period-until", last=period.last)
    return say(language, "period-latest")


def _dated(words: DatedWords, text: str, language: Language) -> str:
    if words.first == words.last:
        message = "dated-day" if words.certain else "dated-day-likely"
    else:
        message = "dated-span"
    return say(language, message, words=words.span.of(text), first=words.first, last=words.last)


def _searched(searched: Searched, language: Language) -> str:
    return say(language, "searched", documents=searched.documents, paragraphs=searched.paragraphs)


def _forms(answer: Answer, language: Language) -> str:
    terms = [" / ".join(map(_name, spellings[:_SPELLINGS])) for spellings in answer.forms.values()]
    more = ["…"] if len(terms) > _TERMS else []
    return say(language, "forms", forms=terms[:_TERMS] + more) if terms else ""


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(filter(None, lines))


def _place(path: str) -> str:
    """A document's folder and name; where on the server's disk they lie is not for readers."""
    pure = PurePath(path)
    return _name("/".join(pure.parts[-2:]) if pure.is_absolute() else path)


def _name(text: str) -> str:
    return visible_start(text, _NAME)
