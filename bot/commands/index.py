"""iqtibas index: an index on disk, kept in step with folders."""
# ruff: noqa: PLC0415

from __future__ import annotations

import click

from bot.commands import options
from bot.commands.exit_codes import ANSWERED, NOT_FOUND
from bot.commands.failures import told


@click.command()
@click.argument("folders", metavar="DIR...", nargs=-1, required=True)
@options.index
@click.option("--anew", is_flag=True, help="Throw away what is in the index first.")
@click.option("--watch", is_flag=True, help="Go on, and follow the folders until Ctrl-C.")
@options.dense
def index(folders: tuple[str, ...], *, index: str | None, anew: bool, watch: bool, dense: bool | None) -> int:
    """Bring an index up to date with the documents of folders.

    Exit codes: 0 every file read, 1 some left out, 2 wrong use, or the index can't be written.
    """
    path = options.index_path(index)
    from bot.indexing import bring_up_to_date

    with told():
        embed = None
        if options.settings(dense=dense).dense:
            from bot.commands.opening import dense_reranker

            embed = dense_reranker(path).add
        done = bring_up_to_date(folders, path, anew=anew, watch=watch, embed=embed)
    return ANSWERED if done else NOT_FOUND
