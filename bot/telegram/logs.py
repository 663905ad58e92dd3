"""One log on standard error, without the token.

The token stands in every URL of the Bot API, which httpx logs, and in messages of exceptions. So it is
taken out where all of them pass: in the formatter, tracebacks included.
"""

from __future__ import annotations

import logging
import re

_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class TokenFreeFormatter(logging.Formatter):
    """Formats as its parent does, with `[token]` where the token or its secret half would stand.

    >>> record = logging.LogRecord("httpx", 20, "", 0, "POST %s", ("http://host/bot123:AbC/getMe",), None)
    >>> TokenFreeFormatter("123:AbC").format(record)
    'POST http://host/bot[token]/getMe'
    """

    def __init__(self, token: str, form: str = "%(message)s") -> None:
        super().__init__(form)
        number, _, secret = token.rpartition(":")
        # A URL may have the colon escaped. The letters of both halves never are.
        self._token = re.compile(rf"(?:{re.escape(number)}(?::|%3A))?{re.escape(secret)}", re.IGNORECASE)

    def format(self, record: logging.LogRecord) -> str:
        """The record as text, its exception included."""
        return self._token.sub("[token]", super().format(record))


def configure(token: str, level: str) -> None:
    """Send everything from `level` up to standard error. For commands, never on import."""
    handler = logging.StreamHandler()
    handler.setFormatter(TokenFreeFormatter(token, _FORM))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(True)
    # What a failing handler prints doesn't pass the formatter.
    logging.raiseExceptions = False
    if level != "DEBUG":
        # A line for each request, every few seconds.
        logging.getLogger("httpx").setLevel(logging.WARNING)
