"""How fast and how large an index is as a collection grows, beside bare engines in the same run.

    python -m benchmarks.speed DATA [SIZE …]

DATA holds scale/corpus-200k.jsonl.xz and arcd/queries.jsonl; SIZEs are numbers of paragraphs, by default
1,000, 10,000 and 100,000. Prints Markdown. Questions are asked, and memory is measured, in another process.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks import bare_engines
from benchmarks.scale_corpus import documents
from retrieval import Document, Retriever, Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZES = (1_000, 10_000, 100_000)
_BATCH = 500
_WARM, _ASKED = 100, 1000
_COLUMNS = (
    "paragraphs", "ranking", "build s", "build CPU s", "index / text", "open ms", "resident MB", "p50 ms",
    "p50 CPU ms", "p99 ms", "added and visible ms",
)  # fmt: skip


def main(data: Path, sizes: tuple[int, ...]) -> None:
    """Measure and print."""
    print("| " + " | ".join(_COLUMNS) + " |\n" + "| --- " * len(_COLUMNS) + "|", flush=True)
    corpus, questions = data / "scale" / "corpus-200k.jsonl.xz", data / "arcd" / "queries.jsonl"
    for size in sizes:
        with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
            _row(size, "iqtibas", _ours(corpus, questions, size, Path(folder)))
        for name, engine in bare_engines.ENGINES.items():
            if size <= engine.most:
                with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
                    _row(size, name, _bare(engine, corpus, questions, size, Path(folder)))


def _ours(corpus: Path, questions: Path, size: int, folder: Path) -> dict[str, float]:
    text = 0

    def counted() -> Iterator[Document]:
        nonlocal text
        for document in documents(corpus, size):
            text += len(document.text.encode())
            yield document

    wall, cpu = time.perf_counter(), time.process_time()
    with Retriever.open(folder / "index", create=True) as retriever:
        retriever.add(counted(), at_once=_BATCH)
    figures = {"build s": time.perf_counter() - wall, "build CPU s": time.process_time() - cpu}
    on_disk = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    asked = subprocess.run(  # noqa: S603 - this very program
        [sys.executable, "-m", "benchmarks.speed", "--ask", folder / "index", questions],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return figures | {"index / text": on_disk / text} | json.loads(asked.stdout)


def _ask(index: Path, questions: Path) -> dict[str, float]:
    """What a process that does nothing else needs to open an index and to answer."""
    asked = _questions(questions)
    began = time.perf_counter()
    retriever = Retriever.open(index)
    count = retriever.searched.paragraphs
    opened = time.perf_counter() - began
    figures = {"paragraphs": count, "open ms": opened * 1000} | _times(retriever.ask, asked)
    figures["resident MB"] = _resident()
    added = []
    for number in range(11):
        text = f"وصلت السفينة زرزورة{number} إلى الميناء."
        began = time.perf_counter()
        retriever.add([Document(Source("new.txt"), text, (Span(0, len(text)),))])
        assert retriever.search(f"زرزورة{number}")[0].paragraph.text == text  # noqa: S101 - or the time is void
        added.append(time.perf_counter() - began)
    return figures | {"added and visible ms": float(np.median(added)) * 1000}


def _bare(
    engine: bare_engines.Bare, corpus: Path, questions: Path, size: int, folder: Path
) -> dict[str, float]:
    texts = [span.of(document.text) for document in documents(corpus, size) for span in document.paragraphs]
    wall, cpu = time.perf_counter(), time.process_time()
    search = engine.build(texts, folder)
    figures = {"build s": time.perf_counter() - wall, "build CPU s": time.process_time() - cpu}
    return figures | _times(search, _questions(questions))


def _times(ask: Callable[[str], object], questions: list[str]) -> dict[str, float]:
    for question in questions[:_WARM]:
        ask(question)
    times, computing = [], []
    for question in islice(questions, _WARM, _WARM + _ASKED):
        began, computed = time.perf_counter(), time.thread_time()
        ask(question)
        times.append((time.perf_counter() - began) * 1000)
        computing.append((time.thread_time() - computed) * 1000)
    middle, slowest = np.percentile(times, [50, 99]).tolist()
    return {"p50 ms": middle, "p99 ms": slowest, "p50 CPU ms": float(np.median(computing))}


def _questions(path: Path) -> list[str]:
    return [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]


def _resident() -> float:
    """Megabytes of this process in memory, mapped files that were touched among them (Linux)."""
    pages = int(Path("/proc/self/statm").read_text("utf-8").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _row(size: int, name: str, figures: dict[str, Any]) -> None:
    known = {"paragraphs": f"{size:,}", "ranking": name}
    cells = [
        known.get(column) or (f"{figures[column]:.3g}" if column in figures else "") for column in _COLUMNS
    ]
    print("| " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--ask"]:
        print(json.dumps(_ask(Path(sys.argv[2]), Path(sys.argv[3]))))
    elif len(sys.argv) > 1:
        main(Path(sys.argv[1]), tuple(map(int, sys.argv[2:])) or SIZES)
    else:
        sys.exit("usage: python -m benchmarks.speed DATA [SIZE …]")
