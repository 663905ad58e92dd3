"""The bare words of a text without its tokens: what an index stores, made many times faster.

No token holds white space, so what it parts can be looked at by itself, and a collection is written in few
different pieces: each is cut into words once. Only the steps of the analysis that join tokens, or spell them
anew, look beyond a piece. Each needs tokens of a certain kind to do anything; a text without these has the
words of its pieces, and only the others have to be cut into tokens.

>>> words = PlainWords()
>>> words.of(["قال الوزير، أمس:", "انتهى."])
[['قال', 'الوزير', 'أمس'], ['انتهى']]
>>> words.of(["منظومة إس 400"]) is None
True
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from retrieval.arabic.acronyms import FEWEST, is_acronym, is_single_letter
from retrieval.arabic.designators import is_common_word
from retrieval.arabic.folding import fold
from retrieval.arabic.letter_names import first_letter
from retrieval.arabic.months import may_name_month
from retrieval.arabic.tokens import Token, tokenize
from retrieval.arabic.weekdays import is_weekday

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 1 << 19
"""Pieces that are kept, some two hundred bytes each."""
_MARKS = '،.؛:!؟?()[]«»"…,;“”'
"""What mostly stands at the ends of a piece, and is no part of a token there."""
_PLAIN = re.compile("[ء-غف-ي]+")
"""A word in letters that `folding.bare` leaves as they are."""

_CHANGED, _LETTER, _NAME, _COMMON, _NUMBER, _OTHER = "xlncd."
_CONCERNED = re.compile(rf"{_CHANGED}|{_LETTER}{{{FEWEST}}}|[{_NAME}{_COMMON}]{{{FEWEST}}}|{_NAME}{_NUMBER}")
"""Kinds of tokens, one after another, of which a step may make something else: a word that changes by itself,
an acronym spelled by letters or by their names, the name of a letter and a number."""


class PlainWords:
    """Texts that no step of the analysis concerns -> their bare words. Safe for use from several threads."""

    def __init__(self) -> None:
        self._pieces = _Pieces()

    def of(self, parts: Sequence[str]) -> list[list[str]] | None:
        """The bare words of each part of a text; None where a step may be concerned.

        parts: the text, cut where no token is
        """
        known = self._pieces
        if len(known) > _MOST:
            known = self._pieces = _Pieces()
        cut = [part.split() for part in parts]
        words = [list(chain.from_iterable(map(known.__getitem__, pieces))) for pieces in cut]
        kinds = "".join(map(known.kinds.__getitem__, chain.from_iterable(cut)))
        return None if _CONCERNED.search(kinds) else words


class _Pieces(dict[str, tuple[str, ...]]):
    """Piece of a text -> its bare words; in `kinds` also the kinds of its tokens."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: dict[str, str] = {}

    def __missing__(self, piece: str) -> tuple[str, ...]:
        inner = piece.strip(_MARKS)
        if inner != piece:
            words = self[inner]
            self.kinds[piece] = self.kinds[inner]
        else:
            plain = _PLAIN.fullmatch(piece)
            tokens = [Token(0, len(piece), piece, piece, fold(piece))] if plain else tokenize(piece)
            words = tuple(token.bare for token in tokens)
            self.kinds[piece] = "".join(_kind(piece, token) for token in tokens)
        self[piece] = words
        return words


def _kind(piece: str, token: Token) -> str:
    if is_acronym(token.text) or may_name_month(piece, token) or is_weekday(token):
        return _CHANGED
    if token.is_number:
        return _NUMBER
    if is_single_letter(token):
        return _LETTER
    if first_letter(token):
        return _COMMON if is_common_word(token) else _NAME
    return _OTHER
