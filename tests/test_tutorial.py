"""The tutorial, step by step, as a newcomer takes it; only the installation is left out."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

TUTORIAL = Path(__file__).parents[1].joinpath("docs", "tutorial.md").read_text("utf-8")
SESSIONS = re.findall(r"```console\n\$ (.*?)\n(.*?)```", TUTORIAL, re.DOTALL)[1:]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the tutorial has made."""
    made = tmp_path_factory.mktemp("first")
    (program,) = re.findall(r"```python\n(.+?)```", TUTORIAL, re.DOTALL)
    made.joinpath("first.py").write_text(program, "utf-8")
    for name, text in re.findall(r"`(my-documents/\w+\.txt)`:\n\n```text\n(.+?)```", TUTORIAL, re.DOTALL):
        path = made / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return made


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize(("command", "shown"), SESSIONS)
def test_each_step_shows_what_the_tutorial_shows(folder: Path, command: str, shown: str) -> None:
    binaries = Path(sys.executable).parent
    environment = {
        **os.environ,
        "PATH": f"{binaries}:{os.environ['PATH']}",
        "IQTIBAS_DATA": str(folder / "data"),
    }
    typed = [line.removeprefix("> ") for line in lines(shown) if line.startswith("> ")]
    expected = [line for line in lines(shown) if not line.startswith("> ") and line != "…"]
    real = lines(
        subprocess.run(
            shlex.split(command),
            cwd=folder,
            env=environment,
            input="\n".join(typed),
            capture_output=True,
            text=True,
            check=False,
        ).stdout
    )
    if typed:
        # Read from a pipe, the console neither greets nor takes leave.
        assert [line for line in expected[1:-1] if line not in real] == []
    else:
        assert real == expected


def test_there_is_a_program_a_question_answered_one_that_is_not_and_a_conversation() -> None:
    assert [command.split()[:2] for command, _ in SESSIONS] == [
        ["python", "first.py"],
        ["iqtibas", "ask"],
        ["iqtibas", "ask"],
        ["iqtibas", "console"],
    ]
