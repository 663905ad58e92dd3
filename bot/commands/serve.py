"""iqtibas serve: the HTTP API."""
# ruff: noqa: PLC0415

from __future__ import annotations

import click

from bot.commands import options
from bot.commands.exit_codes import ANSWERED
from bot.commands.failures import needing, told


@click.command()
@options.source
@options.index
@options.dense
@click.option(
    "--listen", "http_listen", metavar="HOST:PORT", help="Where it answers; else IQTIBAS_HTTP_LISTEN."
)
@click.option(
    "--workers", "http_workers", metavar="N", help="Processes that answer; else IQTIBAS_HTTP_WORKERS."
)
def serve(**chosen: str | bool | None) -> int:
    """Answer programs over HTTP, until Ctrl-C; docs/http.md tells how they ask.

    Exit codes: 0 stopped, 2 wrong use, or the address can't be listened at.
    """
    settings = options.settings(**chosen)
    from bot.settings import SettingsError

    with needing("http"):
        from bot.http.server import serve as run
    try:
        with told():
            run(settings)
    except SettingsError as error:
        raise click.ClickException(str(error)) from None
    return ANSWERED
