"""What of a document's text may reach a user's screen.

Quotations are verbatim in every letter. Characters that are no letters but commands (to a terminal, to
the bidirectional algorithm, to the byte stream) are a way to fake what a document says, and are left out.
"""

from __future__ import annotations

import re

_WHITE_SPACE = str.maketrans("\t\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u2028\u2029", "         \n\n")
"""A break or a gap stays one, in the form every surface knows."""
_COMMANDS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufff9-\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]",
)
"""Control characters, bidi embeddings, overrides and isolates, byte order marks, lone surrogates,
noncharacters and the invisible tag characters."""
_EITHER = re.compile(f"{_COMMANDS.pattern[:-1]}\u2028\u2029]")
"""What is left out or replaced: hardly a text has any, and to look takes a tenth of the time."""


def visible(text: str) -> str:
    r"""`text` without what isn't for the eye; line breaks stay.

    >>> visible("نص \x1b[31mأحمر\u202e\x00")
    'نص [31mأحمر'
    """
    return _COMMANDS.sub("", text.translate(_WHITE_SPACE)) if _EITHER.search(text) else text


def visible_line(text: str) -> str:
    r"""`text` made visible on one line, for names, titles and paths.

    >>> visible_line("تقرير\n عام")
    'تقرير عام'
    """
    return " ".join(visible(text).split())


def visible_start(text: str, most: int) -> str:
    """`text` made visible on one line of at most so many characters; what is cut off leaves an ellipsis.

    >>> visible_start("تقرير عام", 7)
    'تقرير …'
    """
    line = visible_line(text)
    return line if len(line) <= most else line[: most - 1] + "…"
