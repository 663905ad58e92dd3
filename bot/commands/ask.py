"""iqtibas ask: quotations for a question, or for each of a batch."""
# ruff: noqa: PLC0415

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from bot.commands import options
from bot.commands.exit_codes import ANSWERED, NOT_FOUND, WRONG
from bot.commands.failures import readable, told
from bot.encoding import is_utf8
from bot.output import JsonOutput, ReadableOutput

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.output import Output
    from retrieval import Answer


@click.command()
@click.argument("question", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="An object on one line, for programs.")
@click.option("--batch", metavar="FILE", help="A question a line from FILE (- for standard input).")
@click.option("--explain", is_flag=True, help="Say why each quotation is shown.")
@click.option(
    "--where",
    nargs=2,
    multiple=True,
    metavar="NAME VALUE",
    help='Only documents that tell this: --where "date>=" 2021-01-01; of a NAME given twice, either VALUE.',
)
@options.source
@options.index
@options.language
@options.shape
@options.dense
def ask(
    question: tuple[str, ...],
    *,
    as_json: bool,
    batch: str | None,
    explain: bool,
    where: tuple[tuple[str, str], ...],
    **chosen: str | bool | None,
) -> int:
    """Answer QUESTION by quotations.

    Exit codes: 0 answered, 1 not found, 2 wrong use or input; of a batch, the highest of its lines.
    """
    if bool(question) == bool(batch):
        raise click.UsageError('give one of the two: a question ("من هو …؟"), or --batch FILE')
    from bot.commands.opening import opened

    settings = options.settings(**chosen)
    with told(), opened(settings) as retriever:
        output = JsonOutput(explain=explain) if as_json else ReadableOutput(settings, explain=explain)
        wanted = {name: [value for other, value in where if other == name] for name, _ in where}
        answer = partial(retriever.ask, where=wanted)
        if batch is None:
            return _answer(answer, " ".join(question), output)
        return _answer_all(answer, batch, output)


def _answer_all(answer: Callable[[str], Answer], batch: str, output: Output) -> int:
    from bot.batch import read_lines

    with readable(batch, "questions, one a line"):
        return max((_answer(answer, line, output) for line in read_lines(batch)), default=ANSWERED)


def _answer(answer: Callable[[str], Answer], question: str, output: Output) -> int:
    from retrieval import QuestionError, Status

    if not is_utf8(question):
        output.error(question, "the question is not in UTF-8")
        return WRONG
    try:
        found = answer(question)
    except QuestionError as error:
        output.error(question, str(error))
        return WRONG
    output.answer(found)
    return ANSWERED if found.status is Status.ANSWERED else NOT_FOUND
