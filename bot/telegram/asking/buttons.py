"""Buttons that can't be forged, pressed by another, or kept for ever.

Nothing is stored for them, so that they work after a restart. What a button does is written into it, after a
code that binds it to its chat, its owner and the words of their question, which is read again from the
message that is replied to; of a follow-up, also from what is kept of it:

    64 characters at most: 16 of the code, then a letter for what is to be done, and on what
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from typing import TYPE_CHECKING

from telegram import InlineKeyboardButton

from bot.visible import visible_line

if TYPE_CHECKING:
    from datetime import datetime

    from bot.telegram.asking.question import Question

_CODE = 16
ROOM = 64 - _CODE
"""Characters of the longest action."""
_DAYS = 30
"""Buttons of older messages aren't honoured: what they lead to may long have changed."""


class Buttons:
    """Makes buttons, and reads them when they are pressed.

    token: the bot's; what it derives can't be made without it
    """

    def __init__(self, token: str) -> None:
        self._key = hashlib.sha256(b"iqtibas buttons " + token.encode()).digest()

    def button(self, text: str, action: str, question: Question) -> InlineKeyboardButton:
        """A button for whoever asked `question`, or whom it stands for."""
        return InlineKeyboardButton(text, callback_data=self._code(question, action) + action)

    def action(self, data: str, question: Question, shown: datetime) -> str | None:
        """What a pressed button is to do; None if it wasn't made for `question`, or is too old.

        shown: when its message was sent
        """
        code, action = data[:_CODE], data[_CODE:]
        genuine = code.isascii() and hmac.compare_digest(code, self._code(question, action))
        fresh = time.time() - shown.timestamp() < _DAYS * 86400
        return action if genuine and fresh else None

    @staticmethod
    def act(data: str) -> str:
        """What a button says it does, genuine or not: a letter."""
        return data[_CODE : _CODE + 1]

    def _code(self, question: Question, action: str) -> str:
        # As words are kept, since a question may come from there.
        words = visible_line(question.searched)
        bound = json.dumps([question.chat, question.asker, words, action]).encode()
        digest = hmac.digest(self._key, bound, "sha256")
        return base64.urlsafe_b64encode(digest).decode()[:_CODE]
