"""What other sources say of what a quotation states: that they agree, or where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.texts import say
from retrieval import attribution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.texts import Language
    from retrieval import Parallel, Quote

_VALUE = "value"


def parallels(quote: Quote, language: Language) -> str:
    """Lines on the quotations that state the same fact; empty if there are none."""
    return "\n".join(_lines(quote, language))


def _lines(quote: Quote, language: Language) -> Iterator[str]:
    agreeing = [each for each in quote.parallels if not _differs(each)]
    if agreeing:
        sources = {quote.paragraph.source.path, *(each.paragraph.source.path for each in agreeing)}
        named = [_named(each, language) for each in agreeing]
        yield say(language, "in-sources", sources=len(sources), named=named)
    for each in quote.parallels:
        if _differs(each):
            yield say(language, "differing", named=_named(each, language))
        for difference in each.differences:
            here, there = difference.here.of(quote.paragraph.text), difference.there.of(each.paragraph.text)
            message = "differing-value" if difference.what == _VALUE else "differing-name"
            yield say(language, message, here=here, there=there, rank=each.rank)


def _differs(parallel: Parallel) -> bool:
    return any(difference.what == _VALUE for difference in parallel.differences)


def _named(parallel: Parallel, language: Language) -> str:
    return say(language, "parallel", rank=parallel.rank, source=attribution(parallel.paragraph.source))
