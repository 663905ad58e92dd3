"""The token, without which there is no bot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.settings import SettingsError

if TYPE_CHECKING:
    from bot.settings import Settings

_TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)
"""A token is a number and a secret. Others can't even stand in a URL."""


def bot_token(settings: Settings) -> str:
    """The bot's token. Raises SettingsError where there is none, or something else."""
    if settings.telegram_bot_token is None:
        raise SettingsError(
            "no Telegram token; get one from @BotFather in Telegram, and put it into the environment "
            "or into a file .env in this folder, as TELEGRAM_BOT_TOKEN=123456:ABC…"
        )
    token = settings.telegram_bot_token.get_secret_value()
    if not _TOKEN.fullmatch(token):
        raise SettingsError(
            "TELEGRAM_BOT_TOKEN holds no token; @BotFather gives one like 123456:ABC-def_1234"
        )
    return token


def bot_id(token: str) -> int:
    """The bot's own number.

    >>> bot_id("123456:ABC-def_1234")
    123456
    """
    return int(token.partition(":")[0])
