"""The bots that the server knows, by their tokens."""

from __future__ import annotations

import re

from tests.botapi.errors import ApiError
from tests.botapi.state import BotState

# Telegram's secrets have 35 characters; a made-up one of any length will do here.
_TOKEN = re.compile(r"([1-9]\d{0,15}):[A-Za-z0-9_-]+")


class Bots:
    """With a `token` only that bot is let in, otherwise each well-formed token is a bot of its own.

    Before any has called, a test means the first one that will: what it injects waits for that bot.
    """

    def __init__(self, token: str | None = None) -> None:
        self._only = token
        self._bots: dict[str, BotState] = {}
        self._first = BotState(0)

    def by_token(self, token: str) -> BotState:
        """The bot of `token`. Raises ApiError 401: malformed, or not the only one let in."""
        well_formed = _TOKEN.fullmatch(token)
        if not well_formed:
            raise ApiError(401, "Unauthorized: invalid token specified")
        if self._only not in (None, token):
            raise ApiError(401, "Unauthorized")
        if token not in self._bots:
            self._bots[token] = BotState(0) if self._bots else self._first
            self._bots[token].id = int(well_formed[1])
        return self._bots[token]

    def close(self) -> None:
        """Post no more updates to anybody."""
        for bot in self._bots.values():
            if bot.webhook:
                bot.webhook.close()

    def chosen(self, token: str | None) -> BotState:
        """The bot that a test means: of `token`, or the only one there is or will be.

        Raises ValueError where there are several; ApiError as above.
        """
        token = token or self._only
        if token:
            return self.by_token(token)
        if len(self._bots) > 1:
            raise ValueError(f"there are {len(self._bots)} bots: say which one by its token")
        return next(iter(self._bots.values()), self._first)
