"""The bot's commands, and how Telegram's menus show them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from telegram import BotCommand

from bot.texts import say

if TYPE_CHECKING:
    from telegram import Bot

    from bot.texts import Language


class Command(StrEnum):
    """The commands by the name that follows the slash. A plain question is ASK."""

    ASK = "ask"
    SOURCES = "sources"
    HELP = "help"
    START = "start"


# Telegram's own commands are Latin only; these are read from the text.
ARABIC = {
    "اسأل": Command.ASK,
    "اسال": Command.ASK,
    "إسأل": Command.ASK,
    "المستندات": Command.SOURCES,
    "المصادر": Command.SOURCES,
    "المساعدة": Command.HELP,
    "مساعدة": Command.HELP,
}


def described(language: Language) -> list[tuple[str, str]]:
    """Each command's name, and what it does."""
    return [(command, say(language, f"command-{command}")) for command in Command]


async def publish(bot: Bot, language: Language) -> None:
    """Have Telegram list the commands, for everybody and again for those who use it in Arabic.

    Some clients show a user of Arabic the list for Arabic only. Raises TelegramError.
    """
    commands = [BotCommand(name, description) for name, description in described(language)]
    for code in (None, "ar"):
        await bot.set_my_commands(commands, language_code=code)
