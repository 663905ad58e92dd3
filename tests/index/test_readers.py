from __future__ import annotations

import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from retrieval import Retriever
from tests.index.committing import documents
from tests.index.corpus import document

ROOT = Path(__file__).parents[2]


def test_eight_readers_see_whole_commits_only(tmp_path: Path) -> None:
    """Every commit replaces two documents that bear one number: a reader never sees two numbers."""
    done = threading.Event()

    def edition(number: int) -> list[str]:
        return [
            f"الوفد الأول يحمل الرقم {number} في المدينة.",
            f"الوفد الثاني يحمل الرقم {number} في المدينة.",
        ]

    def write(retriever: Retriever, commits: int) -> None:
        for number in range(1000, 1000 + commits):
            retriever.add(document(f"{place}.txt", text) for place, text in enumerate(edition(number)))
        done.set()

    def read() -> tuple[int, set[str]]:
        asked, mixed = 0, set[str]()
        while not done.is_set():
            quotes = retriever.search("أي رقم يحمل الوفد في المدينة؟", limit=5)
            numbers = {word for quote in quotes for word in quote.paragraph.text.split() if word.isdigit()}
            if len(quotes) != 2 or len(numbers) != 1:
                mixed.add(f"{len(quotes)} documents, numbers {numbers}")
            asked += 1
        return asked, mixed

    with Retriever.open(tmp_path / "index", create=True) as retriever:
        write(retriever, 1)
        done.clear()
        with ThreadPoolExecutor(9) as pool:
            readers = [pool.submit(read) for _ in range(8)]
            pool.submit(write, retriever, 10).result()
            results = [reader.result() for reader in readers]
    assert [mixed for _, mixed in results] == [set()] * 8
    assert sum(asked for asked, _ in results) > 8


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
