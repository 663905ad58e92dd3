"""The real `iqtibas serve`, in a process of its own, and what it doesn't start with."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import httpx
import pytest

from bot.cli import run
from tests.surfaces import IQTIBAS, SEEDS

if TYPE_CHECKING:
    from pathlib import Path


def started(folder: Path, *options: str) -> tuple[subprocess.Popen[str], str]:
    """The server, and where it listens."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("IQTIBAS_")}
    process = subprocess.Popen(
        [IQTIBAS, "serve", "--source", str(SEEDS), *options],
        cwd=folder,
        env={**own, "IQTIBAS_DATA": str(folder)},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr
    lines = iter(process.stderr.readline, "")
    return process, next(match[0] for line in lines if (match := re.search(r"http://\S+", line)))


def test_it_answers_until_a_signal_comes_and_tells_who_takes_its_port(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    process, address = started(tmp_path, "--listen", "127.0.0.1:0")
    with process:
        question = {"question": "كم استمر الاجتماع؟"}
        found = httpx.post(f"{address}/ask", json=question, timeout=30, trust_env=False)
        assert found.json()["status"] == "answered"
        taken = address.removeprefix("http://")
        assert run(["serve", "--source", str(SEEDS), "--listen", taken]) == 2
        assert capfd.readouterr().err == (
            f"iqtibas: {taken}: Address already in use; give another address: --listen HOST:PORT\n"
        )
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
        assert process.stderr
        log = process.stderr.read()
    assert "Traceback" not in log
    assert "الاجتماع" not in log


WRONG = [
    (["--listen", "0.0.0.0:8000"], "IQTIBAS_HTTP_LISTEN: 0.0.0.0:8000 is open to other machines; set IQTIBAS_API_KEYS"),
    (["--listen", "127.0.0.1:70000"], "IQTIBAS_HTTP_LISTEN: 70000 is no port"),
    (["--listen", "nowhere"], "IQTIBAS_HTTP_LISTEN: give HOST:PORT"),
    (["--index", "none"], "none: no index here; make one: iqtibas index DIR --index none"),
    (["--workers", "0"], "IQTIBAS_HTTP_WORKERS: Input should be greater than or equal to 1"),
]  # fmt: skip


@pytest.mark.parametrize(("options", "message"), WRONG, ids=[" ".join(row[0]) for row in WRONG])
def test_what_is_wrong_is_one_clear_line_and_exit_code_2(
    options: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["serve", *options]) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"iqtibas: {message}")
    assert error.count("\n") == 1


@pytest.mark.parametrize(("command", "module"), [("serve", "fastapi"), ("mcp", "mcp.server.mcpserver")])
def test_without_its_extra_a_command_says_how_to_install_it(
    command: str, module: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith(("bot.http", "bot.mcp"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    assert run([command]) == 2
    assert f"pip install 'iqtibas[{'http' if command == 'serve' else 'mcp'}]'" in capsys.readouterr().err


def test_other_commands_start_without_what_these_need() -> None:
    listed = "import sys; from bot.cli import main; print(*(set(sys.modules) & {'fastapi', 'mcp', 'uvicorn', 'pydantic'}))"
    done = subprocess.run([sys.executable, "-c", listed], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"
