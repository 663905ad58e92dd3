"""How fast and how large an index is as a collection grows, beside bare engines in the same run.

    python -m benchmarks.speed DATA PLOT [SIZE …]

DATA holds scale/corpus-200k.jsonl.xz and arcd/queries.jsonl; PLOT is the file to draw (.svg); SIZEs are
numbers of paragraphs, by default 1,000 to 1,000,000. Prints Markdown. For Lucene it needs what
`benchmarks/lucene.py` tells. Questions are asked, and memory is measured, in another process.
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
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from benchmarks import bare_engines
from benchmarks.scale_corpus import documents
from retrieval import Document, Retriever, Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZES = (1_000, 10_000, 100_000, 1_000_000)
_WARM, _ASKED = 100, 1000
_COLUMNS = (
    "paragraphs", "ranking", "build s", "build CPU s", "index / text", "open ms", "resident MB", "p50 ms",
    "p50 CPU ms", "p99 ms", "added and visible ms",
)  # fmt: skip


def main(data: Path, plot: Path, sizes: tuple[int, ...]) -> None:
    """Measure, print and draw."""
    from benchmarks.speed_plot import draw  # noqa: PLC0415 - not where memory is measured

    here = {name: engine for name, engine in bare_engines.ENGINES.items() if engine.is_here()}
    rows: list[dict[str, Any]] = []
    print("| " + " | ".join(_COLUMNS) + " |\n" + "| --- " * len(_COLUMNS) + "|", flush=True)
    corpus, questions = data / "scale" / "corpus-200k.jsonl.xz", data / "arcd" / "queries.jsonl"
    for size in sizes:
        with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
            rows.append(_row(size, "iqtibas", _ours(corpus, questions, size, Path(folder))))
        for name, engine in here.items():
            if size <= engine.most:
                with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
                    rows.append(_row(size, name, _bare(engine, corpus, questions, size, Path(folder))))
    draw(rows, plot)


def _ours(corpus: Path, questions: Path, size: int, folder: Path) -> dict[str, float]:
    made = _Made(documents(corpus, size))
    wall, cpu = time.perf_counter(), time.process_time()
    with Retriever.open(folder / "index", create=True) as retriever:
        retriever.add(made)
    figures = {
        "build s": time.perf_counter() - wall - made.wall,
        "build CPU s": time.process_time() - cpu - made.cpu,
    }
    on_disk = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    asked = subprocess.run(  # noqa: S603 - this very program
        [sys.executable, "-m", "benchmarks.speed", "--ask", folder / "index", questions],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return figures | {"index / text": on_disk / made.text} | json.loads(asked.stdout)


class _Made:
    """Documents as they are made; text: their bytes; wall, cpu: the seconds that it took to make them."""

    def __init__(self, documents: Iterator[Document]) -> None:
        self._documents = documents
        self.text = 0
        self.wall = self.cpu = 0.0

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Document:
        wall, cpu = time.perf_counter(), time.thread_time()
        try:
            document = next(self._documents)
            self.text += len(document.text.encode())
            return document
        finally:
            self.wall += time.perf_counter() - wall
            self.cpu += time.thread_time() - cpu


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
    figures |= _times(search, _questions(questions))
    return {name: value for name, value in figures.items() if not (engine.elsewhere and "CPU" in name)}


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


def _row(size: int, name: str, figures: dict[str, Any]) -> dict[str, Any]:
    """Print a row, and give it."""
    known = {"paragraphs": f"{size:,}", "ranking": name}
    cells = [
        known.get(column) or (f"{figures[column]:.3g}" if column in figures else "") for column in _COLUMNS
    ]
    print("| " + " | ".join(cells) + " |", flush=True)
    return figures | {"paragraphs": size, "ranking": name}


if __name__ == "__main__":
    if sys.argv[1:2] == ["--ask"]:
        print(json.dumps(_ask(Path(sys.argv[2]), Path(sys.argv[3]))))
    elif len(sys.argv) > 2:
        main(Path(sys.argv[1]), Path(sys.argv[2]), tuple(map(int, sys.argv[3:])) or SIZES)
    else:
        sys.exit("usage: python -m benchmarks.speed DATA PLOT [SIZE …]")
