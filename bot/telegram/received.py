"""One update as it came, and what was sent while it was handled."""

from __future__ import annotations

import json
import time
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from telegram import Update

from bot.telegram.soundness import unsound

if TYPE_CHECKING:
    from telegram import Bot

# What SQLite takes for an integer.
_LARGEST = 2**63


@dataclass(slots=True, eq=False)
class Received:
    """An update.

    number: its update_id
    chat: whose updates are handled one after another; None where it can't be told
    update: as an object; None where it can't be read, for the reason in `problem`
    body: as JSON; at: when it came, in seconds since 1970
    again: whether it came before the last start; begun: in how many starts since then it was at hand
    sent: what Telegram answered to each message that was sent for it until then
    """

    number: int
    chat: int | None
    update: Update | None
    body: str
    problem: str | None = None
    at: float = field(default_factory=time.time)
    again: bool = False
    begun: int = 0
    sent: list[Any] = field(default_factory=list)
    _messages: int = 0

    def sent_before(self) -> Any | None:
        """Telegram's answer to the message that is about to be sent, if it was sent before the last start."""
        place, self._messages = self._messages, self._messages + 1
        return self.sent[place] if place < len(self.sent) else None

    def keep(self, result: Any) -> int:
        """Remember Telegram's answer to a message; returns its place among those for this update."""
        self.sent.append(result)
        return len(self.sent) - 1


current: ContextVar[Received | None] = ContextVar("current", default=None)
"""The update at hand."""


def read(data: Any, bot: Bot) -> Received:
    """An update from the JSON that Telegram sent, readable or not. Raises ValueError where it is none."""
    number = data.get("update_id") if isinstance(data, dict) else None
    if type(number) is not int or not 0 <= number < _LARGEST:
        raise ValueError("an update is an object with an update_id")
    # Escaped, since half of a surrogate pair can't be written as UTF-8.
    body = json.dumps(data)
    try:
        if wrong := unsound(data):
            return Received(number, None, None, body, f"missing or of a wrong type: {wrong}")
        update = Update.de_json(data, bot)
        chat = update.effective_chat or update.effective_user
        return Received(number, _key(chat.id if chat else None), update, body)
    except Exception as error:  # noqa: BLE001  of what the library raises for broken fields there is no list
        return Received(number, None, None, body, f"{type(error).__name__}: {error}")


def _key(chat: object) -> int | None:
    return chat if isinstance(chat, int) and abs(chat) < _LARGEST else None
