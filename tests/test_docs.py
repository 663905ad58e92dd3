"""The docs against the program: the README's transcript and commands, the examples of the library."""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import iqtibas

ROOT = Path(__file__).parents[1]
README = ROOT.joinpath("README.md").read_text("utf-8")
TRANSCRIPT = re.findall(
    r'^    \$ iqtibas ask "(.+)"\n((?:(?!    \$).*\n)+?)(?=\n?    \$|\n\S)', README, re.MULTILINE
)


@pytest.mark.parametrize(("question", "shown"), TRANSCRIPT)
def test_the_transcript_is_real(question: str, shown: str) -> None:
    command = [str(Path(sys.executable).with_name("iqtibas")), "ask", question]
    real = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    assert [line.strip() for line in real.split("\n") if line.strip()] == [
        line.strip() for line in shown.split("\n") if line.strip()
    ]


def test_there_is_a_transcript_of_an_answer_and_of_silence() -> None:
    assert len(TRANSCRIPT) == 2


def test_the_library_example_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (example,) = re.findall(r"```python\n(.+?)```", README, re.DOTALL)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example, "README.md", "exec"), {})  # noqa: S102 - the README's own words
    assert printed.getvalue().startswith("seeds/004")


def test_every_example_of_the_library_s_page_runs() -> None:
    done = doctest.testfile(str(ROOT / "docs" / "embedding.md"), module_relative=False, encoding="utf-8")
    assert done.attempted > 20
    assert done.failed == 0


def test_every_command_is_in_the_readme_and_the_other_way_round() -> None:
    assert set(iqtibas.commands) == set(re.findall(r"`iqtibas ([\w-]+)", README))


def test_every_option_named_in_the_readme_exists() -> None:
    options = {
        name for command in iqtibas.commands.values() for param in command.params for name in param.opts
    }
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", README)) - {"--port"}
    assert named <= options


@pytest.mark.parametrize("readme", ["README.md", "README.ar.md"])
def test_every_linked_file_exists(readme: str) -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", ROOT.joinpath(readme).read_text("utf-8")):
        assert ROOT.joinpath(link).exists(), link
