"""iqtibas telegram: the bot."""
# ruff: noqa: PLC0415

from __future__ import annotations

import click

from bot.commands import options
from bot.commands.failures import told


@click.command()
@options.source
@options.index
@options.language
@options.dense
@click.option(
    "--base-url", "telegram_base_url", metavar="URL", help="The Bot API server; else TELEGRAM_BASE_URL."
)
def telegram(**chosen: str | bool | None) -> int:
    """Answer in Telegram, with the token in TELEGRAM_BOT_TOKEN."""
    settings = options.settings(**chosen)
    if settings.telegram_bot_token is None:
        raise click.ClickException(
            "no Telegram token; get one from @BotFather in Telegram, and put it into the environment "
            "or into a file .env in this folder, as TELEGRAM_BOT_TOKEN=123456:ABC…",
        )
    from bot.settings import SettingsError
    from bot.telegram import run
    from bot.telegram.library import open_library

    try:
        with told(), open_library(settings) as library:
            return run(library, settings)
    except SettingsError as error:
        raise click.ClickException(str(error)) from None
