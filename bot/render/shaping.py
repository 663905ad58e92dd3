"""Arabic for terminals that neither join letters nor order lines: both are done here, line by line."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from rich.text import Text

from bot.bidi import FIRST_STRONG_ISOLATE, without_marks

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

_ISOLATION = re.compile("[\u2068\u2069]")
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
_MARKS_BEFORE_LETTER = re.compile(f"([{_MARKS}]+)([^{_MARKS}])")


def shape(line: Text, *, right_to_left: bool) -> Text:
    """A line as it looks, its letters in presentation forms, in order from left to right.

    Isolated stretches, and stretches of one style, are each ordered by themselves, and then all of them
    in the direction of the line: a style should begin and end with a sentence.

    >>> shape(Text("قال (12) NATO"), right_to_left=True).plain
    'NATO (12) ﻝﺎﻗ'
    """
    borders = {offset for span in line.spans for offset in (span.start, span.end)}
    borders |= {mark.start() for mark in _ISOLATION.finditer(line.plain)}
    stretches = line.divide(sorted(borders))
    looks = Text(style=line.style)
    for stretch in reversed(stretches) if right_to_left else stretches:
        look = Text(_look(stretch.plain, right_to_left=right_to_left))
        for span in stretch.spans:
            look.stylize(span.style)
        looks.append_text(look)
    return looks


def _look(stretch: str, *, right_to_left: bool) -> str:
    from bidi.algorithm import get_display  # noqa: PLC0415  needed by few terminals

    own_direction = stretch.startswith(FIRST_STRONG_ISOLATE)
    base = None if own_direction else "R" if right_to_left else "L"
    ordered = get_display(_reshaper().reshape(without_marks(stretch)), base_dir=base)
    # A terminal draws a mark over what precedes it, in the order of display as well.
    return _MARKS_BEFORE_LETTER.sub(r"\2\1", str(ordered))


@cache
def _reshaper() -> ArabicReshaper:
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415  needed by few terminals

    return ArabicReshaper({"delete_harakat": False, "delete_tatweel": False})
