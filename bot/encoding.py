"""UTF-8 on every standard stream, whatever the locale says.

Bytes that are not UTF-8 don't end the program: they come in as surrogates (PEP 383), as Python does with
arguments, and `is_utf8` tells them.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path


def use_utf8() -> None:
    """Read and write the standard streams in UTF-8, a byte order mark at the start left out.

    Who closed one of them reads or writes nothing by it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            stream = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115  until the program ends
            setattr(sys, name, stream)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="surrogateescape")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def is_utf8(text: str) -> bool:
    r"""Whether `text` came in as UTF-8.

    >>> is_utf8(b"\xd8\xa7".decode("utf-8", "surrogateescape"))
    True
    >>> is_utf8(b"\xc7".decode("utf-8", "surrogateescape"))
    False
    """
    return not any("\ud800" <= character <= "\udfff" for character in text)
