"""One file, read as those of a folder are."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.reading.document import Contents, Reading
from retrieval.reading.page.repetition import left_out, without_repeated
from retrieval.reading.sandbox.sandbox import Sandbox

if TYPE_CHECKING:
    from os import PathLike


_NEIGHBOURS = 50
"""Files of its folder that are read to see what one shares with them."""


def read_file(path: str | PathLike[str], *, among_others: bool = False) -> Contents:
    """What a file holds: its documents, and what of it is not quoted. Raises FileError.

    among_others: look into other files of the folder as well, for furniture that is repeated there

    >>> contents = read_file("seeds/002_f601d6b62022e0f0.txt")
    >>> [dropped.text for dropped in contents.readings[0].dropped][-2:]
    ['مقالات ذات صلة', 'زر الذهاب إلى الأعلى']
    """
    path = Path(path)
    with Sandbox(workers=1) as sandbox:
        contents = sandbox.read(path, path.as_posix())
        if not among_others:
            return contents
        others = islice(
            (each for each in sorted(path.parent.iterdir()) if _is_other(each, path)), _NEIGHBOURS
        )
        read = sandbox.read_each((other, other.as_posix()) for other in others)
        documents = [document for each in read if isinstance(each, Contents) for document in each.documents]
    cut = without_repeated([*contents.documents, *documents])
    readings = [
        Reading(after, (*reading.dropped, *left_out(reading.document, after)))
        for reading, after in zip(contents.readings, cut, strict=False)
    ]
    return replace(contents, readings=tuple(readings))


def _is_other(path: Path, than: Path) -> bool:
    return path.suffix.lower() == than.suffix.lower() and path.name != than.name and path.is_file()
