"""The menus of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from telegram import Bot, BotCommand

from tests.botapi.examples import call

if TYPE_CHECKING:
    from tests.botapi import BotApiServer


async def test_each_language_has_its_commands(bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("ask", "Ask")])
    await bot.set_my_commands([BotCommand("ask", "اسأل")], language_code="ar")

    assert (await bot.get_my_commands())[0].description == "Ask"
    assert (await bot.get_my_commands(language_code="ar"))[0].description == "اسأل"
    assert await bot.get_my_commands(language_code="fr") == ()


@pytest.mark.parametrize(
    ("description", "command", "text", "language", "problem"),
    [
        ("an Arabic command", "اسأل", "أ", "", "BOT_COMMAND_INVALID"),
        ("capitals", "Ask", "أ", "", "BOT_COMMAND_INVALID"),
        ("no command", "/", "أ", "", "command must be non-empty"),
        ("33 characters", "a" * 33, "أ", "", "command length must not exceed 32"),
        ("no description", "ask", " ", "", "command description must be non-empty"),
        ("257 characters", "ask", "أ" * 257, "", "command description length must not exceed 256"),
        ("no language", "ask", "أ", "arabic", "invalid language code specified"),
    ],
)
async def test_commands_are_refused_in_telegrams_words(  # noqa: PLR0913, PLR0917  (the columns of the table)
    server: BotApiServer, description: str, command: str, text: str, language: str, problem: str
) -> None:
    commands = [{"command": command, "description": text}]

    answer = await call(server, "setMyCommands", commands=commands, language_code=language)

    assert answer["description"] == f"Bad Request: {problem}", description
