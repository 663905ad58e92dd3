"""What Telegram removes from a text before it is stored, with the entities moved along."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from tests.botapi.entity import utf16_length

if TYPE_CHECKING:
    from tests.botapi.entity import Entity

# Carriage returns, U+2028-202E (separators, embeddings, overrides), and marks that draw lines.
_REMOVED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_CONTROLS = {code: " " for code in range(32) if chr(code) not in "\n\r"}
# Of several direction marks in a row only the last remains one.
_MARKS = re.compile("[\u200e\u200f]+(?=[\u200e\u200f])")
_EMPTY = re.compile(
    "[ \n\u00a0\u1680\u180e\u2000-\u200f\u202e\u202f\u205f\u2800\u3000\ufeff\ufffc\U000e0000-\U000e007f]*"
)


def cleaned(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without the characters that Telegram removes; control characters become spaces.

    >>> cleaned("أ\\u202eب\\tج", [])
    ('أب ج', [])
    """
    kept = _REMOVED.split(text)
    # Where each of those removed stood, which is one code unit long.
    removed = list(accumulate((utf16_length(part) + 1 for part in kept[:-1]), initial=-1))[1:]

    def moved(offset: int) -> int:
        return offset - bisect_left(removed, offset)

    spaced = "".join(kept).translate(_CONTROLS)
    text = _MARKS.sub(lambda marks: "\u200c" * len(marks[0]), spaced)
    return text, [entity.between(moved(entity.offset), moved(entity.end)) for entity in entities]


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without spaces and line ends around it; those in front stay from the first entity on.

    `entities` are in order.

    >>> trimmed("  أ \\n", [])
    ('أ', [])
    """
    text = text.rstrip(" \n")
    end = utf16_length(text)
    inside = [each.between(each.offset, min(each.end, end)) for each in entities if each.offset < end]
    stripped = text.lstrip(" \n")
    # Spaces are one code unit each, so characters and offsets agree here.
    ahead = len(text) - len(stripped)
    if inside:
        ahead = min(ahead, inside[0].offset)
    return text[ahead:], [each.between(each.offset - ahead, each.end - ahead) for each in inside]


def is_blank(text: str) -> bool:
    """Whether nothing of it would be seen: spaces of all kinds, joiners, direction marks.

    >>> is_blank("\\u200f\\u00a0 "), is_blank("أ")
    (True, False)
    """
    return _EMPTY.fullmatch(text) is not None
