"""iqtibas console: question after question."""
# ruff: noqa: PLC0415

from __future__ import annotations

import click

from bot.commands import options
from bot.commands.failures import told


@click.command()
@options.source
@options.index
@options.language
@options.shape
@options.dense
def console(**chosen: str | bool | None) -> int:
    """Ask question after question; /help lists the commands."""
    from bot.commands.opening import opened
    from bot.console import converse
    from bot.render.terminal import screen

    settings = options.settings(**chosen)
    with told(), opened(settings) as retriever:
        return converse(retriever, settings.language, screen(), shaped=settings.shape)
