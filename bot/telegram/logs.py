"""The bot's log, without the token.

The token stands in every URL of the Bot API, which libraries log, and in messages of exceptions. So it is
taken out where all of them pass: in the formatter, tracebacks included.
"""

from __future__ import annotations

import logging
import re
from typing import Literal

from bot import logs
from bot.telegram.received import current


class TokenFreeFormatter(logging.Formatter):
    """Formats as `form` does, with `[token]` where the token or its secret half would stand.

    >>> record = logging.LogRecord("client", 20, "", 0, "POST %s", ("http://host/bot123:AbC/getMe",), None)
    >>> TokenFreeFormatter("123:AbC", logging.Formatter()).format(record)
    'POST http://host/bot[token]/getMe'
    """

    def __init__(self, token: str, form: logging.Formatter) -> None:
        super().__init__()
        self._form = form
        number, _, secret = token.rpartition(":")
        # A URL may have the colon escaped. The letters of both halves never are.
        self._token = re.compile(rf"(?:{re.escape(number)}(?::|%3A))?{re.escape(secret)}", re.IGNORECASE)

    def format(self, record: logging.LogRecord) -> str:
        """The record as text, its exception included."""
        return self._token.sub("[token]", self._form.format(record))


def configure(token: str, level: str, form: Literal["text", "json"]) -> None:
    """Send everything from `level` up to standard error. For commands, never on import."""
    logs.configure(level, TokenFreeFormatter(token, logs.formatter(form)), _with_update)


def _with_update(record: logging.LogRecord) -> bool:
    """Say with each record of which update it tells."""
    received = current.get()
    if received is not None:
        record.update = received.number
    return True
