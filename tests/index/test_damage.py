"""Bytes that flip, and disks that fill up."""

from __future__ import annotations

import resource
import shutil
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from retrieval import IndexUnwritable, Retriever, StorageError
from tests.index.corpus import SEEDS, document
from tests.index.disk_faults import COMPILER, commit_on_failing_disks
from tests.index.flips import flip_bytes, make

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

QUESTION = "كم استمر الاجتماع؟"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("damage") / "index"
    with Retriever.open(path, create=True) as retriever:
        retriever.sync(SEEDS, settled=0)
    return path


def test_flipped_bytes_are_found_or_do_no_harm(tmp_path: Path) -> None:
    """One byte in 3,000 of each file; `python -m tests.index.flips` flips all."""
    make(tmp_path / "index")
    done = flip_bytes(tmp_path / "index", every=3000)
    assert done.harm == []
    assert done.misquoted == 0
    assert done.found >= 5


def test_flipped_bytes_of_stored_text_are_found(index: Path, tmp_path: Path) -> None:
    shutil.copytree(index, tmp_path / "copy")
    database = tmp_path / "copy" / "iqtibas.sqlite"
    # zlib's header, as every stored part of a text begins.
    flip(database, database.read_bytes().index(b"\x78\x9c") + 50)
    assert found(tmp_path / "copy")


def test_a_full_disk_keeps_the_last_commit(index: Path, tmp_path: Path) -> None:
    shutil.copytree(index, tmp_path / "copy")
    with Retriever.open(tmp_path / "copy") as retriever:
        expected = retriever.ask(QUESTION).quotes
        long = " ".join(f"كلمة{number}" for number in range(20_000))
        with full_disk(600_000), pytest.raises(IndexUnwritable, match="the last commit still serves"):
            retriever.add(document(f"{number}.txt", long[number:]) for number in range(8))
        assert retriever.ask(QUESTION).quotes == expected
        assert retriever.searched.documents == 5
        assert retriever.verify().problems == []
        retriever.add([document("new.txt", "نص جديد.")])
        assert retriever.searched.documents == 6


@pytest.mark.skipif(COMPILER is None, reason="no C compiler to make calls fail with")
def test_a_disk_that_fails_at_any_call_keeps_the_last_commit(tmp_path: Path) -> None:
    """Full, or broken, at one call that writes in 60; `python -m tests.index.disk_faults` tries each."""
    done = commit_on_failing_disks(60, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


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
