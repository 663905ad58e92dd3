"""What the bot says of itself and its documents: /start, /help, /sources, and to unknown commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.bidi import isolate
from bot.compose import compose_sources
from bot.reply import Note, Reply
from bot.telegram.commands import Command, described
from bot.texts import say

if TYPE_CHECKING:
    from bot.texts import Language
    from retrieval import Retriever

_NAMED = 20
"""Documents that /sources names before the rest is counted."""


def start(language: Language, *, admin: bool) -> Reply:
    """What the bot is for, and its commands."""
    return Reply(language, (Note(say(language, "start")), _commands(language, admin=admin)))


def help_(language: Language, name: str, *, admin: bool) -> Reply:
    """How to ask; `name` is the bot's own, without the @."""
    groups = say(language, "help-groups", name=f"@{name}", ask=f"/{Command.ASK}")
    inline = say(language, "help-inline", name=f"@{name}")
    blocks = [
        Note(say(language, "help-telegram")),
        Note(groups),
        Note(inline),
        _commands(language, admin=admin),
    ]
    if admin:
        blocks.append(Note(say(language, "help-admin")))
    return Reply(language, tuple(blocks))


def sources(retriever: Retriever, language: Language) -> Reply:
    """The documents that are searched."""
    documents = retriever.documents
    named = compose_sources(documents[:_NAMED], retriever.searched, language)
    others = len(documents) - _NAMED
    if others <= 0:
        return named
    return Reply(language, (*named.blocks, Note(say(language, "sources-others", others=others))))


def unknown(command: str, language: Language) -> Reply:
    """Word that there is no such command."""
    said = say(language, "unknown-command", command=f"/{command}", help=f"/{Command.HELP}")
    return Reply(language, (Note(said),))


def _commands(language: Language, *, admin: bool) -> Note:
    listed = described(language, admin=admin)
    return Note("\n".join(f"{isolate(f'/{name}')}  {told}" for name, told in listed))
