"""iqtibas mcp: the documents for assistants."""
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
def mcp(**chosen: str | bool | None) -> int:
    """Let an assistant quote from the documents, by MCP over standard input and output.

    It is the assistant's program that starts this; docs/mcp.md tells how. Exit codes: 0 ended, 2 wrong use.
    """
    settings = options.settings(**chosen)
    with needing("mcp"):
        from bot.mcp.server import serve
    with told():
        serve(settings)
    return ANSWERED
