"""The bot's commands, and how Telegram's menus show them."""

from __future__ import annotations

import logging
from enum import StrEnum
from typing import TYPE_CHECKING

from telegram import BotCommand, BotCommandScopeChat
from telegram.error import BadRequest, Forbidden

from bot.texts import Language, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from telegram import Bot

_log = logging.getLogger(__name__)


class Command(StrEnum):
    """The commands by the name that follows the slash. A plain question is ASK."""

    ASK = "ask"
    ALONE = "alone"
    SOURCES = "sources"
    LANGUAGE = "language"
    HELP = "help"
    PRIVACY = "privacy"
    FORGET = "forget"
    START = "start"
    STATS = "stats"
    REINDEX = "reindex"
    INVITE = "invite"
    REVOKE = "revoke"


ADMIN = (Command.STATS, Command.REINDEX, Command.INVITE, Command.REVOKE)
"""Those of admins; for others they aren't there."""
EVERYBODY = tuple(command for command in Command if command not in ADMIN)
FREE = (Command.START, Command.LANGUAGE, Command.HELP, Command.PRIVACY, Command.FORGET)
"""Those that show nothing of the documents, and are answered whoever asks."""

ARABIC = {
    "اسأل": Command.ASK,
    "اسال": Command.ASK,
    "إسأل": Command.ASK,
    "كما_كتبته": Command.ALONE,
    "المستندات": Command.SOURCES,
    "المصادر": Command.SOURCES,
    "اللغة": Command.LANGUAGE,
    "لغة": Command.LANGUAGE,
    "المساعدة": Command.HELP,
    "مساعدة": Command.HELP,
    "الخصوصية": Command.PRIVACY,
    "خصوصية": Command.PRIVACY,
    "انسني": Command.FORGET,
    "الإحصاءات": Command.STATS,
    "الاحصاءات": Command.STATS,
    "الفهرسة": Command.REINDEX,
    "دعوة": Command.INVITE,
    "سحب": Command.REVOKE,
}
"""Telegram's own commands are Latin only; these are read from the text."""


def described(language: Language, *, admin: bool = False) -> list[tuple[str, str]]:
    """Each command's name, and what it does."""
    commands = tuple(Command) if admin else EVERYBODY
    return [(command.value, say(language, f"command-{command}")) for command in commands]


async def publish(bot: Bot, language: Language, admins: Iterable[int] = ()) -> None:
    """Have Telegram list the commands, for everybody and again for those who use it in each of the languages.

    Some clients show a user of Arabic the list for Arabic only. An admin who never wrote to the bot keeps the
    list for everybody. Raises TelegramError.
    """
    await bot.set_my_commands(_listed(language))
    for spoken in Language:
        await bot.set_my_commands(_listed(spoken), language_code=spoken.value)
    for admin in admins:
        try:
            await bot.set_my_commands(_listed(language, admin=True), scope=BotCommandScopeChat(admin))
        except (BadRequest, Forbidden) as error:
            _log.info("the commands of an admin couldn't be listed: %s", error)


def _listed(language: Language, *, admin: bool = False) -> list[BotCommand]:
    return [BotCommand(name, told) for name, told in described(language, admin=admin)]
