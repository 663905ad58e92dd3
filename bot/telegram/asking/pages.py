"""A page of quotations: as many as one message holds; and why they are on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.compose import compose, compose_error, with_understood
from bot.render.telegram import render
from bot.why import explained
from retrieval import QuestionError, Status

if TYPE_CHECKING:
    from bot.reply import Reply
    from bot.texts import Language
    from retrieval import Answer, Retriever

PER_PAGE = 3
"""Quotations on a page: three, of a usual paragraph's length, fill a telephone's screen."""


@dataclass(frozen=True, slots=True)
class Page:
    """One message of quotations.

    text: in Telegram's HTML
    trail: how many quotations each page before showed, a digit a page
    ranks: of the quotations that this one shows
    further: how many there are after it
    answered: False where the documents are silent, None where the question can't be searched
    """

    text: str
    trail: str
    ranks: tuple[int, ...]
    further: int
    answered: bool | None = True

    @property
    def following(self) -> str:
        """The trail of the page after this one."""
        return f"{self.trail}{len(self.ranks)}"


def page(
    retriever: Retriever, words: str, trail: str, language: Language, understood: str | None = None
) -> Page:
    """The page of the answer that comes after the pages of `trail`.

    understood: the question in place of `words`, where they lean on a former one; the page says so
    """
    try:
        answer = retriever.ask(understood or words, limit=PER_PAGE, skip=skipped(trail))
    except QuestionError as error:
        return Page(render(compose_error(error, language))[0], trail, (), 0, answered=None)
    found = len(answer.quotes)
    for shown in range(found, 0, -1):
        further = answer.further + found - shown
        part = replace(answer, quotes=answer.quotes[:shown], further=further)
        first, *rest = render(_composed(part, language, understood))
        # A single quotation that leaves no room for the note on what was searched goes without it.
        if not rest or shown == 1:
            return Page(first, trail, tuple(quote.rank for quote in part.quotes), further)
    silent = answer.status is Status.NOT_FOUND
    return Page(render(_composed(answer, language, understood))[0], trail, (), 0, answered=not silent)


def _composed(answer: Answer, language: Language, understood: str | None) -> Reply:
    reply = compose(answer, language)
    return with_understood(reply, understood, language) if understood else reply


def why(retriever: Retriever, question: str, trail: str, language: Language) -> str:
    """Why the quotations of that page are on it, or why there are none, in Telegram's HTML."""
    answer = retriever.ask(question, PER_PAGE, skipped(trail))
    return render(explained(answer, language))[0]


def skipped(trail: str) -> int:
    """How many quotations the pages of a trail showed.

    >>> skipped("332")
    8
    """
    return sum(map(int, trail))
