from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.bot.settled import write_settled

if TYPE_CHECKING:
    from pathlib import Path

CONSOLE = [sys.executable, "-W", "ignore", "-c", "from bot.cli import main; main()", "console"]
QUESTION = "الحكومة أعلنت الميزانية الجديدة"
CONTROL_C, CONTROL_D, UP = "\x03", "\x04", "\x1b[A"


@pytest.fixture(autouse=True)
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A working folder with a document in seeds/, a state folder, and no settings."""
    for name in list(os.environ):
        if name.startswith(("IQTIBAS_", "TELEGRAM_")):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    write_settled(tmp_path / "seeds" / "budget.txt", f"{QUESTION} بعد نقاش طويل في اللجنة.\n")
    return os.environ | {
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "TERM": "xterm",
        "COLUMNS": "80",
        "LC_ALL": "C.UTF-8",
        "IQTIBAS_LANGUAGE": "en",
    }


class Terminal:
    """A console on a terminal of its own, which Ctrl-C reaches as a signal."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._process, self._keyboard = pty.fork()
        if not self._process:
            os.execve(sys.executable, CONSOLE, environment)  # noqa: S606  no shell is wanted
        self._shown = b""

    @property
    def text(self) -> str:
        """All that the screen has shown."""
        return self._shown.decode("utf-8", "replace")

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._keyboard, keys.encode())

    def ask(self, line: str, words: str) -> None:
        """Type a line, and wait for `words` of the reply and for the next prompt."""
        self.type(f"{line}\n")
        self.wait_for(words)
        self.wait_for("> ", after=words)

    def wait_for(self, words: str, after: str = "") -> None:
        """Read the screen until it has shown `words`, where they follow `after`."""
        while words not in (self.text.rpartition(after)[2] if after else self.text):
            assert self._read(30), self.text

    def leave(self, keys: str) -> int:
        """Press keys until the screen ends; the exit code.

        What is pressed in the instant between a prompt and the wait for keys is lost on a person as well,
        who presses again.
        """
        for _ in range(30):
            self.type(keys)
            while (data := self._read(1)) is not None:
                if not data:
                    os.close(self._keyboard)
                    return os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])
        raise AssertionError(self.text)

    def _read(self, seconds: float) -> bytes | None:
        """Take in what the screen shows; nothing at its end, None when the time is over."""
        if not select.select([self._keyboard], [], [], seconds)[0]:
            return None
        try:
            data = os.read(self._keyboard, 65536)
        except OSError:  # how Linux reports the end of a terminal
            return b""
        self._shown += data
        return data


@pytest.fixture
def terminal(environment: dict[str, str]) -> Terminal:
    return Terminal(environment)


@pytest.mark.parametrize(
    "keys",
    [CONTROL_C, CONTROL_D, "/quit\n", f"half a line{CONTROL_C}"],
    ids=["Ctrl-C", "Ctrl-D", "/quit", "typed"],
)
def test_leaving_is_clean(keys: str, terminal: Terminal) -> None:
    terminal.wait_for("> ")
    assert terminal.leave(keys) == 0
    assert "Traceback" not in terminal.text
    assert terminal.text.rstrip().endswith("Goodbye.")


def test_the_lines_of_an_earlier_session_come_back(environment: dict[str, str], tmp_path: Path) -> None:
    first = Terminal(environment)
    first.wait_for("> ")
    first.ask(QUESTION, "Searched one document")
    assert first.leave(CONTROL_D) == 0
    assert QUESTION in (tmp_path / "state" / "iqtibas" / "history").read_text("utf-8")
    second = Terminal(environment)
    second.wait_for("> ")
    second.ask(UP, "Searched one document")
    assert second.leave(CONTROL_D) == 0


def test_a_state_folder_that_can_not_be_written_costs_only_the_history(
    environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "state").write_text("a file in its place", "utf-8")
    terminal = Terminal(environment)
    terminal.wait_for("> ")
    terminal.ask("/help", "/quit")
    assert terminal.leave(CONTROL_D) == 0
    assert "Traceback" not in terminal.text


@pytest.mark.parametrize(("name", "coloured"), [("NO_COLOR", False), ("UNRELATED", True)])
def test_colour_can_be_turned_off(name: str, coloured: bool, environment: dict[str, str]) -> None:
    terminal = Terminal(environment | {name: "1"})
    terminal.wait_for("> ")
    terminal.ask(QUESTION, "Searched one document")
    terminal.leave(CONTROL_D)
    assert ("\x1b[36m" in terminal.text) is coloured


def piped(lines: bytes, environment: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(CONSOLE, input=lines, capture_output=True, env=environment, check=False, timeout=60)


def test_piped_lines_are_answered_without_prompt_or_colour(environment: dict[str, str]) -> None:
    done = piped(f"{QUESTION}\n\n/open 1\n/quit\nnever asked\n".encode(), environment)
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert text.startswith(f"{QUESTION} بعد نقاش طويل في اللجنة.\n1. ")
    assert "Quotation 1 in its context:" in text
    assert "never asked" not in text
    assert not set(text) & set(">\x1b")


def test_a_piped_line_that_is_not_utf8_is_named_and_the_next_is_answered(environment: dict[str, str]) -> None:
    done = piped(b"\xc7\xe1\n" + QUESTION.encode(), environment)
    first, *rest = done.stdout.decode().splitlines()
    assert first == "This line can't be read: it is not in UTF-8."
    assert any(line.startswith(QUESTION) for line in rest)
    assert done.returncode == 0
