"""Whether a paragraph names who holds the office that is asked about: «وزير المالية نادر الصباغ»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from retrieval.arabic.folding import folded_words
from retrieval.arabic.given_names import is_name
from retrieval.arabic.stem import stem
from retrieval.arabic.stopwords import is_stop_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.answering.comparing import Comparer
    from retrieval.answering.inquiry import Inquiry
    from retrieval.arabic.tokens import Token
    from retrieval.ranking.collection import Collection
    from retrieval.ranking.search import Ranked

_OFFICE_WORDS = folded_words("""
    رئيس رئيسة وزير وزيرة ملك ملكة أمير أميرة سلطان خليفة إمبراطور حاكم محافظ عمدة سفير سفيرة قنصل مستشار
    مستشارة نائب نائبة أمين متحدث متحدثة ناطق ناطقة مبعوث مندوب مدير مديرة قائد زعيم مرشد مفتي بابا بطريرك
    قاضي نقيب مدرب عميد مؤسس صاحب ولي
""")
_OFFICES = frozenset(map(stem, _OFFICE_WORDS))
"""What the words of an office begin with."""
_SURE = 0.7
"""Likeness from which a word counts as the asked one: another form of it, or a word of its root."""
_SHORTEST = 2
"""Words of an office that tell it from others."""
_ADDED = 2
"""Words with the article that may follow those asked: «وزير الدفاع التركي», where the country isn't asked."""
_PAUSES = "،,-–—("
_QUOTED_NAME = re.compile("""[ ،,(]+["“«'‘](?!ال)[^\\W\\d]+(?: [^\\W\\d]+){0,3}["”»'’]""")
"""A few words between quotation marks, as agencies set names."""


def names_holder(inquiry: Inquiry, compare: Comparer, collection: Collection, ranked: Ranked) -> int:
    """1 where a name stands beside the words of the question, else 0.

    compare: with the words of `inquiry`
    """
    count, there = len(inquiry.words), np.count_nonzero(ranked.related)
    if not _SHORTEST <= count <= there or stem(inquiry.words[0].folded) not in _OFFICES:
        return 0
    text, tokens = collection[ranked.key].paragraph.text, collection.tokens(ranked.key)
    return int(
        any(
            _named_behind(text, tokens, last) or _named_before(text, tokens, first)
            for first, last in _mentions(count, compare, tokens)
        )
    )


def _mentions(count: int, compare: Comparer, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The first and last word of each place where a question's words stand side by side, in their order."""
    wanted = first = 0
    for place, token in enumerate(tokens):
        like = compare(token)
        if like.degree >= _SURE and like.asked == wanted:
            first = first if wanted else place
            wanted += 1
        elif like.degree >= _SURE and like.asked == 0:
            wanted, first = 1, place
        elif not (wanted and is_stop_word(token.bare)):
            wanted = 0
        if wanted == count:
            yield first, place
            wanted = 0


def _named_behind(text: str, tokens: Sequence[Token], last: int) -> bool:
    place = last + 1
    while place < len(tokens) and place <= last + _ADDED and tokens[place].folded.startswith("ال"):
        place += 1
    if place >= len(tokens):
        return False
    end = tokens[place - 1].end
    if _QUOTED_NAME.match(text, end):
        return True
    apart = any(mark in text[end : tokens[place].start] for mark in ".؟!:\n")
    return not apart and is_name(tokens[place].folded)


def _named_before(text: str, tokens: Sequence[Token], first: int) -> bool:
    """Whether a name stands before, set apart: «نادر الصباغ، وزير المالية»."""
    if not first or not any(mark in text[tokens[first - 1].end : tokens[first].start] for mark in _PAUSES):
        return False
    return any(is_name(token.folded) for token in tokens[max(0, first - 2) : first])
