"""What the server answers instead of a result.

ApiError      an error object of the Bot API: {"ok": false, "error_code": …, "description": …}
Dropped       the connection ends without an answer, though the call was carried out
"""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """An answer with `error_code` and `description`, as clients get it from Telegram."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def to_json(self) -> dict[str, Any]:
        """The body of the answer; `parameters` only where there are any (retry_after)."""
        body = {"ok": False, "error_code": self.code, "description": self.description}
        return {**body, "parameters": self.parameters} if self.parameters else body


class Dropped(Exception):
    """The client is to lose its connection now."""


def bad_request(message: str) -> ApiError:
    """A 400 with tdlib's `message`, begun in lower case as telegram-bot-api does.

    >>> bad_request("Text must be non-empty").description
    'Bad Request: text must be non-empty'
    >>> bad_request("BUTTON_DATA_INVALID").description
    'Bad Request: BUTTON_DATA_INVALID'
    """
    is_constant = len(message) > 1 and (message[1] == "_" or message[1].isupper())
    return ApiError(400, "Bad Request: " + (message if is_constant else message[:1].lower() + message[1:]))
