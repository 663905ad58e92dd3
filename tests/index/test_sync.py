from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retrieval import FolderMissing, Retriever, Status
from tests.index.corpus import document, write

if TYPE_CHECKING:
    from retrieval.stored import StoredRetriever

Change = Callable[[Path], object]

ONE, TWO, THREE = (
    "وصل الوفد إلى المدينة مساء الجمعة.\n",
    "غادرت السفينة الميناء صباح الأحد.\n",
    "افتتح الوزير المعرض ظهر الثلاثاء.\n",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "documents"
    write(place, "one.txt", ONE)
    write(place, "within/two.txt", TWO)
    return place


@pytest.fixture
def retriever(tmp_path: Path) -> Iterator[StoredRetriever]:
    with Retriever.open(tmp_path / "index", create=True) as made:
        yield made


def touch(path: Path) -> None:
    os.utime(path, (1, 1))


CHANGES: list[tuple[str, Change, tuple[int, int, int, int, int]]] = [
    ("nothing", lambda _: None, (0, 0, 0, 2, 0)),
    ("a file added", lambda f: write(f, "three.txt", THREE), (1, 0, 0, 2, 0)),
    ("a file changed", lambda f: write(f, "one.txt", THREE), (0, 1, 0, 1, 0)),
    ("a file touched, its content as it was", lambda f: touch(f / "one.txt"), (0, 0, 0, 2, 0)),
    ("a file removed", lambda f: (f / "one.txt").unlink(), (0, 0, 1, 1, 0)),
    ("a file renamed", lambda f: (f / "one.txt").rename(f / "other.txt"), (1, 0, 1, 1, 0)),
    ("a folder renamed", lambda f: (f / "within").rename(f / "elsewhere"), (1, 0, 1, 1, 0)),
    ("a file made unreadable", lambda f: (f / "one.txt").write_bytes(b"\xff\xc3\x00"), (0, 0, 1, 1, 1)),
    ("an unreadable file added", lambda f: (f / "bad.txt").write_bytes(b"\xff\xc3\x00"), (0, 0, 0, 2, 1)),
    ("a file emptied", lambda f: write(f, "one.txt", " \n"), (0, 0, 1, 1, 1)),
    ("a file of another format added", lambda f: write(f, "notes.xyz", THREE), (0, 0, 0, 2, 0)),
    (
        "two files swapped",
        lambda f: (write(f, "one.txt", TWO), write(f, "within/two.txt", ONE)),
        (0, 2, 0, 0, 0),
    ),
]


@pytest.mark.parametrize(("description", "change", "expected"), CHANGES, ids=[row[0] for row in CHANGES])
def test_a_second_sync_does_what_changed_and_no_more(
    description: str,
    change: Change,
    expected: tuple[int, int, int, int, int],
    folder: Path,
    retriever: StoredRetriever,
) -> None:
    retriever.sync(folder, settled=0)
    change(folder)
    done = retriever.sync(folder, settled=0)
    found = (done.added, done.updated, done.removed, done.unchanged, len(done.failures))
    assert found == expected, description
    again = retriever.sync(folder, settled=0)
    assert (again.added, again.updated, again.removed) == (0, 0, 0), description
    assert len(again.failures) == expected[-1], description
    try:
        fresh = Retriever.from_folder(folder)
    except FolderMissing:
        return
    assert [each.source.path for each in retriever.documents] == [
        each.source.path for each in fresh.documents
    ]
    assert list(retriever.documents) == list(fresh.documents)
    assert retriever.searched == fresh.searched
    assert retriever.verify().problems == []


def test_what_was_changed_is_answered_from_and_what_was_removed_is_not(
    folder: Path, retriever: StoredRetriever
) -> None:
    retriever.sync(folder, settled=0)
    assert retriever.ask("متى وصل الوفد؟").status is Status.ANSWERED
    write(folder, "one.txt", THREE)
    retriever.sync(folder, settled=0)
    assert retriever.ask("متى وصل الوفد؟").status is Status.NOT_FOUND
    assert retriever.ask("متى افتتح الوزير المعرض؟").status is Status.ANSWERED


def test_failures_are_named_after_the_index_is_opened_again(folder: Path, tmp_path: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\xff\xc3\x00")
    with Retriever.open(tmp_path / "index", create=True) as retriever:
        retriever.sync(folder, settled=0)
    with Retriever.open(tmp_path / "index") as retriever:
        assert [Path(failure.path).name for failure in retriever.failures] == ["bad.txt"]


def test_other_folders_and_documents_added_by_hand_stay(tmp_path: Path, retriever: StoredRetriever) -> None:
    write(tmp_path / "a", "one.txt", ONE)
    write(tmp_path / "ab", "two.txt", TWO)
    retriever.sync(tmp_path / "a", tmp_path / "ab", settled=0)
    (tmp_path / "a" / "one.txt").unlink()
    assert retriever.sync(tmp_path / "a", settled=0).removed == 1
    assert [Path(each.source.path).name for each in retriever.documents] == ["two.txt"]


def test_a_file_that_was_just_written_is_read_once_it_has_settled(
    folder: Path, retriever: StoredRetriever
) -> None:
    done = retriever.sync(folder, settled=0.3)
    assert (done.added, done.unsettled) == (2, [])


def test_progress_tells_of_every_file(folder: Path, retriever: StoredRetriever) -> None:
    retriever.sync(folder, settled=0)
    for number in range(120):
        write(folder, f"{number}.txt", ONE)
    write(folder, "bad.txt", " \n")
    told: list[tuple[int, int]] = []
    retriever.sync(folder, settled=0, progress=lambda done, files: told.append((done, files)))
    assert told == sorted(told)
    assert told[-1] == (123, 123)
    assert max(after[0] - before[0] for before, after in pairwise(told)) <= 50


def test_a_missing_folder_is_named_before_anything_is_done(folder: Path, retriever: StoredRetriever) -> None:
    with pytest.raises(FolderMissing, match="nowhere"):
        retriever.sync(folder, folder / "nowhere", settled=0)
    assert retriever.searched.documents == 0


def test_a_document_added_and_removed_again_leaves_the_scores_as_they_were(
    folder: Path, retriever: StoredRetriever
) -> None:
    retriever.sync(folder, settled=0)
    before = retriever.ask("متى وصل الوفد إلى المدينة؟")
    write(folder, "three.txt", ONE.replace("الوفد", "الوزير والوفد"))
    retriever.sync(folder, settled=0)
    assert retriever.ask("متى وصل الوفد إلى المدينة؟").quotes[0].score != before.quotes[0].score
    (folder / "three.txt").unlink()
    retriever.sync(folder, settled=0)
    after = retriever.ask("متى وصل الوفد إلى المدينة؟")
    assert (after.quotes, after.confidence) == (before.quotes, before.confidence)


def test_of_two_documents_of_one_path_the_last_stays(retriever: StoredRetriever) -> None:
    retriever.add([document("one.txt", "نص أول."), document("one.txt", "نص ثان.")])
    assert [each.text for each in retriever.documents] == ["نص ثان."]
    assert retriever.remove(["one.txt", "none.txt"]) == ["one.txt"]
    assert retriever.searched.paragraphs == 0
    assert retriever.verify().problems == []


TABLE = f"title,text\nأول,{ONE.strip()}\nثان,{TWO.strip()}\n"

TABLE_CHANGES: list[tuple[str, Change, tuple[int, int, int, int, int]]] = [
    ("nothing", lambda _: None, (0, 0, 0, 2, 0)),
    ("a row changed", lambda f: write(f, "1.csv", TABLE.replace("ثان", "آخر")), (0, 1, 0, 1, 0)),
    ("a row added", lambda f: write(f, "1.csv", f"{TABLE}ثالث,{THREE}"), (1, 0, 0, 2, 0)),
    ("the last row removed", lambda f: write(f, "1.csv", f"title,text\nأول,{ONE}"), (0, 0, 1, 1, 0)),
    ("a row emptied", lambda f: write(f, "1.csv", TABLE.replace(ONE.strip(), "")), (0, 0, 1, 1, 1)),
    ("the table removed", lambda f: (f / "1.csv").unlink(), (0, 0, 2, 0, 0)),
    ("the table made unreadable", lambda f: write(f, "1.csv", "a,b\n1,2\n"), (0, 0, 2, 0, 1)),
    ("a sidecar added", lambda f: write(f, "1.csv.meta.yaml", "author: ليلى\n"), (0, 2, 0, 0, 0)),
]


@pytest.mark.parametrize(
    ("description", "change", "expected"), TABLE_CHANGES, ids=[row[0] for row in TABLE_CHANGES]
)
def test_the_rows_of_a_table_come_and_go_one_by_one(
    description: str,
    change: Change,
    expected: tuple[int, int, int, int, int],
    tmp_path: Path,
    retriever: StoredRetriever,
) -> None:
    folder = tmp_path / "tables"
    write(folder, "1.csv", TABLE)
    retriever.sync(folder, settled=0)
    change(folder)
    done = retriever.sync(folder, settled=0)
    found = (done.added, done.updated, done.removed, done.unchanged, len(done.failures))
    assert found == expected, description
    again = retriever.sync(folder, settled=0)
    assert (again.added, again.updated, again.removed) == (0, 0, 0), description
    assert [str(each) for each in again.failures] == [str(each) for each in done.failures], description
    assert retriever.verify().problems == []


def test_a_sidecar_that_comes_changes_and_goes_is_followed(folder: Path, retriever: StoredRetriever) -> None:
    def authors() -> list[str | None]:
        retriever.sync(folder, settled=0)
        return [each.source.author for each in retriever.documents]

    assert authors() == [None, None]
    sidecar = write(folder, "one.meta.yaml", "author: ليلى\n")
    assert authors() == ["ليلى", None]
    sidecar.write_text("author: سالم\n", "utf-8")
    assert authors() == ["سالم", None]
    sidecar.unlink()
    assert authors() == [None, None]


def test_files_of_unknown_formats_are_counted_by_their_suffix(
    folder: Path, retriever: StoredRetriever
) -> None:
    for name in ("a.jpg", "b.JPG", "within/c.zip", "one.meta.yaml", "noname"):
        write(folder, name, "x: y")
    assert retriever.sync(folder, settled=0).passed_over == {".jpg": 2, ".zip": 1, "": 1}
