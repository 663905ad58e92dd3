"""iqtibas verify: whether an index is whole."""
# ruff: noqa: PLC0415

from __future__ import annotations

import click

from bot.commands import options
from bot.commands.exit_codes import ANSWERED, NOT_FOUND
from bot.commands.failures import told


@click.command()
@options.index
def verify(index: str | None) -> int:
    """Look whether an index holds what was put in.

    Exit codes: 0 it does, 1 it doesn't, 2 wrong use, or there is no index.
    """
    path = options.index_path(index)
    from bot.indexing import verified
    from retrieval import Retriever

    with told(), Retriever.open(path) as retriever:
        found = retriever.verify()
    click.echo(verified(found))
    return NOT_FOUND if found.problems else ANSWERED
