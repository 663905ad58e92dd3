"""Plain text."""

from __future__ import annotations

from retrieval.reading.extracted import Extracted
from retrieval.reading.text.encodings import decode


def extract(data: bytes, name: str) -> Extracted:
    r"""The text of a plain text file in any encoding that `decode` knows. Raises FileUndecodable.

    name: the file, as an error names it

    >>> extract("الأول\r\nالثاني".encode(), "مثال.txt").text
    'الأول\nالثاني'
    """
    return Extracted(decode(data, name))
