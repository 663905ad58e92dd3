"""Bytes that flip, and disks that fill up."""

from __future__ import annotations

import random
import resource
import shutil
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from retrieval import IndexUnwritable, Retriever, StorageError
from tests.index.corpus import SEEDS, document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

QUESTIONS = ["كم استمر الاجتماع؟", "من هو أنتوني بلينكن؟", "منظومة إس ٤٠٠"]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("damage") / "index"
    with Retriever.open(path, create=True) as retriever:
        retriever.sync(SEEDS, settled=0)
    return path


def test_flipped_bytes_are_found_or_do_no_harm(index: Path, tmp_path: Path) -> None:
    """Of each file some bytes: `verify` finds them, unless they lie where nothing is stored."""
    chances = random.Random(7)  # noqa: S311
    expected = answers(index)
    harmless = 0
    files = [file for file in sorted(index.rglob("*")) if file.is_file() and file.stat().st_size]
    flips = [(file, chances.randrange(file.stat().st_size)) for file in files for _ in range(2)]
    for file, place in flips:
        copy = tmp_path / "copy"
        shutil.copytree(index, copy)
        flip(copy / file.relative_to(index), place)
        if not found(copy):
            assert answers(copy) == expected, (file, place)
            harmless += 1
        shutil.rmtree(copy)
    assert harmless < len(flips) / 2


def test_flipped_bytes_of_stored_text_are_found(index: Path, tmp_path: Path) -> None:
    shutil.copytree(index, tmp_path / "copy")
    database = tmp_path / "copy" / "iqtibas.sqlite"
    # zlib's header, as every stored part of a text begins.
    flip(database, database.read_bytes().index(b"\x78\x9c") + 50)
    assert found(tmp_path / "copy")


def test_a_full_disk_keeps_the_last_commit(index: Path, tmp_path: Path) -> None:
    shutil.copytree(index, tmp_path / "copy")
    with Retriever.open(tmp_path / "copy") as retriever:
        expected = retriever.ask(QUESTIONS[0]).quotes
        long = " ".join(f"كلمة{number}" for number in range(20_000))
        with full_disk(600_000), pytest.raises(IndexUnwritable, match="the last commit still serves"):
            retriever.add(document(f"{number}.txt", long[number:]) for number in range(8))
        assert retriever.ask(QUESTIONS[0]).quotes == expected
        assert retriever.searched.documents == 5
        assert retriever.verify().problems == []
        retriever.add([document("new.txt", "نص جديد.")])
        assert retriever.searched.documents == 6


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """No file may grow beyond so many bytes: the system refuses as it does when a disk is full."""
    limits, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)


def flip(file: Path, place: int) -> None:
    data = bytearray(file.read_bytes())
    data[place] ^= 0xFF
    file.write_bytes(data)


def found(index: Path) -> bool:
    """Whether damage is told of, on opening or by `verify`."""
    try:
        with Retriever.open(index) as retriever:
            return bool(retriever.verify().problems)
    except StorageError:
        return True


def answers(index: Path) -> list[object]:
    with Retriever.open(index) as retriever:
        return [retriever.ask(question).quotes for question in QUESTIONS]
