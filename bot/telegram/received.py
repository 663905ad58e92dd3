"""One update as it came, and what was sent while it was handled."""

from __future__ import annotations

import json
import time
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from telegram import Update

from bot.telegram.soundness import unsound

if TYPE_CHECKING:
    from telegram import Bot

_LARGEST = 2**63
"""What SQLite takes for an integer is below."""


class Unreadable(ValueError):
    """An update that can't be made an object of; the message says why."""


@dataclass(slots=True, eq=False)
class Received:
    """An update, of which no more than numbers were looked at.

    number: its update_id
    chat: whose updates are handled one after another; None where it can't be told
    data: as Telegram sent it; at: when it came, in seconds since 1970
    again: whether it came before the last start; begun: in how many starts since then it was at hand
    sent: what Telegram answered to each message that was sent for it until then
    problem: the kind of what went wrong while it was handled
    """

    number: int
    chat: int | None
    data: dict[str, Any]
    problem: str | None = None
    at: float = field(default_factory=time.time)
    again: bool = False
    begun: int = 0
    sent: list[Any] = field(default_factory=list)
    _messages: int = 0

    @classmethod
    def of(cls, data: Any) -> Self:
        """An update from the JSON that Telegram sent, readable or not. Raises ValueError where it is none."""
        number = data.get("update_id") if isinstance(data, dict) else None
        if type(number) is not int or not 0 <= number < _LARGEST:
            raise ValueError("an update is an object with an update_id")
        return cls(number, _place(data), data)

    @property
    def body(self) -> str:
        """The data as JSON; escaped, since half of a surrogate pair can't be written as UTF-8."""
        return json.dumps(self.data)

    @property
    def writer(self) -> int | None:
        """Who wrote or edited a message; None for whom the chat hides, and for an update of another kind."""
        message = self.data.get("message") or self.data.get("edited_message")
        hidden = isinstance(message, dict) and message.get("sender_chat")
        return None if hidden else _number(message, "from", "id")

    def parsed(self, bot: Bot) -> Update:
        """The update as an object. Raises Unreadable."""
        try:
            wrong = unsound(self.data)
            update = None if wrong else Update.de_json(self.data, bot)
        except Exception as error:  # of what the library raises for broken fields there is no list
            raise Unreadable(f"{type(error).__name__}: {error}") from error
        if update is None:
            raise Unreadable(f"missing or of a wrong type: {wrong}")
        return update

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


def _place(data: dict[str, Any]) -> int | None:
    """The chat that an update is of, or else the user: an object makes as much work as all else together."""
    content = next((each for each in data.values() if isinstance(each, dict)), None)
    paths = ("chat", "id"), ("message", "chat", "id"), ("from", "id")
    return next((number for path in paths if (number := _number(content, *path)) is not None), None)


def _number(value: Any, *path: str) -> int | None:
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value if type(value) is int and abs(value) < _LARGEST else None
