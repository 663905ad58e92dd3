"""What the tools give, as text that an assistant reads; the same stands beside it as JSON.

Its words are for the assistant, in English; quotations are the documents' own, on lines of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.visible import visible, visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.render.json_types import (
        AnswerObject,
        ContextObject,
        ParagraphObject,
        PassageObject,
        QuoteObject,
        SearchObject,
    )

_SILENT = (
    "NOT FOUND. The documents hold no answer to this question. Tell the user so; "
    "do not answer from elsewhere as if it stood in the documents."
)
_NEAREST = "The passage that comes nearest follows. It is no answer; show it only as what it is."
_QUOTE = "Quote verbatim, with the source under each quotation."


def answer_text(answer: AnswerObject) -> str:
    """An answer: quotations, or word that there are none."""
    if answer["status"] == "answered":
        return _blocks(
            f"ANSWERED by quotations, the best first. {_QUOTE}", *map(_quotation, answer["quotes"])
        )
    if nearest := answer["nearest"]:
        return _blocks(_SILENT, _NEAREST, _quotation(nearest))
    return _SILENT


def search_text(found: SearchObject) -> str:
    """Passages that share words with a question."""
    if not found["passages"]:
        return "NOTHING FOUND. No passage of the documents has any of these words. Tell the user so."
    opening = "Passages that share words with the question, the best first; they may not answer it. " + _QUOTE
    return _blocks(opening, *map(_passage, found["passages"]))


def context_text(context: ContextObject) -> str:
    """Paragraphs of a document, each under its place."""
    source = context["source"]
    about = [f"{name}: {visible_line(str(value))}" for name, value in source.items() if value]
    return _blocks("\n".join(about), *(_paragraph(each) for each in context["paragraphs"]))


def _quotation(quote: QuoteObject) -> str:
    sentence = visible(quote["text"][slice(*quote["answer"])])
    also = [f"The same words stand in: {visible_line(place['path'])}" for place in quote["also"]]
    return "\n".join([_passage(quote), f"The sentence that answers: {sentence}", *also])


def _passage(found: PassageObject) -> str:
    place = f"path: {visible_line(found['source']['path'])}, start: {found['start']}, end: {found['end']}"
    source = f"Source: {visible_line(found['attribution'])} ({place})"
    return "\n".join([f"[{found['rank']}]", *_quoted(found["text"]), source])


def _paragraph(paragraph: ParagraphObject) -> str:
    place = f"[{paragraph['start']}-{paragraph['end']}]"
    return "\n".join([place, *_quoted(paragraph["text"])])


def _quoted(text: str) -> Iterator[str]:
    """The lines of a text, set off as Markdown does."""
    return (f"> {line}" for line in visible(text).split("\n"))


def _blocks(*blocks: str) -> str:
    return "\n\n".join(blocks)
