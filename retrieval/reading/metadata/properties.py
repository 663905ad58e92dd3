"""What the properties of a file tell of its text, and what only of the program that made it."""

from __future__ import annotations

import re

from retrieval.reading.text.characters import printable

_LONGEST = 300
_OF_THE_PROGRAM = re.compile(
    r"(?i)microsoft \w+ - .*|(?:untitled|document|presentation|book|sheet)\s?\d*|users?|admin(?:istrator)?"
    r"|owner|unknown|anonymous|author|title|none|null|pc|hp|dell|python-docx|calibre.*|بدون عنوان"
    r"|مستند\s?\d*|مجهول|المستخدم|[\W\d_]*|.*\.(?:docx?|odt|indd|qxd|pdf|html?|txt|rtf|tex|dvi|epub)"
)


def told(value: str | None) -> str | None:
    """A property as one line; None for one that nobody wrote.

    >>> told(" تقرير  الطاقة "), told("Microsoft Word - تقرير.docx"), told("Administrator")
    ('تقرير الطاقة', None, None)
    """
    value = " ".join(printable(value or "").split())[:_LONGEST]
    return None if _OF_THE_PROGRAM.fullmatch(value) else value
