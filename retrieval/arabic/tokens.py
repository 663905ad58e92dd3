r"""Text -> words and numbers with their places.

The raw text is cut, so that a span always points into the original; each word is normalised afterwards.
Python's own `\\w+` won't do: it cuts a word at every vowel mark.

>>> [token.text for token in tokenize("العَرَبِيَّةُ في ١٬٠٠٠ صفحة")]
['العَرَبِيَّةُ', 'في', '١٬٠٠٠', 'صفحة']
"""

from __future__ import annotations

import re
from typing import NamedTuple

from retrieval.arabic.folding import bare, fold
from retrieval.arabic.letters import ARABIC_LETTER, MARK, OTHER_LETTER

_WORD = "|".join(
    rf"{letter}(?:{MARK}*{letter})*{MARK}*"
    for letter in (ARABIC_LETTER, OTHER_LETTER)  # a particle may stand before Latin letters: وPKK
)
_NUMBER = r"\d+(?:[,٬’]\d{3}(?!\d))*(?:[.٫]\d+)?"
_TOKEN = re.compile(rf"{_WORD}|{_NUMBER}")
_GROUPING = re.compile(r",(?=\d{3})")


class Token(NamedTuple):
    """A word or number of a text.

    start, end: where it stands in the text
    text: as it stands there
    bare: without marks; folded: with letters levelled (see `folding`)
    """

    start: int
    end: int
    text: str
    bare: str
    folded: str

    @property
    def is_number(self) -> bool:
        """Whether it consists of digits, grouping and decimal marks aside."""
        return self.folded[:1].isdigit()

    def spelled(self, word: str) -> Token:
        """The same place of the text, to be found as another word."""
        return self._replace(bare=bare(word), folded=fold(word))


def tokenize(text: str) -> list[Token]:
    """The words and numbers of `text`, in order."""
    return [_token(text, found.start(), found.end()) for found in _TOKEN.finditer(text)]


def join(text: str, start: int, end: int, folded: str) -> Token:
    """Several tokens that mean one thing, as one, over the stretch of text that covers them."""
    return Token(start, end, text[start:end], folded, folded)


def _token(text: str, start: int, end: int) -> Token:
    raw = text[start:end]
    if raw[0].isdigit():
        number = _GROUPING.sub("", bare(raw))
        return Token(start, end, raw, number, number)
    return Token(start, end, raw, bare(raw), fold(raw))
