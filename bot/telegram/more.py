"""The buttons that page through the quotations for a question.

Nothing is stored for them, so that they work after a restart. The question is read again from the message
that the quotations reply to; the button holds the trail of pages before, and a code that binds it to the
chat, the asker, the question and the trail:

    64 characters at most: 16 of the code, then a digit a page, how many quotations it showed
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import TYPE_CHECKING

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.texts import say

if TYPE_CHECKING:
    from bot.telegram.pages import Page, Question
    from bot.texts import Language

_CODE = 16
_PAGES = 64 - _CODE


class Buttons:
    """Makes the buttons under a page of quotations, and reads them when they are pressed.

    token: the bot's; what it derives can't be made without it
    """

    def __init__(self, token: str) -> None:
        self._key = hashlib.sha256(b"iqtibas buttons " + token.encode()).digest()

    def under(self, page: Page, question: Question, language: Language) -> InlineKeyboardMarkup | None:
        """The buttons to the pages after and before, one a row; None where there is no other page."""
        turns = []
        if page.further and len(page.trail) < _PAGES:
            turns.append(("more-button", f"{page.trail}{page.shown}"))
        if page.trail:
            turns.append(("previous-button", page.trail[:-1]))
        rows = [
            [InlineKeyboardButton(say(language, text), callback_data=self._code(question, trail) + trail)]
            for text, trail in turns
        ]
        return InlineKeyboardMarkup(rows) if rows else None

    def trail(self, data: str, question: Question) -> str | None:
        """The trail to the page that a pressed button leads to; None if it wasn't made for `question`."""
        code, trail = data[:_CODE], data[_CODE:]
        genuine = code.isascii() and hmac.compare_digest(code, self._code(question, trail))
        return trail if genuine else None

    def _code(self, question: Question, trail: str) -> str:
        bound = json.dumps([question.chat, question.asker, question.words, trail]).encode()
        digest = hmac.digest(self._key, bound, "sha256")
        return base64.urlsafe_b64encode(digest).decode()[:_CODE]
