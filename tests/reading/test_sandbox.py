"""Whatever a file does to its reader, the one who asked for it goes on, and so do the other files."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import FileDamaged, FileError, FileTooCostly, FileUnreadable, FileWithoutText
from retrieval.reading.sandbox.sandbox import Sandbox
from tests.reading import bombs, hostile
from tests.reading.mutations import SUFFIXES, survive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

GOOD = "افتتح الوزير أمس المكتبة الوطنية الجديدة في العاصمة."
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks at Linux's files about processes")
DAMAGED = 500
"""Files of each format; `make soak` reads ten times as many."""


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A sandbox with a single child, so that it is always the same one."""
    with Sandbox(workers=1, patience=6.0) as sandbox:
        yield sandbox


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A file without guile."""
    path = tmp_path / "good.md"
    path.write_text(GOOD, "utf-8")
    return path


def _child(sandbox: Sandbox, good: Path) -> int:
    """The number of the sandbox's process."""
    sandbox.read(good, "good.md")
    children = Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text().split()
    return next(
        int(child) for child in children if b"sandboxed" in Path(f"/proc/{child}/cmdline").read_bytes()
    )


HOSTILE: list[tuple[str, str, Callable[[], bytes], type[FileError]]] = [
    ("a PDF that unpacks to 2 GB", "a.pdf", hostile.inflating_pdf, FileTooCostly),
    ("a PDF that draws without end", "a.pdf", hostile.multiplying_pdf, FileTooCostly),
    ("a PDF whose pages hold each other", "a.pdf", hostile.looping_pdf, FileError),
    ("a PDF that is nested without end", "a.pdf", hostile.deep_pdf, FileError),
    ("a PDF whose tables lead to themselves", "a.pdf", hostile.turning_pdf, FileDamaged),
    ("a thousand million laughs", "a.docx", hostile.laughing_docx, FileDamaged),
    ("a Word file of 10 GB of zeros", "a.docx", lambda: bombs.zeros(10 << 10), FileTooCostly),
    ("a web page nested without end", "a.html", lambda: b"<div>" * 1_000_000 + b"x", FileError),
    ("a table of one endless row", "a.csv", lambda: b"text\n" + b'"' * 9_999_999, FileError),
    ("200 MB of one line", "a.md", lambda: b"a" * (200 << 20), FileTooCostly),
]


@pytest.mark.parametrize(("_", "name", "made", "error"), HOSTILE, ids=[case for case, *_ in HOSTILE])
def test_a_hostile_file_is_refused_by_name_and_the_next_one_is_read(
    sandbox: Sandbox, good: Path, _: str, name: str, made: Callable[[], bytes], error: type[FileError]
) -> None:
    """Without a sandbox two of these are still being read after 40 s, and one takes 886 MB."""
    path = good.with_name(name)
    path.write_bytes(made())
    with pytest.raises(error) as raised:
        sandbox.read(path, name)
    path.unlink()
    assert raised.value.path.partition("#")[0] == name
    assert sandbox.read(good, "good.md").documents[0].text == GOOD


@pytest.mark.parametrize(("_", "name", "made"), hostile.FETCHING, ids=[case for case, *_ in hostile.FETCHING])
def test_nothing_is_fetched_from_an_address_or_from_another_file(
    sandbox: Sandbox, tmp_path: Path, _: str, name: str, made: Callable[[str], bytes]
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("كلمة السر", "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        addresses = (f"http://127.0.0.1:{server.getsockname()[1]}/x", secret.as_uri(), str(secret))
        for address in addresses:
            path = tmp_path / name
            path.write_bytes(made(address))
            texts = [document.text for document in sandbox.read(path, name).documents]
            assert "نص" in texts[0]
            assert "السر" not in texts[0]
        with pytest.raises(TimeoutError):
            server.accept()


@LINUX
def test_a_killed_child_is_replaced(sandbox: Sandbox, good: Path) -> None:
    os.kill(_child(sandbox, good), signal.SIGKILL)
    for _ in range(2):  # the first may still be asked of the dead one
        try:
            contents = sandbox.read(good, "good.md")
        except FileError:
            continue
    assert contents.documents[0].text == GOOD


@LINUX
def test_a_child_that_dies_over_a_file_is_told_of(sandbox: Sandbox, good: Path, tmp_path: Path) -> None:
    slow = tmp_path / "slow.pdf"
    slow.write_bytes(hostile.multiplying_pdf())
    child = _child(sandbox, good)
    threading.Timer(0.5, os.kill, (child, signal.SIGSEGV)).start()
    with pytest.raises(FileDamaged, match="SIGSEGV"):
        sandbox.read(slow, "slow.pdf")


@LINUX
def test_a_child_has_512_megabytes_and_no_network_and_no_secrets(
    sandbox: Sandbox, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123:planted")
    sandbox.close()
    about = Path("/proc") / str(_child(sandbox, good))
    limits = {line[:26].strip(): line[26:].split() for line in (about / "limits").read_text().splitlines()}
    assert limits["Max address space"][:2] == [str(512 << 20)] * 2
    assert limits["Max file size"][0] == "0"
    assert int(limits["Max cpu time"][0]) < 60
    assert b"planted" not in (about / "environ").read_bytes()


@pytest.mark.parametrize(
    "forbidden",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    ],
)
def test_a_confined_process_reaches_neither_network_nor_programs(forbidden: str) -> None:
    code = f"from retrieval.reading.sandbox.confinement import confine; confine(); {forbidden}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "PermissionError" in done.stderr


def test_files_are_read_in_their_order_by_all_children_at_once(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.html" for number in range(50)]
    for number, path in enumerate(paths):
        path.write_text("<p></p>" if number % 10 == 3 else f"<p>{GOOD} {number}</p>", "utf-8")
    with Sandbox(workers=2) as sandbox:
        found = list(sandbox.read_each((path, path.name) for path in paths))
    for number, outcome in enumerate(found):
        if number % 10 == 3:
            assert isinstance(outcome, FileWithoutText)
            assert outcome.path == f"{number}.html"
        else:
            assert not isinstance(outcome, FileError)
            assert outcome.documents[0].text.endswith(f" {number}")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_pipes_and_devices_are_never_read(sandbox: Sandbox, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    device = tmp_path / "zero.txt"
    device.symlink_to("/dev/zero")
    for path in (pipe, device, tmp_path):
        with pytest.raises(FileUnreadable):
            sandbox.read(path, path.name)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_damaged_file_brings_the_reading_down(suffix: str) -> None:
    """Before texts were rid of what steers the screen, the 64th damaged web page failed this."""
    assert survive(suffix, DAMAGED).total() == DAMAGED
