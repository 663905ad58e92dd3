"""iqtibas read: what a file holds, as the program reads it."""

from __future__ import annotations

import click

from bot.commands.exit_codes import ANSWERED, NOT_FOUND
from bot.commands.failures import told
from bot.output import complain


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False))
@click.option("--explain", is_flag=True, help="Show what is left out, and why.")
@click.option("--json", "as_json", is_flag=True, help="An object a document, for programs.")
def read(file: str, *, explain: bool, as_json: bool) -> int:
    """Show what is read out of FILE: what it says of itself, and the paragraphs that may be quoted.

    Exit codes: 0 all of it is read, 1 some rows of a table are not, 2 it can't be read.
    """
    from bot.render.reading import as_text, render  # noqa: PLC0415
    from retrieval import read_file  # noqa: PLC0415

    with told():
        contents = read_file(file, among_others=explain)
    for reading in contents.readings:
        click.echo(render(reading) if as_json else as_text(reading, explain=explain))
    if contents.failure:
        complain(f"left out: {contents.failure}")
    return NOT_FOUND if contents.failure else ANSWERED
