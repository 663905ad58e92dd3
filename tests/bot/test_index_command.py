from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bot.cli import run

SEEDS = Path(__file__).parents[2] / "seeds"
IQTIBAS = str(Path(sys.executable).with_name("iqtibas"))
TEXT = "وصل الوفد إلى المدينة مساء الجمعة.\n"


@pytest.fixture
def index(tmp_path: Path) -> str:
    return str(tmp_path / "index")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    file = tmp_path / "documents" / "one.txt"
    file.write_text(TEXT, "utf-8")
    os.utime(file, (1, 1))
    return tmp_path / "documents"


def test_a_folder_is_indexed_asked_and_verified(
    folder: Path, index: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["index", str(folder), "--index", index]) == 0
    assert capsys.readouterr().out == "1 added, 0 updated, 0 removed, 0 unchanged, 0 left out\n"
    assert run(["ask", "متى وصل الوفد؟", "--index", index]) == 0
    assert "مساء الجمعة" in capsys.readouterr().out
    assert run(["verify", "--index", index]) == 0
    assert capsys.readouterr().out == "1 documents, 1 paragraphs looked at: all as they were put in\n"


def test_failures_are_named_and_counted(folder: Path, index: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.txt").write_bytes(b"\xff\xc3\x00")
    assert run(["index", str(folder), "--index", index]) == 1
    shown = capsys.readouterr()
    assert "1 added" in shown.out
    assert "1 left out" in shown.out
    assert "bad.txt" in shown.err


def test_a_folder_that_isnt_there_costs_no_index(
    folder: Path, index: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["index", str(folder / "absent"), "--index", index]) == 2
    assert not Path(index).exists()
    run(["index", str(folder), "--index", index])
    assert run(["index", str(folder / "absent"), "--index", index, "--anew"]) == 2
    capsys.readouterr()
    assert run(["verify", "--index", index]) == 0
    assert capsys.readouterr().out.startswith("1 documents")


def test_damage_is_reported(folder: Path, index: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["index", str(folder), "--index", index])
    flags = Path(index) / "content.flags"
    flags.write_bytes(b"\0" * flags.stat().st_size)
    assert run(["verify", "--index", index]) == 1
    assert "stop words" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("description", "arguments", "words"),
    [
        ("an index that isn't there, verified", ["verify", "--index", "nowhere"], "make one: iqtibas index"),
        ("an index that isn't there, asked", ["ask", "متى؟", "--index", "nowhere"], "no index here"),
        ("a folder that isn't there", ["index", "nowhere", "--index", "{index}"], "no such folder"),
        ("no index named", ["index", "{folder}"], "--index PATH"),
        ("no folder named", ["index", "--index", "{index}"], "DIR"),
    ],
)  # fmt: skip
def test_wrong_use_says_what_is_valid(
    description: str, arguments: list[str], words: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    filled = [argument.format(folder=folder, index=folder.parent / "index") for argument in arguments]
    assert run(filled) == 2, description
    assert words in capsys.readouterr().err, description
