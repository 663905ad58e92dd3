"""Plain text: bytes -> characters."""

from __future__ import annotations

from retrieval.errors import FileUndecodable


def extract(data: bytes, name: str) -> str:
    r"""The text of a plain text file in UTF-8, with or without a byte order mark.

    name: the file, as an error names it
    Line ends of every system become "\n", so that a quotation reads the same wherever its file was written.
    Offsets point into this text, not into the bytes. Raises FileUndecodable.

    >>> extract("الأول\r\nالثاني".encode(), "مثال.txt")
    'الأول\nالثاني'
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileUndecodable(name, f"byte {error.start} is not UTF-8; save the file in UTF-8") from error
    if "\0" in text:  # UTF-16 without a byte order mark is valid UTF-8
        raise FileUndecodable(name, "it holds NUL characters, so it is not UTF-8; save the file in UTF-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")
