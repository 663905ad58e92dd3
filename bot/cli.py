"""The command line: iqtibas ask · console · telegram · index · verify · eval.

Exit codes: 0 answered, 1 not found, 2 wrong use or input, 130 Ctrl-C, 141 nobody reads the output any more.
What each command needs is imported when it runs, so that a question is answered in well under a second.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from bot.encoding import is_utf8, use_utf8
from bot.output import JsonOutput, ReadableOutput, complain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.output import Output
    from bot.settings import Settings
    from retrieval import Retriever

ANSWERED, NOT_FOUND, WRONG, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 130, 141

_source = click.option("--source", metavar="DIR", help="Folder of the documents; else IQTIBAS_SOURCE.")
_index = click.option(
    "--index", metavar="PATH", help="Index of the documents, in place of a folder; else IQTIBAS_INDEX."
)
_language = click.option("--language", type=click.Choice(["ar", "en"]), help="Language of the interface.")
_shape = click.option(
    "--shape/--no-shape",
    default=None,
    help="Join letters and order lines for a terminal that doesn't do so itself.",
)
_dense = click.option(
    "--dense/--no-dense", default=None, help="Rerank the best paragraphs by meaning; needs iqtibas[dense]."
)


def main() -> None:
    """Run the command line, and leave the process with its exit code."""
    use_utf8()
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run a command line to its exit code; errors go to standard error."""
    try:
        code = iqtibas.main(arguments, prog_name="iqtibas", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return WRONG
    except click.ClickException as error:
        complain(error.format_message())
        return WRONG
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except SystemExit:
        # What click and rich make of a broken pipe.
        return BROKEN_PIPE
    return int(code or 0)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="iqtibas", message="%(prog)s %(version)s")
def iqtibas() -> None:
    """Ask your own Arabic documents a question, and get their own words back."""


@iqtibas.command()
@click.argument("question", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="An object on one line, for programs.")
@click.option("--batch", metavar="FILE", help="A question a line from FILE (- for standard input).")
@_source
@_index
@_language
@_shape
@_dense
def ask(question: tuple[str, ...], as_json: bool, batch: str | None, **options: str | bool | None) -> int:
    """Answer QUESTION by quotations.

    Exit codes: 0 answered, 1 not found, 2 wrong use or input; of a batch, the highest of its lines.
    """
    if bool(question) == bool(batch):
        raise click.UsageError('give one of the two: a question ("من هو …؟"), or --batch FILE')
    settings = _settings(**options)
    retriever = _open(settings)
    output = JsonOutput() if as_json else ReadableOutput(settings)
    if batch is None:
        return _answer(retriever, " ".join(question), output)
    from bot.batch import questions

    try:
        return max((_answer(retriever, line, output) for line in questions(batch)), default=ANSWERED)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.ClickException(
            f"{batch}: {error.strerror}; give a file of questions, one a line"
        ) from None


@iqtibas.command()
@_source
@_index
@_language
@_shape
@_dense
def console(**options: str | bool | None) -> int:
    """Ask question after question; /help lists the commands."""
    from bot.console import converse
    from bot.render.terminal import screen

    settings = _settings(**options)
    return converse(_open(settings), settings.language, screen(), shaped=settings.shape)


@iqtibas.command()
@_source
@_index
@_language
@_dense
@click.option(
    "--base-url", "telegram_base_url", metavar="URL", help="The Bot API server; else TELEGRAM_BASE_URL."
)
def telegram(**options: str | bool | None) -> int:
    """Answer in Telegram, with the token in TELEGRAM_BOT_TOKEN."""
    settings = _settings(**options)
    if settings.telegram_bot_token is None:
        raise click.ClickException(
            "no Telegram token; get one from @BotFather in Telegram, and put it into the environment "
            "or into a file .env in this folder, as TELEGRAM_BOT_TOKEN=123456:ABC…",
        )
    from bot.telegram import run as run_bot

    return run_bot(_open(settings), settings)


@iqtibas.command()
@click.argument("folders", metavar="DIR...", nargs=-1, required=True)
@_index
@click.option("--anew", is_flag=True, help="Throw away what is in the index first.")
@click.option("--watch", is_flag=True, help="Go on, and follow the folders until Ctrl-C.")
def index(folders: tuple[str, ...], *, index: str | None, anew: bool, watch: bool) -> int:
    """Bring an index up to date with the documents of folders.

    Exit codes: 0 every file read, 1 some left out, 2 wrong use, or the index can't be written.
    """
    path = _index_path(index)
    from bot.indexing import bring_up_to_date

    with _told():
        return ANSWERED if bring_up_to_date(folders, path, anew=anew, watch=watch) else NOT_FOUND


@iqtibas.command()
@_index
def verify(index: str | None) -> int:
    """Look whether an index holds what was put in.

    Exit codes: 0 it does, 1 it doesn't, 2 wrong use, or there is no index.
    """
    path = _index_path(index)
    from bot.indexing import verified
    from retrieval import Retriever

    with _told(), Retriever.open(path) as retriever:
        found = retriever.verify()
    click.echo(verified(found))
    return NOT_FOUND if found.problems else ANSWERED


@iqtibas.command("eval")
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
@_dense
def evaluate(folder: str, *, as_json: bool, compare: str | None, misses: int, dense: bool | None) -> int:
    """Measure how well the questions of a set are answered.

    DIR holds the set in BEIR's layout: corpus.jsonl, queries.jsonl, qrels/test.tsv, and answers.jsonl where
    answers are marked.
    """
    try:
        from bot.evaluate import rankings, report
    except ModuleNotFoundError as error:
        raise click.ClickException(
            f"no module {error.name}; install what eval needs: pip install 'iqtibas[eval]'"
        ) from None

    settings = _settings(dense=dense)
    with _told():
        click.echo(
            report(folder, as_json=as_json, compared=rankings(compare), missed=misses, dense=settings.dense)
        )
    return ANSWERED


def _settings(**options: str | bool | None) -> Settings:
    from bot.settings import SettingsError, load_settings

    try:
        return load_settings(**options)
    except SettingsError as error:
        raise click.ClickException(str(error)) from None


def _open(settings: Settings) -> Retriever:
    from bot.progress import progress
    from retrieval import DenseReranker, Retriever

    with _told():
        reranker = DenseReranker(progress) if settings.dense else None
        if settings.index:
            return Retriever.open(settings.index, reranker=reranker)
        retriever = Retriever.from_folder(settings.source, reranker=reranker)
    for failure in retriever.failures:
        complain(f"left out: {failure}")
    return retriever


def _index_path(index: str | None) -> Path:
    path = _settings(index=index).index
    if path is None:
        raise click.UsageError("give the index: --index PATH, or IQTIBAS_INDEX")
    return path


@contextmanager
def _told() -> Iterator[None]:
    """What `retrieval` raises on purpose, as the command line tells it."""
    from retrieval import IqtibasError

    try:
        yield
    except IqtibasError as error:
        raise click.ClickException(str(error)) from None


def _answer(retriever: Retriever, question: str, output: Output) -> int:
    from retrieval import QuestionError, Status

    if not is_utf8(question):
        output.error(question, "the question is not in UTF-8")
        return WRONG
    try:
        answer = retriever.ask(question)
    except QuestionError as error:
        output.error(question, str(error))
        return WRONG
    output.answer(answer)
    return ANSWERED if answer.status is Status.ANSWERED else NOT_FOUND
