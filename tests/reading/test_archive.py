"""Archives are looked at before anything in them is unpacked."""

from __future__ import annotations

import time
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import FileDamaged, FileError, FileTooCostly, FileUnreadable
from retrieval.reading.office import docx, epub
from retrieval.reading.office.archive import Archive
from tests.reading import bombs
from tests.reading.printing.as_docx import document

if TYPE_CHECKING:
    from collections.abc import Callable

BOMBS: list[tuple[str, Callable[[], bytes], type[FileError]]] = [
    ("10 MB of zeros", lambda: bombs.zeros(10), FileTooCostly),
    ("10 GB of zeros", lambda: bombs.zeros(10 << 10), FileTooCostly),
    ("10 GB of zeros that claim to be a kilobyte", lambda: bombs.zeros(10 << 10, claimed=1000), FileDamaged),
    ("archives in archives", lambda: bombs.nested(5, 100), FileDamaged),
    ("overlapping files", lambda: bombs.overlapping(120), FileTooCostly),
    ("100,000 files", lambda: bombs.crowded(100_000), FileTooCostly),
    ("20,000 files", lambda: bombs.crowded(20_000), FileTooCostly),
    ("more files claimed than there are", lambda: bombs.claiming_files(65_535), FileTooCostly),
    ("a password", bombs.locked, FileUnreadable),
    ("an unusual way of packing", bombs.unusually_packed, FileDamaged),
    ("no archive", lambda: b"PK\3\4", FileDamaged),
]


@pytest.mark.parametrize(("_", "bomb", "error"), BOMBS, ids=[case for case, *_ in BOMBS])
def test_a_bomb_is_refused_in_two_seconds_and_200_megabytes(
    _: str, bomb: Callable[[], bytes], error: type[FileError]
) -> None:
    data = bomb()
    tracemalloc.start()
    began = time.process_time()
    with pytest.raises(error, match=r"^bomb\.docx: "):
        docx.extract(data, "bomb.docx")
    assert time.process_time() - began < 2
    assert tracemalloc.get_traced_memory()[1] < 200 << 20
    tracemalloc.stop()


def test_a_bomb_is_no_book_either() -> None:
    with pytest.raises(FileTooCostly):
        epub.extract(bombs.zeros(10, "META-INF/container.xml"), "bomb.epub")


def test_the_files_of_an_archive_are_read_by_their_names() -> None:
    archive = Archive(document("<w:body/>"), "a.docx")
    assert "word/document.xml" in archive.names()
    assert archive.read("word/document.xml")
    assert archive.read("../word/document.xml") is None
