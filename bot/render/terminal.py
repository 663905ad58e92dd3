"""Reply -> a terminal, or a file in its place.

Terminals join Arabic letters and order each line by themselves, so text goes out in logical order and is
only set to the right. `shaped` is for those that don't. A file gets a paragraph a line, as it is.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from bot.bidi import isolate, without_marks
from bot.render.shaping import shape
from bot.reply import Quotation
from bot.texts import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.reply import Block, Reply

_ANSWER = "bold"
_MATCHED = "underline"
_SOURCE = "cyan"
_PATH = "dim"


def screen(file: IO[str] | None = None) -> Console:
    """A terminal to print on: `file`, or standard output. Without colour where NO_COLOR is set."""
    return Console(file=file, markup=False, highlight=False, emoji=False)


def show(reply: Reply, terminal: Console, *, shaped: bool = False) -> None:
    """Print a reply, an empty line after each of its blocks."""
    shaped = shaped and terminal.is_terminal
    for block in reply.blocks:
        for text, right_to_left in _texts(block, reply.language, shaped=shaped):
            _print(text, terminal, right_to_left=right_to_left, shaped=shaped)
        terminal.print()


def _print(text: Text, terminal: Console, *, right_to_left: bool, shaped: bool) -> None:
    if not terminal.is_terminal:
        terminal.print(text, soft_wrap=True)
        return
    for paragraph in text.split("\n", allow_blank=True):
        # An empty paragraph wraps into no line at all.
        for line in paragraph.wrap(terminal, terminal.width) or [paragraph]:
            look = shape(line, right_to_left=right_to_left) if shaped else line
            terminal.print(look, justify="right" if right_to_left else "left", no_wrap=True)


def _texts(block: Block, language: Language, *, shaped: bool) -> Iterator[tuple[Text, bool]]:
    """Each text of a block, and whether it runs from the right."""
    # A terminal that doesn't obey marks of direction may draw them.
    directed = str if shaped else without_marks
    arabic = language is Language.ARABIC
    if not isinstance(block, Quotation):
        yield Text(directed(block.text)), arabic
        return
    yield _words(block, matched=not shaped), True
    source = directed(f"{block.rank}. {block.source}{' · ' if block.source else ''}")
    yield Text.assemble((source, _SOURCE), (directed(isolate(block.path)), _PATH)), True
    if block.below:
        yield Text(directed(block.below), _PATH), arabic


def _words(block: Quotation, *, matched: bool) -> Text:
    """A quotation's text; its matched words by themselves only where nothing is ordered by its style."""
    text = Text(block.text)
    text.stylize(_ANSWER, block.answer.start, block.answer.end)
    for span in block.highlights if matched else ():
        text.stylize(_MATCHED, span.start, span.end)
    return text
