"""iqtibas telegram: the bot."""
# ruff: noqa: PLC0415

from __future__ import annotations

import click

from bot.commands import options
from bot.commands.exit_codes import ANSWERED, NOT_FOUND
from bot.commands.failures import needing, told


@click.command()
@options.source
@options.index
@options.language
@options.dense
@click.option(
    "--base-url", "telegram_base_url", metavar="URL", help="The Bot API server; else TELEGRAM_BASE_URL."
)
@click.option(
    "--webhook-url",
    metavar="URL",
    help="Where Telegram posts updates, not polled then; else IQTIBAS_WEBHOOK_URL.",
)
@click.option("--check", "checking", is_flag=True, help="Look whether all is ready, and say what to mend.")
def telegram(*, checking: bool, **chosen: str | bool | None) -> int:
    """Answer in Telegram, with the token in TELEGRAM_BOT_TOKEN.

    Exit codes: 0 stopped, 1 gave up, 2 wrong use; of --check, 1 if something is to be mended.
    """
    settings = options.settings(**chosen)
    from bot.settings import SettingsError

    with needing("telegram"):
        from bot.telegram.application import run
        from bot.telegram.check import check
        from bot.telegram.library import open_library
        from bot.telegram.token import bot_token

    try:
        token = bot_token(settings)
        with told(), open_library(settings) as library:
            if not checking:
                return run(library, settings, token)
            findings = check(library, settings, token)
    except SettingsError as error:
        raise click.ClickException(str(error)) from None
    click.echo("\n".join(map(str, findings)))
    return ANSWERED if all(finding.good for finding in findings) else NOT_FOUND
