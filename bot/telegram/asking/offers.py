"""What inline mode offers: quotations that stand alone, so many at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.compose import compose
from bot.render.telegram import render
from bot.reply import Quotation, Reply
from bot.texts import say
from bot.visible import visible_line
from retrieval import QuestionError, Status

if TYPE_CHECKING:
    from bot.texts import Language
    from retrieval import Answer, Paragraph, Quote, Retriever

AT_ONCE = 10
"""Quotations that are offered at once."""
_TITLE, _DESCRIPTION = 100, 200
"""Letters of a title and of a description; clients show fewer."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A quotation to choose.

    title, description: by which one chooses; text: what is then sent, in Telegram's HTML
    """

    paragraph: Paragraph
    title: str
    description: str
    text: str


@dataclass(frozen=True, slots=True)
class Offers:
    """Quotations to choose from.

    further: whether there are more after them
    refusal: why there are none, in words; empty if there are
    """

    offers: tuple[Offer, ...] = ()
    further: bool = False
    refusal: str = ""


def offers(retriever: Retriever, question: str, skip: int, language: Language) -> Offers:
    """What is offered for a question after so many quotations."""
    try:
        answer = retriever.ask(question, AT_ONCE, skip)
    except QuestionError:
        return Offers(refusal=say(language, "inline-ask"))
    if answer.status is Status.NOT_FOUND:
        return Offers(refusal=say(language, "inline-not-found"))
    found = tuple(_offer(answer, quote, language) for quote in answer.quotes)
    return Offers(found, further=answer.further > 0)


def _offer(answer: Answer, quote: Quote, language: Language) -> Offer:
    alone = replace(answer, quotes=(replace(quote, rank=1),), further=0)
    (block,) = (each for each in compose(alone, language).blocks if isinstance(each, Quotation))
    title = visible_line(quote.paragraph.source.title or "") or block.path
    description = visible_line(quote.answer.of(quote.paragraph.text))
    text = render(Reply(language, (block,)))[0]
    return Offer(quote.paragraph, title[:_TITLE], description[:_DESCRIPTION], text)
