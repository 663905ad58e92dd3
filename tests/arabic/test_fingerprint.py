from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import retrieval.arabic
from retrieval.arabic.analyzer import Analyzer
from retrieval.arabic.fingerprint import fingerprint

PACKAGE = Path(retrieval.arabic.__file__).parent
DEFINING = sorted(file.name for file in PACKAGE.iterdir() if file.suffix in {".py", ".json"})


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return shutil.copytree(PACKAGE, tmp_path / "arabic")


def test_a_copy_of_the_package_has_the_fingerprint_of_the_analyzer(copy: Path) -> None:
    assert fingerprint(copy) == Analyzer().fingerprint


@pytest.mark.parametrize("name", DEFINING)
def test_a_change_in_any_module_or_list_changes_it(name: str, copy: Path) -> None:
    before = fingerprint(copy)
    with (copy / name).open("ab") as file:
        file.write(b"\n")
    assert fingerprint(copy) != before


def test_a_file_more_and_a_file_less_change_it_and_compiled_code_does_not(copy: Path) -> None:
    before = fingerprint(copy)
    (copy / "__pycache__").mkdir(exist_ok=True)
    (copy / "__pycache__" / "stem.pyc").write_bytes(b"compiled")
    assert fingerprint(copy) == before
    (copy / "more.py").write_bytes(b"")
    assert fingerprint(copy) != before
    (copy / "more.py").rename(copy / "stem.py")
    assert fingerprint(copy) != before


def test_words_moved_from_one_module_to_the_next_change_it(tmp_path: Path) -> None:
    for name, first, second in (("one", b"ab", b"c"), ("two", b"a", b"bc")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.py").write_bytes(first)
        (tmp_path / name / "b.py").write_bytes(second)
    assert fingerprint(tmp_path / "one") != fingerprint(tmp_path / "two")
