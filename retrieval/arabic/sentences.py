"""Text -> its sentences, as spans.

A sentence ends at a full stop, question or exclamation mark, or at the end of its line. A dot inside a
number, an address, an abbreviation or an ellipsis ends nothing, nor does the line break of hard-wrapped text.

>>> text = "نما الاقتصاد 3.7 بالمئة. قال د. أحمد: «هل يكفي؟»"
>>> [span.of(text) for span in sentences(text)]
['نما الاقتصاد 3.7 بالمئة.', 'قال د. أحمد: «هل يكفي؟»']
"""

from __future__ import annotations

import re

from retrieval.model import Span

_LINE_BREAKS = "\n\r\v\f\x85\u2028\u2029"
_END = re.compile(
    rf"(?P<mark>[.!?؟۔…]+)(?:[ \xa0]?[»”)\]}}›]|[\"'’″])*"  # closing marks stay with their sentence
    rf"|[{_LINE_BREAKS}]"
)
_CONTINUES = re.compile(r"\s*[.!?؟۔…،,؛;:]")
"""What can't begin a sentence: a mark after the mark, as in «الليبية. ، والدخول»."""
_ARABIC_WORD = re.compile(r"[ء-ي]{3}")
_ABBREVIATION = re.compile(r"(?<!\w)(?:[^\W\d_]ـ?|[ول]د|مج|تح|تر|dr|mr|mrs|ms|prof|vs)$", re.IGNORECASE)
"""A single letter (م. د. ق. م. هـ. J.) or another short form, at the end of what stands before the dot."""
_NEARBY = 8
"""Characters before a dot that hold the longest abbreviation."""
_LIST_NUMBER = re.compile(r"[(\[]?\d{1,3}")
_LIST_ITEM = re.compile(r"\s*(?:[•●▪◦‣·*–—-]|\d{1,3}\s?[.)-])\s")
_WRAPPED = range(60, 121)
"""Widths, in characters, at which text is wrapped by hand or by an old mail program."""


def sentences(text: str) -> list[Span]:
    """The sentences of `text`, in order, without the white space between them.

    Together they cover everything but white space; text without marks is one sentence.
    """
    spans: list[Span] = []
    width = _wrap_width(text)
    start = 0
    for end in _END.finditer(text):
        ends = _ends_sentence(text, start, end) if end["mark"] else not _is_soft(text, end.start(), width)
        if ends:
            spans += _trimmed(text, start, end.end())
            start = end.end()
    return spans + _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    """The stretch without white space at its ends, as a list: empty where nothing is left."""
    stretch = text[start:end]
    left = start + len(stretch) - len(stretch.lstrip())
    right = left + len(stretch.strip())
    return [Span(left, right)] if left < right else []


def _ends_sentence(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether a mark (with its closing quotes) ends the sentence that began at `start`."""
    dots = end["mark"].strip(".…") == ""
    if dots and end["mark"] != ".":
        return False
    if dots and _is_short_form(text, start, end.start()):
        return False
    if text[end.end() : end.end() + 1].isspace():
        return not _CONTINUES.match(text, end.end())
    if end["mark"].endswith("?"):  # no space after it: the query of an address
        return False
    return _is_glued(text, end) if dots else bool(_ARABIC_WORD.match(text, end.end()))


def _is_short_form(text: str, start: int, dot: int) -> bool:
    """Whether the dot belongs to an abbreviation, or to the number of a list item."""
    before = text[max(start, dot - _NEARBY) : dot]
    return bool(_ABBREVIATION.search(before)) or bool(
        dot - start <= _NEARBY and _LIST_NUMBER.fullmatch(before.lstrip())
    )


def _is_glued(text: str, end: re.Match[str]) -> bool:
    """Whether the writer left out the space after a full stop («انتهى.وقال»); not so in «الجزيرة.نت»."""
    before = text[max(0, end.start() - 3) : end.start()]
    return bool(_ARABIC_WORD.match(before) and _ARABIC_WORD.match(text, end.end()))


def _wrap_width(text: str) -> int:
    """The width at which the text was wrapped; 0 where its lines are the author's own."""
    if "\n" not in text:
        return 0
    longest = max(map(len, text.split("\n")))
    return longest if longest in _WRAPPED else 0


def _is_soft(text: str, line_break: int, width: int) -> bool:
    """Whether a line was broken only because the next word no longer fitted."""
    if not width or text[line_break] != "\n":
        return False
    length = line_break - text.rfind("\n", 0, line_break) - 1
    following = text[line_break + 1 : line_break + 1 + width].split("\n", 1)[0]
    if not following.strip() or _LIST_ITEM.match(following):
        return False
    return length + 1 + len(following.split(maxsplit=1)[0]) > width
