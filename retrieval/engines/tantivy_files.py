"""The files of a tantivy index, checked: each ends with a checksum of what stands before it.

A file is its body, a footer in JSON that tells the body's CRC-32, the footer's length and a magic number, the
last two in four bytes each.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

_END = struct.Struct("<II")
_MAGIC = 1337


def damaged(path: str | PathLike[str]) -> Iterator[str]:
    """The names of the committed files in a folder whose checksums don't hold, with the reason."""
    segments = json.loads((Path(path) / "meta.json").read_text("utf-8"))["segments"]
    for segment in segments:
        name = segment["segment_id"].replace("-", "")
        deletes = segment["deletes"]
        for file in sorted(Path(path).glob(f"{name}.*")):
            if file.suffix == ".del" and (not deletes or file.name != f"{name}.{deletes['opstamp']}.del"):
                continue  # a commit's that was overtaken, or never made
            if problem := _problem(file):
                yield f"{file.name}: {problem}"


def _problem(file: Path) -> str | None:
    with file.open("rb") as opened:
        if file.stat().st_size < _END.size:
            return "too short"
        with mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as data:
            length, magic = _END.unpack(data[-_END.size :])
            body = len(data) - _END.size - length
            if magic != _MAGIC or body < 0:
                return "its end isn't that of a tantivy file"
            try:
                expected = json.loads(data[body : body + length])["crc"]
            except (ValueError, KeyError, TypeError):
                return "its footer can't be read"
            with memoryview(data) as view, view[:body] as content:
                return None if zlib.crc32(content) == expected else "its checksum doesn't hold"
