"""An index that can't be used says why, and what mends it."""

from __future__ import annotations

import shutil
import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retrieval import (
    IndexDamaged,
    IndexForeign,
    IndexLocked,
    IndexMissing,
    IndexTooNew,
    IndexTooOld,
    Retriever,
    StorageError,
)
from retrieval.index.database import DATABASE, FORMAT
from retrieval.index.lock import writer_lock
from tests.index.corpus import SEEDS, document

if TYPE_CHECKING:
    from collections.abc import Callable

QUESTION = "كم استمر الاجتماع؟"


@pytest.fixture
def index(tmp_path: Path) -> Path:
    with Retriever.open(tmp_path / "index", create=True) as retriever:
        retriever.sync(SEEDS, settled=0)
    return tmp_path / "index"


def tell(name: str, value: object) -> Callable[[Path], None]:
    def change(index: Path) -> None:
        with sqlite3.connect(index / DATABASE) as database:
            database.execute("update state set value = ? where name = ?", (value, name))
        database.close()

    return change


def overwrite(file: Path) -> None:
    """Other bytes, as many as there were; tantivy panics over some."""
    file.write_bytes(bytes(0xFF ^ byte for byte in file.read_bytes()))


REFUSED: list[tuple[str, Callable[[Path], object], type[StorageError], str]] = [
    ("no such folder", shutil.rmtree, IndexMissing, "iqtibas index DIR --index"),
    ("no database", lambda path: (path / DATABASE).unlink(), IndexMissing, "no index here"),
    ("no database but another file", lambda path: (path / DATABASE).write_text("x" * 5000), IndexDamaged, "verify"),
    ("a later format", tell("format", FORMAT + 1), IndexTooNew, "install a newer iqtibas"),
    ("an earlier format", tell("format", FORMAT - 1), IndexTooOld, "--anew"),
    ("no format", tell("format", None), IndexDamaged, "--anew"),
    ("another analyzer", tell("analyzer", "0123456789abcdef"), IndexForeign, "0123456789abcdef, here .* --anew"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("description", "change", "error", "words"), REFUSED, ids=[row[0] for row in REFUSED]
)
def test_an_index_that_cannot_be_used_is_refused(
    description: str, change: Callable[[Path], object], error: type[StorageError], words: str, index: Path
) -> None:
    change(index)
    with pytest.raises(error, match=words) as caught:
        Retriever.open(index)
    assert str(index) in str(caught.value), description


@pytest.mark.parametrize(
    ("description", "break_it"),
    [
        ("the engine's folder is gone", lambda path: shutil.rmtree(next(path.glob("candidates-*")))),
        ("the engine's list of segments is gone", lambda p: next(p.glob("candidates-*/meta.json")).unlink()),
        (
            "the engine's format is another version's",
            lambda p: next(p.glob("candidates-*/meta.json")).write_text("{}"),
        ),
        ("the engine's keys are nonsense", lambda p: overwrite(next(p.glob("candidates-*/*.fast")))),
        ("the engine's terms are nonsense", lambda p: overwrite(next(p.glob("candidates-*/*.term")))),
    ],
)
def test_candidates_that_are_gone_are_built_anew(
    description: str, break_it: Callable[[Path], object], index: Path
) -> None:
    expected = Retriever.from_folder(SEEDS).ask(QUESTION).quotes
    break_it(index)
    with Retriever.open(index) as retriever:
        assert retriever.ask(QUESTION).quotes == expected, description
        assert retriever.verify().problems == [], description


@pytest.mark.parametrize("file", ["gram.terms", "gram.starts", "content.flags"])
def test_an_array_that_is_gone_or_cut_short_is_damage(file: str, index: Path) -> None:
    (index / file).write_bytes(b"\0")
    with Retriever.open(index) as retriever, pytest.raises(IndexDamaged, match=file):
        retriever.ask(QUESTION)


def test_anew_makes_a_foreign_index_usable(index: Path) -> None:
    tell("analyzer", "0123456789abcdef")(index)
    with Retriever.open(index, anew=True) as retriever:
        assert retriever.searched.documents == 0
        retriever.sync(SEEDS, settled=0)
        assert retriever.ask(QUESTION).quotes


def test_an_empty_index_answers_nothing(tmp_path: Path) -> None:
    with Retriever.open(tmp_path / "index", create=True) as retriever:
        assert retriever.ask(QUESTION).quotes == ()
        assert retriever.verify().problems == []


def test_a_second_writer_is_refused_within_a_second_and_readers_are_not(index: Path) -> None:
    with Retriever.open(index) as retriever, writer_lock(index):
        began = time.perf_counter()
        with pytest.raises(IndexLocked, match="another process is writing"):
            retriever.add([document("new.txt", "نص جديد.")])
        assert time.perf_counter() - began < 1
        assert retriever.ask(QUESTION).quotes
    with Retriever.open(index) as retriever:
        retriever.add([document("new.txt", "نص جديد.")])
        assert retriever.searched.documents == 6


def test_a_closed_retriever_leaves_no_file_open(index: Path) -> None:
    with Retriever.open(index) as retriever:
        retriever.ask(QUESTION)
    open_files = [Path(f"/proc/self/fd/{each.name}") for each in Path("/proc/self/fd").iterdir()]
    assert not [file for file in open_files if file.exists() and index in file.resolve().parents]
