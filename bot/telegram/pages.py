"""A page of quotations: as many as one message holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.compose import compose
from bot.render.telegram import render

if TYPE_CHECKING:
    from bot.texts import Language
    from retrieval import Retriever

# Quotations on a page: three, of a usual paragraph's length, fill a telephone's screen.
_QUOTES = 3


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, where and by whom.

    asker: None where anybody in the chat may turn the pages
    """

    words: str
    chat: int
    asker: int | None


@dataclass(frozen=True, slots=True)
class Page:
    """One message of quotations.

    text: in Telegram's HTML
    trail: how many quotations each page before showed, a digit a page
    shown: how many this one shows
    further: how many there are after it
    """

    text: str
    trail: str
    shown: int
    further: int


def page(retriever: Retriever, words: str, trail: str, language: Language) -> Page:
    """The page of the answer that comes after the pages of `trail`.

    Takes milliseconds of computing, so call it in a thread. Raises QuestionError.
    """
    answer = retriever.ask(words, limit=_QUOTES, skip=sum(map(int, trail)))
    found = len(answer.quotes)
    for shown in range(found, 0, -1):
        further = answer.further + found - shown
        part = replace(answer, quotes=answer.quotes[:shown], further=further)
        first, *rest = render(compose(part, language))
        # A single quotation that leaves no room for the note on what was searched goes without it.
        if not rest or shown == 1:
            return Page(first, trail, shown, further)
    return Page(render(compose(answer, language))[0], trail, 0, 0)
