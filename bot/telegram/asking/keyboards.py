"""The buttons under what the bot shows, and what they do.

Telegram doesn't mirror rows: for Arabic, which is read from the right, they are laid out the other way round.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from bot.telegram.asking.buttons import ROOM
from bot.texts import Language, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.telegram.asking.buttons import Buttons
    from bot.telegram.asking.pages import Page
    from bot.telegram.asking.question import Question


class Act(StrEnum):
    """What the button of an answer does; its trail follows, and before that the rank of a quotation."""

    PAGE = "p"
    OPEN = "o"
    WHY = "w"
    GOOD = "g"
    BAD = "b"
    ALONE = "a"


def of_page(
    page: Page, buttons: Buttons, question: Question, language: Language
) -> InlineKeyboardMarkup | None:
    """Under quotations: open each in its context; the pages after and before; why, and what one thinks.

    Under a follow-up also the way to say no to how it was understood.
    """

    def button(message: str, action: str, **values: int) -> InlineKeyboardButton:
        return buttons.button(say(language, message, **values), action, question)

    opening = [button("open-button", opened(rank, page.trail), rank=rank) for rank in page.ranks]
    turning = []
    if page.trail:
        turning.append(button("previous-button", f"{Act.PAGE}{page.trail[:-1]}"))
    if page.further and len(opened(99, page.following)) <= ROOM:
        turning.append(button("more-button", f"{Act.PAGE}{page.following}"))
    judging = [
        button("why-button", f"{Act.WHY}{page.trail}"),
        button("good-button", f"{Act.GOOD}{page.trail}"),
        button("bad-button", f"{Act.BAD}{page.trail}"),
    ]
    alone = []
    if question.understood:
        alone.append(buttons.button(say(language, "alone-button"), Act.ALONE, question.alone))
    rows = [opening, turning, judging if page.ranks else [], alone]
    return laid_out(language, *rows) if any(rows) else None


def of_context(
    link: str, trail: str, buttons: Buttons, question: Question, language: Language
) -> InlineKeyboardMarkup:
    """Under a quotation in its context, opened from the page after `trail`."""
    back = buttons.button(say(language, "back-button"), f"{Act.PAGE}{trail}", question)
    return laid_out(language, [back, link_button(link, language)])


def of_why(trail: str, buttons: Buttons, question: Question, language: Language) -> InlineKeyboardMarkup:
    """Under what matched."""
    return laid_out(language, [buttons.button(say(language, "back-button"), f"{Act.PAGE}{trail}", question)])


def link_button(link: str, language: Language) -> InlineKeyboardButton:
    """A button that puts a link where it can be pasted from."""
    return InlineKeyboardButton(say(language, "link-button"), copy_text=CopyTextButton(link))


def opened(rank: int, trail: str) -> str:
    """The action that opens a quotation of the page after `trail`."""
    return f"{Act.OPEN}{rank}.{trail}"


def laid_out(language: Language, *rows: Sequence[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    """Rows of buttons in the order of reading; empty ones are left out."""
    mirrored = language is Language.ARABIC
    return InlineKeyboardMarkup([row[::-1] if mirrored else row for row in rows if row])
