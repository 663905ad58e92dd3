"""Where the command line puts answers: readable on a terminal, or an object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import click

from bot.render import json
from bot.visible import visible_line

if TYPE_CHECKING:
    from bot.settings import Settings
    from retrieval import Answer, Synced

_SHOWN = 80
"""Characters of a question that tell which one it was."""


class Output(Protocol):
    """Takes the answers of a command, one after the other."""

    def answer(self, answer: Answer) -> None:
        """Show an answer."""

    def error(self, question: str, reason: str) -> None:
        """Show in an answer's place why there is none."""


class JsonOutput:
    """An object a line on standard output, errors among them so that lines stay in step.

    explain: whether it is said why each quotation is shown
    """

    def __init__(self, *, explain: bool = False) -> None:
        self._explain = explain

    def answer(self, answer: Answer) -> None:
        """Show an answer."""
        click.echo(json.render(answer, explain=self._explain))

    def error(self, question: str, reason: str) -> None:
        """Show in an answer's place why there is none."""
        click.echo(json.render_error(question, reason))


class ReadableOutput:
    """Quotations for people on standard output, errors on standard error.

    explain: whether it is said why each quotation is shown
    """

    def __init__(self, settings: Settings, *, explain: bool = False) -> None:
        # Imported here since JSON does without them.
        from bot.render import terminal  # noqa: PLC0415

        self._show = terminal.show
        self._terminal = terminal.screen()
        self._settings = settings
        self._explain = explain

    def answer(self, answer: Answer) -> None:
        """Show an answer."""
        from bot.compose import compose  # noqa: PLC0415
        from bot.why import explained  # noqa: PLC0415

        language = self._settings.language
        for reply in (compose(answer, language), *([explained(answer, language)] if self._explain else [])):
            self._show(reply, self._terminal, shaped=self._settings.shape)

    def error(self, question: str, reason: str) -> None:
        """Show in an answer's place why there is none."""
        shown = question if len(question) <= _SHOWN else f"{question[:_SHOWN]}…"
        complain(f"{reason} (asked: “{shown}”)" if question.strip() else reason)


def complain(message: str) -> None:
    """Tell the operator on standard error, on one line."""
    click.echo(f"iqtibas: {visible_line(message)}", err=True)


def complaints(done: Synced) -> list[str]:
    """Which files didn't get into an index, and why."""
    return [f"left out: {failure}" for failure in done.failures] + [
        f"still being written, left for the next time: {path}" for path in done.unsettled
    ]
