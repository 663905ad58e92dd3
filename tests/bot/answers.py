"""Answers built by hand, of the kinds that a surface has to show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from retrieval import Answer, Paragraph, Place, Quote, Searched, Source, Span, Status

SOURCE = Source(
    path="seeds/visit.txt",
    title="للمرة الأولى منذ التنصيب.. مباحثات تركية أمريكية",
    publisher="الخليج الجديد",
    date=date(2021, 2, 3),
)
TEXT = (
    "وذكر البيت الأبيض في بيان، أن “سوليفان أكد رغبة الإدارة”. "
    "وقال المتحدث باسم الرئاسة التركية إبراهيم قالن إن بلاده عضو في NATO. "
    "ولم يذكر موعدا."
)
SENTENCE = "وقال المتحدث باسم الرئاسة التركية إبراهيم قالن إن بلاده عضو في NATO."
SEARCHED = Searched(documents=5, paragraphs=128)
FORMS = {"كالن": ("كالن", "قالن"), "المتحدث": ("المتحدث",)}


def span(text: str, words: str) -> Span:
    """Where `words` first stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def quote(
    text: str = TEXT,
    answer: str = SENTENCE,
    highlights: tuple[str, ...] = ("المتحدث", "قالن"),
    source: Source = SOURCE,
    also: tuple[Place, ...] = (),
) -> Quote:
    """The first quotation of an answer: of `text`, whose sentence `answer` answers."""
    return Quote(
        rank=1,
        paragraph=Paragraph(text, 1000, 1000 + len(text), source, "0" * 64),
        answer=span(text, answer),
        highlights=tuple(span(text, word) for word in highlights),
        score=12.345678,
        also=also,
    )


def answered(*quotes: Quote, further: int = 0) -> Answer:
    """An answer of these quotations."""
    return Answer(
        question="من هو كالن؟",
        status=Status.ANSWERED,
        confidence=0.8123456,
        quotes=quotes,
        forms=FORMS,
        searched=SEARCHED,
        further=further,
        took_ms=3.14159,
    )


def not_found() -> Answer:
    """Word that the documents are silent."""
    return Answer(
        question="من هو كالن؟",
        status=Status.NOT_FOUND,
        confidence=0.0,
        quotes=(),
        forms=FORMS,
        searched=SEARCHED,
        took_ms=2.0,
    )


def several() -> Answer:
    """An answer as the seeds would give it: two quotations, one repeated elsewhere, more to come."""
    plain = Source(path="seeds/004_0501.txt")
    lines = "NATO\nاتفق القادة على <آلية> & لجنة.\n\n3 < 5"
    return answered(
        quote(also=(Place("seeds/copy.txt", 5, 90), Place("seeds/تقرير.txt", 5, 90))),
        replace(quote(lines, "اتفق القادة على <آلية> & لجنة.", ("القادة",), plain), rank=2),
        further=4,
    )
