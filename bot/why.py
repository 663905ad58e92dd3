"""Why a paragraph is quoted, or nothing is: in words for readers, the same for every surface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.reply import Note, Reply
from bot.texts import say
from bot.visible import visible_line
from retrieval import How

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.texts import Language
    from retrieval import Answer, Quote, Why

_MIDDLING, _HIGH = 0.5, 0.8
"""Confidences from which on an answer is called likely, and sure enough."""
_NAMED = 8
"""Pieces of text that a line names."""


def compose_why(answer: Answer, quote: Quote | None, language: Language) -> Reply:
    """Why `quote` is among the quotations of `answer`; without one, why nothing answers."""
    lines = [say(language, "why", rank=quote.rank) if quote else say(language, "why-silent")]
    lines.append(say(language, "why-asked", kind=say(language, f"kind-{answer.asked}")))
    told = quote or answer.nearest
    if told and told.why:
        lines += _evidence(told, told.why, answer, language)
    lines.append(_confidence(answer.confidence, language))
    return Reply(language, (Note("\n".join(lines)),))


def explained(answer: Answer, language: Language) -> Reply:
    """Why each of the quotations is shown, or nothing is."""
    reasons = [compose_why(answer, quote, language) for quote in answer.quotes or (None,)]
    return Reply(language, tuple(block for reason in reasons for block in reason.blocks))


def _evidence(quote: Quote, why: Why, answer: Answer, language: Language) -> Iterator[str]:
    for how in How:
        words = [
            " / ".join(dict.fromkeys((word.asked, *word.found))) for word in why.words if word.how is how
        ]
        if words:
            yield say(language, f"why-{how.value}", words=words)
    if missing := [word.asked for word in why.words if word.how is None]:
        yield say(language, "why-missing", words=missing)
    yield say(language, "why-sentence", held=why.in_answer, asked=len(why.words))
    kinds = list(dict.fromkeys(visible_line(span.of(quote.paragraph.text)) for span in why.kinds))
    if kinds:
        yield say(language, "why-kind", kind=say(language, f"kind-{answer.asked}"), found=kinds[:_NAMED])
    if why.title:
        yield say(language, "why-title", words=list(why.title))


def _confidence(confidence: float, language: Language) -> str:
    degree = "high" if confidence >= _HIGH else "middling" if confidence >= _MIDDLING else "low"
    return say(
        language, "why-confidence", percent=round(100 * confidence), degree=say(language, f"degree-{degree}")
    )
