r"""Bytes -> text, whatever encoding an Arabic archive may hold: UTF-8, UTF-16, windows-1256, ISO-8859-6.

A byte order mark decides; else UTF-8, which other encodings seldom resemble; else the encoding in which the
bytes read most like Arabic. UTF-16 of Arabic is valid UTF-8 as well, but full of control characters.

>>> decode("خبر عاجل".encode("cp1256"), "1.txt") == decode("خبر عاجل".encode("iso8859_6"), "2.txt")
True
"""

from __future__ import annotations

import codecs
import re

from retrieval.errors import FileUndecodable

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_GUESSED = ("utf-16-le", "utf-16-be", "windows-1256", "iso8859-6")
_SAMPLE = 1 << 16
"""Bytes by which encodings are compared."""
_FIRST = 1 << 12
"""Characters by which the encoding that a file names is believed."""
_LEAST_LIKELY = -7.0
"""Bits a character on average: real text lies above -5.5, random bytes below -8."""
_MOST_CONTROLS = 0.02
"""Share of control characters that a text may have: remains of terminals and old word processors."""

_LINE_ENDS = re.compile("\r\n?")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f]")

_BITS = {
    letter: bits
    for bits, letters in {
        -2.6: "ا",
        -3.1: "ل",
        -3.7: "ي",
        -4.2: "توم",
        -4.3: "نر",
        -4.8: "بة",
        -5.0: "دع",
        -5.5: "أفكسق",
        -6.1: "حجه",
        -6.8: "إشطزخىض",
        -7.8: "ثصئغظءذ",
        -9.0: "ؤآـپچژگکی",
        -6.0: "،؛؟٠١٢٣٤٥٦٧٨٩ًٌٍَُِّْ«»–—“”‘’…•\xa0\u200c\u200d\u200e\u200f",
    }.items()
    for letter in letters
}
"""Log-probability of a character in Arabic prose, measured on news; punctuation and digits by their class."""
_BITS |= {chr(code): -4.5 for code in range(0x20, 0x7F)} | dict.fromkeys("\t\n\r\f\v", -4.5)
_FOREIGN, _CONTROL = -10.0, -20.0


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    r"""The text that bytes encode, its line ends as "\n" so that a quotation reads the same everywhere.

    name: the file, as an error names it
    declared: the encoding that the file itself names, tried after a byte order mark
    Raises FileUndecodable.
    """
    text = _marked(data, name) or _declared(data, declared) or _guessed(data)
    if text is None:
        raise FileUndecodable(name, _advice(data))
    if "\0" in text:
        raise FileUndecodable(name, "it holds NUL characters, so it is not text; save it as text in UTF-8")
    return _LINE_ENDS.sub("\n", text)


def likelihood(text: str) -> float:
    """How much a text reads like Arabic with some Latin in it: bits a character, the higher the likelier."""
    if not text:
        return 0.0
    return sum(_BITS.get(character) or _strange(character) for character in text) / len(text)


def _marked(data: bytes, name: str) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise FileUndecodable(
                    name, f"it is marked as {encoding}, and byte {error.start} is not; save it anew in UTF-8"
                ) from error
    return None


def _declared(data: bytes, declared: str | None) -> str | None:
    try:
        text = data.decode(declared or "ascii")
    except (UnicodeDecodeError, LookupError):
        return None
    return text if _is_text(text) and likelihood(text[:_FIRST]) >= _LEAST_LIKELY else None


def _guessed(data: bytes) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if _is_text(text):
            return text
    sample = data[:_SAMPLE]
    likely = {encoding: likelihood(sample.decode(encoding, "replace")) for encoding in _GUESSED}
    best = max(likely, key=lambda encoding: likely[encoding])
    try:
        return data.decode(best) if likely[best] >= _LEAST_LIKELY else None
    except UnicodeDecodeError:
        return None


def _is_text(text: str) -> bool:
    return len(_CONTROLS.findall(text[:_SAMPLE])) <= _MOST_CONTROLS * len(text[:_SAMPLE])


def _strange(character: str) -> float:
    return _CONTROL if character == "\ufffd" or not character.isprintable() else _FOREIGN


def _advice(data: bytes) -> str:
    try:
        data.decode("utf-8")
        where = "its characters are not those of a text"
    except UnicodeDecodeError as error:
        where = f"byte {error.start} is not UTF-8, and nothing else fits"
    return f"{where}; valid are UTF-8, UTF-16, windows-1256 and ISO-8859-6; save the file in UTF-8"
