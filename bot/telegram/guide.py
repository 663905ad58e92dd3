"""What the bot says of itself: /start, /help, /sources, and commands that it doesn't know."""

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

# Documents that /sources names before the rest is counted.
_NAMED = 20


def guide(command: str, retriever: Retriever, name: str, language: Language) -> Reply:
    """The reply to `command`, which is any but /ask; `name` is the bot's own, without the @."""
    match command:
        case Command.START:
            return Reply(language, (Note(say(language, "start")), _commands(language)))
        case Command.HELP:
            groups = say(language, "help-groups", name=f"@{name}", ask=f"/{Command.ASK}")
            return Reply(language, (Note(say(language, "help-telegram")), Note(groups), _commands(language)))
        case Command.SOURCES:
            return _sources(retriever, language)
    unknown = say(language, "unknown-command", command=f"/{command}", help=f"/{Command.HELP}")
    return Reply(language, (Note(unknown),))


def _commands(language: Language) -> Note:
    return Note("\n".join(f"{isolate(f'/{name}')}  {told}" for name, told in described(language)))


def _sources(retriever: Retriever, language: Language) -> Reply:
    named = compose_sources(retriever.documents[:_NAMED], retriever.searched, language)
    others = len(retriever.documents) - _NAMED
    if others <= 0:
        return named
    return Reply(language, (*named.blocks, Note(say(language, "sources-others", others=others))))
