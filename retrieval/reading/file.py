"""One file, read as those of a folder are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.reading.sandbox import Sandbox

if TYPE_CHECKING:
    from os import PathLike

    from retrieval.reading.document import Contents


def read_file(path: str | PathLike[str]) -> Contents:
    """What a file holds: its documents, and what of it is not quoted. Raises FileError.

    >>> contents = read_file("seeds/002_f601d6b62022e0f0.txt")
    >>> [dropped.text for dropped in contents.readings[0].dropped][-2:]
    ['مقالات ذات صلة', 'زر الذهاب إلى الأعلى']
    """
    with Sandbox(workers=1) as sandbox:
        return sandbox.read(path, Path(path).as_posix())
