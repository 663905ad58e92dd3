"""A tokenizer for bm25s. Needs the extra `bm25s`.

>>> from bm25s import BM25
>>> words, engine = tokenizer(), BM25()
>>> texts = ["أطلقت الصواريخ من البحر.", "زار الوزير المدرسة."]
>>> engine.index(words.tokenize(texts, return_as="tuple", show_progress=False), show_progress=False)
>>> asked = words.tokenize(["صاروخ"], show_progress=False)
>>> print(engine.retrieve(asked, corpus=texts, k=1, show_progress=False).documents[0, 0])
أطلقت الصواريخ من البحر.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bm25s.tokenization import Tokenizer

from retrieval.adapters.terms import Terms

if TYPE_CHECKING:
    from retrieval.arabic.analyzer import Analyzer


def tokenizer(*fields: str, stop_words: bool = False, analyzer: Analyzer | None = None) -> Tokenizer:
    """A Tokenizer of bm25s that gives the terms of `Terms`, which tells the arguments.

    Texts come first and questions after them, as with any Tokenizer of bm25s: it numbers the terms of what it
    is given first, and leaves out others from then on.
    """
    return Tokenizer(
        lower=False, splitter=Terms(*fields, stop_words=stop_words, analyzer=analyzer), stopwords=None
    )
