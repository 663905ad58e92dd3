"""`iqtibas index --watch`, in a process of its own, and a reader beside it."""

from __future__ import annotations

import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

import pytest

from retrieval import Retriever
from retrieval.index.lock import writer_lock
from tests.bot.settled import write_settled

IQTIBAS = str(Path(sys.executable).with_name("iqtibas"))
ARRIVED, LEFT = "وصل الوفد إلى المدينة مساء الجمعة.\n", "غادر الوفد المدينة صباح الأحد.\n"
PATIENCE = 30


class Watching:
    """The command over a folder with one document; its index is there once the block begins."""

    def __init__(self, home: Path) -> None:
        self.docs, self.index = home / "docs", home / "index"
        self.docs.mkdir()
        write_settled(self.docs / "one.txt", ARRIVED)
        self._process = subprocess.Popen(
            [IQTIBAS, "index", str(self.docs), "--index", str(self.index), "--watch"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            bufsize=0,
        )

    def __enter__(self) -> Self:
        self.wait_for("1 added")
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        assert self._process.stdout
        self._process.stdout.close()

    def wait_for(self, words: str) -> str:
        """The next line that it writes, which has these words in it."""
        line = self.line(PATIENCE)
        assert words in line
        return line

    def line(self, seconds: float) -> str:
        """The next line that it writes within a time, or nothing."""
        assert self._process.stdout
        ready, _, _ = select.select([self._process.stdout], [], [], seconds)
        return self._process.stdout.readline().decode() if ready else ""

    def interrupt(self) -> int:
        """Its exit code after Ctrl-C."""
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(PATIENCE)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


def test_it_follows_the_folder_until_it_is_interrupted(home: Path) -> None:
    """From the first report on, without a moment at which a change goes unseen; readers see it within a second."""
    with Watching(home) as watching, Retriever.open(watching.index) as reader:
        assert reader.searched.documents == 1
        (watching.docs / "two.txt").write_text(LEFT, "utf-8")
        watching.wait_for("1 added")
        reported = time.monotonic()
        assert any("غادر" in passage.paragraph.text for passage in reader.search("غادر الوفد"))
        assert time.monotonic() - reported < 1
        (watching.docs / "one.txt").unlink()
        watching.wait_for("1 removed")
        assert [document.text for document in reader.documents] == [LEFT]
        assert watching.interrupt() == 130


def test_a_file_that_is_copied_slowly_is_never_half_in_the_index(home: Path) -> None:
    whole = "".join(f"الفقرة رقم {number} من نص طويل.\n\n" for number in range(8))
    seen: set[str] = set()
    with Watching(home) as watching, Retriever.open(watching.index) as reader:
        with (watching.docs / "slow.txt").open("w", encoding="utf-8") as file:
            for piece in whole.split("\n\n")[:-1]:
                file.write(f"{piece}\n\n")
                file.flush()
                time.sleep(0.3)
                seen |= {document.text for document in reader.documents}
        deadline = time.monotonic() + PATIENCE
        while whole not in seen and time.monotonic() < deadline:
            seen |= {document.text for document in reader.documents}
            time.sleep(0.05)
    assert seen == {ARRIVED, whole}


def test_another_writer_and_a_folder_that_is_away_are_told_once_and_waited_for(home: Path) -> None:
    with Watching(home) as watching:
        with writer_lock(watching.index):
            write_settled(watching.docs / "two.txt", LEFT)
            watching.wait_for("another process is writing")
            assert watching.line(2.5) == ""
        watching.wait_for("1 added")
        shutil.move(watching.docs, home / "away")
        watching.wait_for("no such folder")
        shutil.move(home / "away", watching.docs)
        (watching.docs / "one.txt").unlink()
        watching.wait_for("1 removed")


def test_a_file_left_out_is_named_once(home: Path) -> None:
    with Watching(home) as watching:
        (watching.docs / "bad.txt").write_bytes(b"\xff\xc3\x00")
        watching.wait_for("bad.txt")
        write_settled(watching.docs / "two.txt", LEFT)
        watching.wait_for("1 added")
        assert watching.line(1.5) == ""
