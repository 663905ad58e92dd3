"""`iqtibas read`: what a file holds, as the program reads it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.cli import run

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "وصل الوفد إلى المدينة مساء الجمعة، وغادرها صباح الأحد بعد لقاء الوزير."
PAGE = f"""<html><head><title>وصول الوفد</title><meta name="author" content="ليلى"></head><body>
<h1>وصول الوفد</h1><p>{SENTENCE}</p><p>اقرأ أيضا: خبر آخر</p><p>{SENTENCE}</p></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    return path


def test_the_paragraphs_are_shown_with_what_is_told_of_the_document(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", str(page)]) == 0
    assert capsys.readouterr().out == (
        f"path: {page}\ntitle: وصول الوفد\nauthor: ليلى\n\n{SENTENCE}\n\n{SENTENCE}\n\n"
    )


def test_explain_shows_what_is_left_out_and_why(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(page), "--explain"]) == 0
    shown = capsys.readouterr().out
    assert "left out: 2" in shown
    assert "- وصول الوفد\n  (told of the document: its title)" in shown
    assert "- اقرأ أيضا: خبر آخر\n  (what a page offers to do)" in shown


def test_programs_get_an_object_a_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "1.csv"
    path.write_text(f"title,text\nأول,{SENTENCE}\nثان,\n", "utf-8")
    assert run(["read", str(path), "--json"]) == 1
    output = capsys.readouterr()
    (line,) = output.out.splitlines()
    found = json.loads(line)
    assert list(found) == ["version", "source", "sha256", "paragraphs", "dropped"]
    assert found["source"]["path"] == f"{path}#2"
    assert found["paragraphs"] == [
        {"start": 0, "end": len(SENTENCE), "page": None, "chapter": None, "text": SENTENCE}
    ]
    assert "#3" in output.err


def test_a_chapter_is_named_where_it_begins(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "1.md"
    path.write_text(f"# كتاب\n\n## باب أول\n\n{SENTENCE}\n\n{SENTENCE}\n\n## باب ثان\n\n{SENTENCE}", "utf-8")
    run(["read", str(path)])
    assert capsys.readouterr().out.count("[chapter باب أول]") == 1


@pytest.mark.parametrize("name", ["missing.html", "picture.jpg"])
def test_what_can_not_be_read_is_named(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(tmp_path / name)]) == 2
    assert name in capsys.readouterr().err
