"""Whether two documents tell of one event, or of two that only resemble each other.

Reports of one event share most of their words, names above all; reports of another event of the same kind,
between the same people, share a quarter of them.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from retrieval.model import Paragraph

SHARED = 0.45
"""Share of the shorter text's words that reports of one event have in common: of the five documents in seeds/
the two on one call share .67, any other two at most .28."""
_APART = timedelta(days=7)
"""Days between two reports from which on they tell of two events."""
_PART = 6000
"""Characters. The part of a document around a paragraph and those beside it are looked at: all of an article,
a chapter of a book."""
_WORD = re.compile("[ؠ-يٱ-ۓA-Za-zÀ-ɏ]{4,}")
"""Words of four letters or more; as they stand, since this is to be quick, and reports quote each other.
Letters are given by their ranges, in which Python finds them in half the time of `\\w`."""
_KEPT = 16
"""Parts of documents, some fifty kilobytes each."""


class Stories:
    """Compares documents by their words; those compared last are kept.

    texts: path of a document, and two offsets -> its paragraphs that begin between them
    """

    def __init__(self, texts: Callable[[str, int, int], Iterable[str]]) -> None:
        self._texts = texts
        self._words = lru_cache(maxsize=_KEPT)(self._read)

    def same(self, one: Paragraph, other: Paragraph) -> bool:
        """Whether two paragraphs of different documents stand in reports of one event."""
        days = one.source.date, other.source.date
        if days[0] and days[1] and abs(days[0] - days[1]) > _APART:
            return False
        words, others = self._words_around(one), self._words_around(other)
        return len(words & others) >= SHARED * max(1, min(len(words), len(others)))

    def _words_around(self, paragraph: Paragraph) -> frozenset[str]:
        return self._words(paragraph.source.path, paragraph.sha256, paragraph.start // _PART)

    def _read(self, path: str, _sha256: str, part: int) -> frozenset[str]:
        """The words of what may be quoted in a part of a document and in those beside it."""
        texts = self._texts(path, (part - 1) * _PART, (part + 2) * _PART)
        return frozenset(_WORD.findall(" ".join(texts)))
