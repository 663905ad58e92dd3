"""The command line as a process: its standard streams, a terminal, Ctrl-C."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import run
from tests.bot.budget import QUESTION

IQTIBAS = [sys.executable, "-W", "ignore", "-c", "from bot.start import main; main()"]

pytestmark = pytest.mark.usefixtures("budget")


def test_a_locale_without_arabic_does_not_matter() -> None:
    environment = os.environ | {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [*IQTIBAS, "ask", "--json", "--batch", "-"],
        input=f"\ufeff{QUESTION}\n".encode() + b"\xc7\n",
        capture_output=True,
        env=environment,
        check=False,
    )
    answered, undecodable = done.stdout.decode("utf-8").splitlines()
    assert json.loads(answered)["quotes"][0]["text"].startswith(QUESTION)
    assert "not in UTF-8" in undecodable
    assert (done.returncode, done.stderr) == (2, b"")


def test_a_reader_that_goes_away_ends_the_command_quietly(budget: Path) -> None:
    (budget / "questions.txt").write_text(f"{QUESTION}\n" * 2000, "utf-8")
    for form in (["--json"], []):
        process = subprocess.Popen(
            [*IQTIBAS, "ask", *form, "--batch", "questions.txt"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 141
        process.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full stands for a full disk")
def test_output_that_finds_no_room_is_one_line_and_exit_code_2() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [*IQTIBAS, "ask", "--json", "--batch", "-"]
        done = subprocess.run(
            command, input=QUESTION.encode(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.stderr == b"iqtibas: the system refuses it: No space left on device\n"
    assert done.returncode == 2


def test_standard_streams_that_are_closed_are_empty() -> None:
    command = ["sh", "-c", '"$@" <&- >&- 2>&-', "sh", *IQTIBAS, "ask", "--batch", "-"]
    assert subprocess.run(command, check=False).returncode == 0


def test_control_c_ends_a_batch_quietly() -> None:
    with subprocess.Popen(
        [*IQTIBAS, "ask", "--json", "--batch", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(f"{QUESTION}\n".encode())
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["status"] == "answered"
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr.read().strip() == b""


def test_answers_come_out_while_questions_still_come_in() -> None:
    with subprocess.Popen(
        [*IQTIBAS, "ask", "--json", "--batch", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        for _ in range(2):
            process.stdin.write(f"{QUESTION}\n".encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["status"] == "answered"
        process.stdin.close()
        assert process.wait(30) == 0


@pytest.mark.parametrize(
    ("lines", "terminal", "shown"),
    [(10_001, True, True), (10_001, False, False), (10_000, True, False)],
    ids=["very many lines", "no terminal", "a smaller batch"],
)
def test_a_very_long_batch_shows_its_progress_on_a_terminal(
    lines: int, terminal: bool, shown: bool, budget: Path
) -> None:
    (budget / "questions.txt").write_text("\n" * lines, "utf-8")
    run(["ask", QUESTION])  # indexes the folder, which may show its own progress
    screen, stderr = pty.openpty() if terminal else os.pipe()
    command = [*IQTIBAS, "ask", "--json", "--batch", "questions.txt"]
    with (budget / "answers").open("wb") as stdout, subprocess.Popen(command, stdout=stdout, stderr=stderr):
        os.close(stderr)
        text = b""
        with contextlib.suppress(OSError):  # how Linux reports the end of a terminal
            while data := os.read(screen, 65536):
                text += data
    os.close(screen)
    assert (budget / "answers").read_bytes().count(b"\n") == lines
    assert (b"100%" in text) is shown
    assert text.strip() == b"" or shown
