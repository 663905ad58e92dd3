r"""What no text hands on: characters that steer the screen instead of saying something.

>>> printable("تقرير\u202egpj.txt\x00")
'تقريرgpj.txt'
"""

from __future__ import annotations

import unicodedata

_KEPT = "\n\t"
_STEERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb"
"""Embeddings, overrides and isolates; the byte order mark; interlinear annotations.

The marks LRM, RLM and ALM stay, as do the joiners: they change nothing but their neighbours' place or shape.
"""
_CONTROLS = "".join(map(chr, (*range(32), *range(127, 160)))).translate(dict.fromkeys(map(ord, _KEPT)))
_GONE = dict.fromkeys(map(ord, _CONTROLS + _STEERING))
_BLANKED = dict.fromkeys(_GONE, " ")
_LETTERS = {
    code: unicodedata.normalize("NFKC", chr(code)).replace(" ", "")
    for code in (*range(0xFB00, 0xFB07), *range(0xFB50, 0xFDFA), *range(0xFE70, 0xFEFD))
    if unicodedata.decomposition(chr(code))
}
"""Letters in the shape they take in print -> the letters; not the words that are written as one sign (ﷺ)."""


def printable(text: str) -> str:
    """A text without control characters, but for line ends and tabs, and without bidirectional overrides."""
    return text.translate(_GONE)


def blanked(text: str) -> str:
    r"""The same with a space in the place of each, so that offsets hold.

    >>> blanked("تقرير\u202egpj.txt")
    'تقرير gpj.txt'
    """
    return text.translate(_BLANKED)


def real_letters(text: str) -> str:
    """A text with letters in place of their presentation forms.

    >>> real_letters("ﻻ ﺳﻼم")
    'لا سلام'
    """
    return text.translate(_LETTERS)
