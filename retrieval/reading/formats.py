"""Which files are read, and by what."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from retrieval.reading import text

Extract = Callable[[bytes, str], str]
"""(a file's bytes, its name for errors) -> its text; raises FileError."""

FORMATS: Mapping[str, Extract] = {".txt": text.extract}
"""Suffix in small letters -> what extracts the text."""

VALID = "text files in UTF-8 (.txt)"
"""What can be read, for the messages of errors."""
