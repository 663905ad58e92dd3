"""Without --index a folder is asked by way of an index that is kept for it."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.cli import run
from bot.default_index import place
from retrieval import Retriever
from retrieval.index.lock import writer_lock
from tests.bot.settled import write_settled

if TYPE_CHECKING:
    from collections.abc import Callable

SEEDS = Path(__file__).parents[2] / "seeds"
with Path(__file__).parents[1].joinpath("data", "seed_questions.tsv").open(encoding="utf-8") as rows:
    QUESTIONS = [row["question"] for row in csv.DictReader(rows, delimiter="\t")]
ARRIVED, LEFT = "وصل الوفد إلى المدينة مساء الجمعة.\n", "غادر الوفد المدينة صباح الأحد.\n"
QUESTION = "الوفد والمدينة"


class Command:
    """`iqtibas ask` in a folder of its own, with documents in docs/ and a data folder."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.docs = home / "docs"
        self.index = place(Path("docs"), home / "data")
        self._capsys = capsys

    def ask(self, *questions: str, source: str = "docs") -> list[dict[str, Any]]:
        """The answers."""
        Path("questions").write_text("\n".join(questions), "utf-8")
        run(["ask", "--json", "--batch", "questions", "--source", source])
        answers = [json.loads(line) for line in self.out().splitlines()]
        for answer in answers:
            del answer["took_ms"]
        return answers

    def texts(self) -> list[str]:
        """What is quoted for QUESTION, whatever the order."""
        return sorted(f"{quote['text']}\n" for quote in self.ask(QUESTION)[0]["quotes"])

    def out(self) -> str:
        """What was shown; standard error is kept in `err`."""
        shown = self._capsys.readouterr()
        self.err = shown.err
        return shown.out


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    for name in list(os.environ):
        if name.startswith("IQTIBAS_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("IQTIBAS_DATA", str(tmp_path / "data"))
    (tmp_path / "docs").mkdir()
    write_settled(tmp_path / "docs" / "one.txt", ARRIVED)
    return Command(tmp_path, capsys)


def test_the_index_is_built_on_first_use_and_then_only_read(command: Command) -> None:
    assert command.texts() == [ARRIVED]
    assert command.err == ""
    with writer_lock(command.index):
        assert command.texts() == [ARRIVED]
        assert command.err == ""


CHANGES: list[tuple[str, Callable[[Path], object], list[str]]] = [
    ("a file added", lambda docs: write_settled(docs / "two.txt", LEFT), [ARRIVED, LEFT]),
    ("a file changed", lambda docs: write_settled(docs / "one.txt", LEFT, modified=2), [LEFT]),
    ("a file changed a moment ago", lambda docs: (docs / "one.txt").write_text(LEFT, "utf-8"), [LEFT]),
    (
        "a file renamed and one added in its place",
        lambda docs: ((docs / "one.txt").rename(docs / "two.txt"), write_settled(docs / "one.txt", LEFT)),
        [ARRIVED, LEFT],
    ),
]


@pytest.mark.parametrize(
    ("change", "expected"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES]
)
def test_what_changed_in_the_folder_is_seen_by_the_next_question(
    change: Callable[[Path], object], expected: list[str], command: Command
) -> None:
    command.texts()
    change(command.docs)
    assert command.texts() == sorted(expected)


def test_all_questions_over_the_seeds_are_answered_as_in_memory(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed = command.ask(*QUESTIONS, source=str(SEEDS))
    assert command.err == ""
    monkeypatch.setenv("IQTIBAS_DATA", "/dev/null")
    assert command.ask(*QUESTIONS, source=str(SEEDS)) == indexed
    assert "read into memory instead" in command.err


def test_documents_are_named_as_the_folder_was_given(command: Command) -> None:
    for source in ("docs", f"{command.docs}", "./docs", "docs/"):
        (answer,) = command.ask(QUESTION, source=source)
        assert answer["quotes"][0]["source"]["path"] == f"{Path(source).as_posix()}/one.txt"


def test_while_another_process_writes_its_last_commit_is_asked(command: Command) -> None:
    command.texts()
    write_settled(command.docs / "two.txt", LEFT)
    with writer_lock(command.index):
        assert command.texts() == [ARRIVED]
        assert "another process" in command.err
    assert command.texts() == sorted([ARRIVED, LEFT])


def test_while_another_process_builds_the_index_the_folder_is_read_into_memory(command: Command) -> None:
    command.index.mkdir(parents=True)
    with writer_lock(command.index):
        assert command.texts() == [ARRIVED]


def test_a_data_folder_that_can_not_be_written_is_told_and_the_question_answered(command: Command) -> None:
    command.index.parent.parent.write_text("a file in its place", "utf-8")
    assert command.texts() == [ARRIVED]
    assert command.err.startswith("iqtibas: no index is kept (")
    assert command.err.count("\n") == 1


def tell(name: str, value: object) -> Callable[[Path], object]:
    def change(index: Path) -> None:
        with sqlite3.connect(index / "iqtibas.sqlite") as database:
            database.execute("update state set value = ? where name = ?", (value, name))
        database.close()

    return change


@pytest.mark.parametrize(
    ("description", "spoil"),
    [
        ("of another analysis", tell("analyzer", "0123456789abcdef")),
        ("of an earlier format", tell("format", 0)),
        ("of a later format", tell("format", 999)),
        ("whose database is something else", lambda index: (index / "iqtibas.sqlite").write_text("x" * 5000)),
        ("whose database was never laid out", lambda index: (index / "iqtibas.sqlite").write_bytes(b"")),
    ],
)
def test_an_index_that_can_not_be_used_is_made_anew(
    description: str, spoil: Callable[[Path], object], command: Command
) -> None:
    command.texts()
    spoil(command.index)
    assert command.texts() == [ARRIVED], description
    assert command.err == "", description
    with Retriever.open(command.index) as retriever:
        assert retriever.verify().problems == [], description


def test_a_folder_without_documents_is_told_as_ever(command: Command) -> None:
    (command.docs / "one.txt").unlink()
    assert run(["ask", QUESTION, "--source", "docs"]) == 2
    command.out()
    assert command.err.startswith("iqtibas: docs: no readable document in this folder")
