"""What an owner says of a document in a file beside it: `report.pdf.meta.yaml`, or `report.meta.yaml`.

title: تقرير العام
author: فلان
publisher: دار
date: 2021-02-03
url: https://example.org/report
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.errors import FileUnreadable
from retrieval.reading.metadata.yaml import read_yaml
from retrieval.reading.regular_file import read_bytes
from retrieval.reading.text.encodings import decode

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.reading.extracted import Said

SUFFIX = ".meta.yaml"


def said_beside(path: Path, name: str) -> Said | None:
    """What the sidecar of a file says; None where there is none.

    name: the file, as an error names it
    Raises FileUnreadable, FileUndecodable, FileDamaged.
    """
    found = sidecar(path)
    if found is None:
        return None
    own_name = f"{name.removesuffix(path.name)}{found.name}"
    if found.is_symlink():
        raise FileUnreadable(own_name, "it is a link; put the file itself there")
    return read_yaml(decode(read_bytes(found, own_name), own_name), own_name)


def sidecar(path: Path) -> Path | None:
    """The file that tells of another one, if there is one; that by the whole name first."""
    places = (path.with_name(path.name + SUFFIX), path.with_name(path.stem + SUFFIX))
    return next((place for place in places if place.is_symlink() or place.exists()), None)
