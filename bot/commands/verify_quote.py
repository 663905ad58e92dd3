"""iqtibas verify-quote: whether quotations stand as they were quoted."""
# ruff: noqa: PLC0415

from __future__ import annotations

import click

from bot.commands import options
from bot.commands.exit_codes import ANSWERED, NOT_FOUND, WRONG
from bot.commands.failures import readable, told
from bot.output import complain


@click.command("verify-quote")
@click.argument("file")
@options.source
@options.index
def verify_quote(file: str, **chosen: str | None) -> int:
    """Hold the quotations of FILE against the documents again.

    FILE has answers as `ask --json` prints them, one a line (- for standard input).
    Exit codes: 0 all stand as quoted, 1 some don't, 2 wrong use, or a line is no answer.
    """
    from bot.batch import read_lines
    from bot.commands.opening import opened
    from bot.verifying import Counts, verified

    counts = Counts()
    with (
        told(),
        opened(options.settings(**chosen)) as retriever,
        readable(file, "answers as `iqtibas ask --json` prints them, one a line"),
    ):
        for line in verified(read_lines(file), retriever, counts, complain):
            click.echo(line)
    click.echo(str(counts))
    if counts.unread:
        return WRONG
    return NOT_FOUND if counts.faulty else ANSWERED
