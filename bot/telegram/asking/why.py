"""Why these quotations: what of the question each one holds, and how sure the answer is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.reply import Note, Reply
from bot.texts import say

if TYPE_CHECKING:
    from bot.texts import Language
    from retrieval import Answer, Quote

# Words named of one quotation.
_WORDS = 12


def why(answer: Answer, language: Language) -> Reply:
    """What matched in each quotation of an answer."""
    sure = say(language, "why-confidence", percent=round(100 * answer.confidence))
    matched = "\n".join(_matched(quote, language) for quote in answer.quotes)
    return Reply(language, (Note(say(language, "why")), Note(matched), Note(sure)))


def _matched(quote: Quote, language: Language) -> str:
    words = list(dict.fromkeys(span.of(quote.paragraph.text) for span in quote.highlights))
    if not words:
        return say(language, "why-meaning", rank=quote.rank)
    shown = words[:_WORDS] + (["…"] if len(words) > _WORDS else [])
    return say(language, "why-words", rank=quote.rank, words=shown)
