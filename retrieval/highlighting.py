"""What of any text bears out a question: the highlights of a quotation, without a collection."""

from __future__ import annotations

from retrieval.answering.comparing import Comparer
from retrieval.answering.inquiry import inquire
from retrieval.arabic.analyzer import Analyzer
from retrieval.engines.rank_bm25 import RankBM25Engine
from retrieval.errors import EmptyQuestion
from retrieval.model import Paragraph, Source, Span
from retrieval.ranking.expansion import understand
from retrieval.ranking.in_memory import MemoryCollection


def highlight(question: str, text: str, analyzer: Analyzer | None = None) -> tuple[Span, ...]:
    """The words of a text that a question asks for, in any of their forms and spellings, in order.

    analyzer: with steps of your own
    Raises EmptyQuestion. A text of a page takes a few milliseconds; `Passage.highlights` are there already.

    >>> text = "التقى الوزراءُ بإبراهيم قالن."
    >>> [span.of(text) for span in highlight("ماذا قال الوزير لكالن؟", text)]
    ['الوزراءُ', 'قالن']
    """
    analyzer = analyzer or Analyzer()
    # The text is a collection of its own, so that the names in it are known by their other spellings.
    collection = MemoryCollection(analyzer, RankBM25Engine())
    collection.add([Paragraph(text, 0, len(text), Source(""), "")])
    query = understand(question, collection)
    if not query.tokens:
        raise EmptyQuestion
    inquiry = inquire(query, collection)
    compare = Comparer(inquiry.words, inquiry.alternatives)
    return tuple(Span(token.start, token.end) for token in collection.tokens(0) if compare(token).degree)
