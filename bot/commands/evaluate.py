"""iqtibas eval: how well the questions of a set are answered."""

from __future__ import annotations

import click

from bot.commands import options
from bot.commands.exit_codes import ANSWERED
from bot.commands.failures import needing, told


@click.command("eval")
@click.argument("folder", metavar="DIR")
@click.option("--json", "as_json", is_flag=True, help="An object on one line, for programs.")
@click.option(
    "--compare",
    is_flag=False,
    flag_value="all",
    metavar="[NAMES]",
    help="Other rankings beside it: their names with commas between, or all.",
)
@click.option("--misses", type=click.IntRange(min=0), default=0, metavar="N", help="The N worst questions.")
@options.dense
def evaluate(folder: str, *, as_json: bool, compare: str | None, misses: int, dense: bool | None) -> int:
    """Measure how well the questions of a set are answered.

    DIR holds the set in BEIR's layout: corpus.jsonl, queries.jsonl, qrels/test.tsv, and answers.jsonl where
    answers are marked.
    """
    with needing("eval"):
        from bot.evaluate import rankings, report  # noqa: PLC0415

    settings = options.settings(dense=dense)
    with told():
        click.echo(
            report(folder, as_json=as_json, compared=rankings(compare), missed=misses, dense=settings.dense)
        )
    return ANSWERED
