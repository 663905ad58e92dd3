"""Text that was decoded in a wrong encoding and saved so: «Ø®Ø¨Ø±» or «ط®ط¨ط±» for «خبر».

It is recognised, never repaired: what was lost on the way can't be told, and a quotation has to be exact.
"""

from __future__ import annotations

import re

from retrieval.reading.text.encodings import likelihood

_TAKEN_FOR = (
    ("utf-8", "windows-1252"),
    ("utf-8", "windows-1256"),
    ("utf-8", "iso8859-1"),
    ("windows-1256", "windows-1252"),
    ("windows-1256", "iso8859-1"),
    ("iso8859-6", "iso8859-1"),
)
"""(the encoding that it was in, the one it was taken for)"""
_SAMPLE = 1000
_FEWEST = 6
"""Characters beyond ASCII from which on anything can be told."""
_SOUND = -5.5
"""Bits a character of a text that nothing can have happened to."""
_LIKELIER = 2.0
"""Bits a character by which the text read rightly must be likelier."""
_LOST = 0.1
"""Share of characters that may get lost: a mark that the wrong encoding has no character for."""
_RUNS = re.compile("[^\x00-\x7f]{3,}")
"""Whole words of strange characters; in languages of Europe they stand among plain letters."""


def mojibake(text: str) -> str | None:
    """What happened to a garbled text, in words; None for one that reads as it should.

    >>> mojibake("وصل الوفد".encode().decode("windows-1256"))
    'utf-8 that was taken for windows-1256'
    >>> mojibake("وصل الوفد")
    """
    strange = "".join(_RUNS.findall(text[:_SAMPLE]))
    if len(strange) < _FEWEST:
        return None
    as_it_is = likelihood(strange)
    if as_it_is >= _SOUND:
        return None
    found: list[tuple[float, str]] = []
    for real, taken in _TAKEN_FOR:
        repaired = _bytes(strange, taken).decode(real, "replace")
        if repaired.count("\ufffd") <= _LOST * len(repaired):
            found.append((likelihood(repaired), f"{real} that was taken for {taken}"))
    bits, what = max(found, default=(0.0, ""))
    return what if found and bits >= as_it_is + _LIKELIER else None


def _bytes(text: str, encoding: str) -> bytes:
    """The bytes that were decoded to `text`; where the encoding has no character, a byte that is nothing."""
    return b"".join(_byte(character, encoding) for character in text)


def _byte(character: str, encoding: str) -> bytes:
    try:
        return character.encode(encoding)
    except UnicodeEncodeError:  # programs hand on a byte that has no character as the control of its number
        return bytes([ord(character)]) if ord(character) < 0x100 else b"\xff"
