from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bot.cli import run
from retrieval.evaluation import RANKINGS

if TYPE_CHECKING:
    from pathlib import Path

IQTIBAS = [sys.executable, "-W", "ignore", "-c", "from bot.cli import main; main()"]
ALWAYS = ["mrr@10", "success@1", "ndcg@10", "recall@5", "recall@100"]
COUNTS = ["queries", "answered", "paragraphs", "ms_p50", "ms_p99"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with an evaluation set in set/; its second question is ranked second."""
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "set"
    (made / "qrels").mkdir(parents=True)
    texts = [
        "أعلنت الحكومة الميزانية يوم الاثنين.",
        "افتتح الوزير الجسر الجديد.",
        "بني الجسر \x9bالقديم قبل مئة عام.",
    ]
    write(
        made / "corpus.jsonl",
        [{"_id": f"d{n}", "title": "", "text": text} for n, text in enumerate(texts, 1)],
    )
    asked = ["متى أعلنت الحكومة الميزانية؟", "من افتتح الجسر الجديد؟"]
    write(made / "queries.jsonl", [{"_id": f"q{n}", "text": text} for n, text in enumerate(asked, 1)])
    (made / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td3\t1\n", "utf-8")
    gold = {"query-id": "q1", "corpus-id": "d1", "answers": [{"text": "يوم الاثنين", "start": 24}]}
    write(made / "answers.jsonl", [gold])
    return made


def write(file: Path, values: list[dict[str, object]]) -> None:
    file.write_text("".join(f"{json.dumps(value)}\n" for value in values), "utf-8")


def test_json_holds_the_figures_on_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", "set", "--json"]) == 0
    output = capsys.readouterr()
    assert (output.out.count("\n"), output.err) == (1, "")
    figures = json.loads(output.out)
    assert list(figures) == [*ALWAYS, "answer@1", "answer@3", "chosen_share", *COUNTS]
    assert (figures["mrr@10"], figures["ndcg@10"]) == (0.75, 0.8155)
    assert (figures["answer@1"], figures["queries"], figures["paragraphs"]) == (1.0, 2, 3)

    (folder / "answers.jsonl").unlink()
    assert run(["eval", "set", "--json"]) == 0
    assert list(json.loads(capsys.readouterr().out)) == [*ALWAYS, "chosen_share", *COUNTS]


def test_people_read_a_figure_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", "set"]) == 0
    lines = dict(re.split(r" {2,}", line) for line in capsys.readouterr().out.splitlines())
    assert (lines["MRR@10"], lines["answer@1"], lines["questions"]) == ("0.7500", "1.0000", "2")


def test_rankings_are_set_side_by_side(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", "set", "--compare", "words,no-pairs"]) == 0
    table = capsys.readouterr().out.split("\n\n")[1].splitlines()
    assert [line.split()[0] for line in table[1:]] == ["iqtibas", "words", "scores", "no-pairs"]
    assert [line.rpartition(" ")[2] for line in table[2:]] == ["iqtibas", "iqtibas", "scores"]

    assert run(["eval", "set", "--json", "--compare"]) == 0
    rankings = json.loads(capsys.readouterr().out)["rankings"]
    assert list(rankings) == list(RANKINGS)
    assert list(rankings["words"]) == [*ALWAYS, "against", "difference", "interval", "p"]


def test_the_worst_questions_are_shown_with_what_came_instead(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", "set", "--misses", "5"]) == 0
    assert capsys.readouterr().out.split("\n\n")[1].splitlines() == [
        "q2: found at rank 2",
        "من افتتح الجسر الجديد؟",
        "  right: d3",
        "    بني الجسر القديم قبل مئة عام.",
        "  above it: d2",
        "    افتتح الوزير الجسر الجديد.",
    ]
    assert run(["eval", "set", "--json", "--misses", "1"]) == 0
    output = capsys.readouterr().out
    (miss,) = json.loads(output)["misses"]
    assert (miss["query-id"], miss["rank"], miss["relevant"][0]["id"], miss["instead"][0]["id"]) == (
        "q2",
        2,
        "d3",
        "d2",
    )
    assert "\x9b" in miss["relevant"][0]["text"]
    assert "\x9b" not in output


WRONG = [
    (["eval"], "iqtibas: Missing argument 'DIR'"),
    (
        ["eval", "none"],
        "iqtibas: none: no such folder; give one with corpus.jsonl, queries.jsonl, qrels/test.tsv",
    ),
    (["eval", "bad"], "iqtibas: bad/corpus.jsonl:2: not JSON: "),
    (
        ["eval", "set/qrels"],
        "iqtibas: set/qrels/corpus.jsonl: No such file or directory; a set has corpus.jsonl",
    ),
    (
        ["eval", "set", "--compare", "words,best"],
        "iqtibas: Invalid value for --compare: no ranking is named 'best'",
    ),
    (["eval", "set", "--misses", "-1"], "iqtibas: Invalid value for '--misses': -1"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_wrong_use_and_bad_sets_are_one_clear_line_and_exit_code_2(
    arguments: list[str], message: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.parent / "bad").mkdir()
    (folder.parent / "bad" / "corpus.jsonl").write_text('{"_id": "d1", "text": ""}\n{"_id": \n', "utf-8")
    assert run(arguments) == 2
    output = capsys.readouterr()
    assert output.err.startswith(message)
    assert (output.out, output.err.count("\n")) == ("", 1)


def test_progress_is_shown_on_a_terminal_and_nowhere_else() -> None:
    terminal, screen = pty.openpty()
    done = subprocess.run(
        [*IQTIBAS, "eval", "set", "--json"], stdout=subprocess.PIPE, stderr=screen, check=True
    )
    os.close(screen)
    shown = os.read(terminal, 65536).decode()
    os.close(terminal)
    assert "iqtibas" in shown
    assert "100%" in shown
    assert json.loads(done.stdout)["queries"] == 2
