"""The question loop: lines from a keyboard or a pipe, replies to a terminal or a file."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

from bot.conversation import Conversation
from bot.render.terminal import show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from bot.texts import Language
    from retrieval import Retriever

_PROMPT = "> "
_QUIT = "/quit"
_HISTORY_LINES = 1000


def converse(retriever: Retriever, language: Language, terminal: Console, *, shaped: bool = False) -> int:
    """Answer line after line until /quit, Ctrl-D or Ctrl-C. The exit code is 0."""
    conversation = Conversation(retriever, language)
    typed = sys.stdin.isatty()
    if typed:
        show(conversation.welcome(), terminal, shaped=shaped)
    with contextlib.suppress(KeyboardInterrupt):
        for line in _typed() if typed else sys.stdin:
            if line.strip() == _QUIT:
                break
            if line.strip():
                show(conversation.reply(line.strip()), terminal, shaped=shaped)
    if typed:
        terminal.print()
        show(conversation.farewell(), terminal, shaped=shaped)
    return 0


def _typed() -> Iterator[str]:
    """Lines from the keyboard, with the history of earlier sessions."""
    with _history(), contextlib.suppress(EOFError):
        while True:
            yield input(_PROMPT)


@contextlib.contextmanager
def _history() -> Iterator[None]:
    """Lines of earlier sessions under the arrow keys; a state folder that can't be used only costs these."""
    try:
        import readline  # noqa: PLC0415  not on every platform
    except ImportError:
        yield
        return
    from platformdirs import user_state_path  # noqa: PLC0415  for a keyboard only

    file = user_state_path("iqtibas", appauthor=False) / "history"
    readline.set_history_length(_HISTORY_LINES)
    with contextlib.suppress(OSError):
        readline.read_history_file(file)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            readline.write_history_file(file)
