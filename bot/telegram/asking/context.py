"""A quotation between the paragraphs that stand before and after it: one message, or a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from bot.compose import compose_context
from bot.render.excerpt import units
from bot.render.telegram import LIMIT, render
from bot.reply import Note, Quotation
from bot.texts import say

if TYPE_CHECKING:
    from bot.reply import Reply
    from bot.texts import Language
    from retrieval import Paragraph, Quote, Retriever

_AROUND = (2, 1)
"""Paragraphs to each side: so many if a message holds them, else one, else the first number in a file."""
_NAME = 60
"""Letters of a file's name that every client shows."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is shown of it.

    text: in Telegram's HTML; for a file its caption
    file: name and content, where it is too long for a message
    """

    text: str
    file: tuple[str, bytes] | None = None


def context(retriever: Retriever, quote: Quote, language: Language, heading: str | None = None) -> Context:
    """The context of a quotation of `retriever`; `heading` in place of the usual one.

    Raises KeyError where its document has gone.
    """
    replies = [_reply(retriever, quote, around, language, heading) for around in _AROUND]
    for reply in replies:
        if _length(reply) <= LIMIT:
            return Context(render(reply)[0])
    return _file(replies[0])


def opened(
    retriever: Retriever, question: str, rank: int, language: Language
) -> tuple[Context, Paragraph] | None:
    """The quotation of that rank in its context, and its paragraph; None where there are fewer."""
    answer = retriever.ask(question, 1, rank - 1)
    if not answer.quotes:
        return None
    (quote,) = answer.quotes
    return context(retriever, quote, language), quote.paragraph


def _reply(retriever: Retriever, quote: Quote, around: int, language: Language, heading: str | None) -> Reply:
    paragraphs = retriever.context(quote.paragraph, before=around, after=around)
    reply = compose_context(quote, paragraphs, language)
    return replace(reply, blocks=(Note(heading), *reply.blocks[1:])) if heading else reply


def _length(reply: Reply) -> int:
    """No less than the units of its message: each line may gain a mark of direction."""
    texts = [
        f"{block.text}\n\n{block.source}{block.path}" if isinstance(block, Quotation) else block.text
        for block in reply.blocks
    ]
    return sum(units(text) + text.count("\n") + 20 for text in texts)


def _file(reply: Reply) -> Context:
    (quotation,) = (block for block in reply.blocks if isinstance(block, Quotation))
    caption = replace(
        reply, blocks=(Note(say(reply.language, "as-file")), Note(quotation.source or quotation.path))
    )
    content = f"{quotation.text}\n\n{quotation.source}\n{quotation.path}\n"
    name = PurePath(quotation.path).stem[:_NAME] or "context"
    return Context(render(caption)[0], (f"{name}.txt", content.encode("utf-8")))
