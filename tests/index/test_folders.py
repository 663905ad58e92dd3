"""However a folder is named, each of its files is indexed once, and no other folder's is taken for it."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from retrieval import Retriever
from tests.index.corpus import write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from retrieval import StoredRetriever

TEXT = "وصل الوفد إلى المدينة مساء الجمعة.\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two archives that hold folders of the same names."""
    for archive in ("here", "there"):
        for name in ("docs/one.txt", "docs/within/two.txt"):
            write(tmp_path / archive, name, f"{archive} {name} {TEXT}")
    (tmp_path / "link").symlink_to(tmp_path / "here" / "docs")
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


@pytest.fixture
def retriever(tmp_path: Path) -> Iterator[StoredRetriever]:
    with Retriever.open(tmp_path / "index", create=True) as made:
        yield made


def paths(retriever: StoredRetriever) -> list[str]:
    return [document.source.path for document in retriever.documents]


SAME = [
    ("with a dot", "docs", "./docs", ["docs/one.txt", "docs/within/two.txt"]),
    ("absolute", "docs", "{home}/here/docs", ["docs/one.txt", "docs/within/two.txt"]),
    ("absolute first", "{home}/here/docs", "docs", ["{home}/here/docs/one.txt", "{home}/here/docs/within/two.txt"]),
    ("through a link", "docs", "{home}/link", ["docs/one.txt", "docs/within/two.txt"]),
    ("by way of its parent", "docs", "../here/docs", ["docs/one.txt", "docs/within/two.txt"]),
    ("the working folder", "docs", ".", ["docs/one.txt", "docs/within/two.txt"]),
    ("the working folder first", ".", "docs", ["docs/one.txt", "docs/within/two.txt"]),
    ("a folder in it", "docs", "{home}/here/docs/within", ["docs/one.txt", "docs/within/two.txt"]),
    ("a folder in it first", "docs/within", "{home}/here/docs", ["docs/within/two.txt", "{home}/here/docs/one.txt"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "expected"), [row[1:] for row in SAME], ids=[row[0] for row in SAME]
)
def test_a_folder_given_in_two_ways_is_indexed_once(
    first: str, second: str, expected: list[str], home: Path, retriever: StoredRetriever
) -> None:
    retriever.sync(first.format(home=home), settled=0)
    retriever.sync(second.format(home=home), settled=0)
    assert paths(retriever) == sorted(path.format(home=home) for path in expected)
    again = retriever.sync(second.format(home=home), first.format(home=home), settled=0)
    assert (again.added, again.updated, again.removed) == (0, 0, 0)
    (home / "here" / "docs" / "within" / "two.txt").unlink()
    assert retriever.sync(second.format(home=home), settled=0).removed == 1
    assert retriever.verify().problems == []


def test_a_folder_of_the_same_name_elsewhere_is_another_one(
    home: Path, retriever: StoredRetriever, monkeypatch: pytest.MonkeyPatch
) -> None:
    retriever.sync("docs", settled=0)
    monkeypatch.chdir(home / "there")
    assert retriever.sync("docs", settled=0).added == 2
    there = f"{home}/there/docs"
    assert paths(retriever) == sorted(
        ["docs/one.txt", "docs/within/two.txt", f"{there}/one.txt", f"{there}/within/two.txt"]
    )
    assert retriever.sync("docs", settled=0).unchanged == 2


def test_an_archive_that_moved_keeps_its_names(
    home: Path, retriever: StoredRetriever, monkeypatch: pytest.MonkeyPatch
) -> None:
    retriever.sync("docs", settled=0)
    shutil.move(home / "here", home / "elsewhere")
    monkeypatch.chdir(home / "elsewhere")
    (home / "elsewhere" / "docs" / "one.txt").unlink()
    done = retriever.sync("docs", settled=0)
    assert (done.added, done.removed, done.unchanged) == (0, 1, 1)
    assert paths(retriever) == ["docs/within/two.txt"]


def test_documents_added_by_hand_stay_when_the_working_folder_is_followed(
    home: Path, retriever: StoredRetriever
) -> None:
    retriever.sync(str(home / "there"), settled=0)
    retriever.sync(".", settled=0)
    assert len(paths(retriever)) == 4
    assert retriever.sync(".", settled=0).removed == 0
    assert len(paths(retriever)) == 4


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_documents_of_a_folder_that_can_not_be_listed_stay(home: Path, retriever: StoredRetriever) -> None:
    retriever.sync("docs", settled=0)
    closed = home / "here" / "docs" / "within"
    closed.chmod(0)
    try:
        done = retriever.sync("docs", settled=0)
    finally:
        closed.chmod(0o700)
    assert (done.removed, len(done.failures)) == (0, 1)
    assert len(paths(retriever)) == 2
