"""Folders as they are found on disks."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import (
    FileError,
    FileUndecodable,
    FileUnreadable,
    FileWithoutText,
    FolderEmpty,
    FolderMissing,
)
from retrieval.reading.document import read
from retrieval.reading.folder import read_folder

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = "افتتح الوزير أمس المكتبة الوطنية الجديدة في العاصمة."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good document."""
    inner = tmp_path / "كتب"
    inner.mkdir()
    (inner / "جيد.txt").write_text(WORDS, "utf-8")
    return inner


def _directory(path: Path) -> None:
    path.mkdir()


def _nothing(path: Path) -> None:
    path.write_bytes(b"")


def _blank(path: Path) -> None:
    path.write_text(" \n\xa0\ufeff\n***\n", "utf-8")


def _no_text(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 4)


def _garbled(path: Path) -> None:
    path.write_text(WORDS.encode("utf-8").decode("cp1256"), "utf-8")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _broken_link(path: Path) -> None:
    path.symlink_to(path.parent / "missing.txt")


def _link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def _link_out_of_the_folder(path: Path) -> None:
    outside = path.parent.parent / "outside.txt"
    outside.write_text(WORDS, "utf-8")
    path.symlink_to(outside)


def _link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


FAILING = [
    (_nothing, FileWithoutText),
    (_blank, FileWithoutText),
    (_no_text, FileUndecodable),
    (_garbled, FileUndecodable),
    (_pipe, FileUnreadable),
    (_broken_link, FileUnreadable),
    (_link_to_itself, FileUnreadable),
    (_link_out_of_the_folder, FileUnreadable),
    (_link_to_a_device, FileUnreadable),
]


@pytest.mark.parametrize(("make", "error"), FAILING, ids=[case[0].__name__[1:] for case in FAILING])
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(
    folder: Path, make: Callable[[Path], None], error: type[FileError]
) -> None:
    make(folder / "سيئ.txt")
    found = read_folder(folder)
    assert [document.text for document in found.documents] == [WORDS]
    assert [(type(failure), failure.path) for failure in found.failures] == [
        (error, (folder / "سيئ.txt").as_posix())
    ]


def test_documents_come_in_the_order_of_their_paths_from_folders_within(folder: Path) -> None:
    for name in ("ب/1.txt", "أ/2.txt", "أ/1.TXT", "د.txt/1.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(WORDS, "utf-8")
    paths = [document.source.path for document in read_folder(folder).documents]
    assert paths == sorted(
        f"{folder.as_posix()}/{name}" for name in ("ب/1.txt", "أ/2.txt", "أ/1.TXT", "د.txt/1.txt", "جيد.txt")
    )


def test_sources_are_named_by_the_folder_as_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    assert [document.source.path for document in read_folder("كتب/").documents] == ["كتب/جيد.txt"]


@pytest.mark.parametrize("name", [".hidden.txt", ".git/1.txt", "1.jpg", "1.txt~", "txt", "1.doc"])
def test_hidden_files_and_other_formats_are_passed_over(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(WORDS, "utf-8")
    found = read_folder(folder)
    assert (len(found.documents), found.failures) == (1, ())


def test_a_link_within_the_folder_is_followed_and_one_to_a_folder_is_not(folder: Path) -> None:
    (folder / "رابط.txt").symlink_to(folder / "جيد.txt")
    (folder / "حلقة").symlink_to(folder)
    found = read_folder(folder)
    assert [Path(document.source.path).name for document in found.documents] == ["جيد.txt", "رابط.txt"]
    assert found.failures == ()


def test_a_name_that_is_not_utf_8_is_reported_in_characters_that_can_be_printed(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.txt")).write_text(WORDS, "utf-8")
    [failure] = read_folder(folder).failures
    assert failure.path.encode("utf-8").endswith("/\ufffd.txt".encode())


@pytest.mark.parametrize("name", ["missing", "كتب/جيد.txt"])
def test_a_path_that_names_no_folder_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(FolderMissing, match="no such folder"):
        read_folder(folder.parent / name)


def test_a_folder_without_a_readable_document_is_refused_with_a_reason(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(b"\xff")
    with pytest.raises(FolderEmpty, match=r"valid are .*\.txt") as refusal:
        read_folder(tmp_path)
    assert isinstance(refusal.value.__cause__, FileUndecodable)


@pytest.mark.parametrize(
    ("description", "name", "make", "reason"),
    [
        ("a folder", "1.txt", _directory, "only regular files"),
        ("an unknown format", "1.xyz", _blank, "valid are .*txt"),
        ("a missing file", "2.txt", lambda _: None, "the system refuses"),
    ],
)
def test_one_file_is_read_or_refused_with_a_reason(
    tmp_path: Path, description: str, name: str, make: Callable[[Path], None], reason: str
) -> None:
    make(tmp_path / name)
    with pytest.raises(FileError, match=reason) as refusal:
        read(tmp_path / name)
    assert refusal.value.path == (tmp_path / name).as_posix(), description


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(WORDS.encode("utf-8-sig"))
    document = read(tmp_path / "1.txt", "اسم.txt")
    assert (document.text, document.source.path) == (WORDS, "اسم.txt")


def test_line_ends_of_every_system_give_the_same_text(tmp_path: Path) -> None:
    texts = set()
    for end in ("\n", "\r\n", "\r"):
        (tmp_path / "1.txt").write_bytes(f"{WORDS}{end}{end}{WORDS}".encode())
        texts.add(read(tmp_path / "1.txt").text)
    assert texts == {f"{WORDS}\n\n{WORDS}"}
