"""How many questions a second `iqtibas serve` answers over an index, and how long each takes.

    python -m benchmarks.http INDEX QUERIES.jsonl [WORKERS …]

QUERIES has questions as BEIR does, an object with `text` a line. For each number of worker processes, and of
clients that ask one question after another over a connection each, prints a row of Markdown. The processor's
time is that of all the server's processes (Linux). Whatever else runs slows it down, the clients too.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLIENTS = (1, 2, 8)
_WARM, _ASKED = 100, 400
_TICKS = os.sysconf("SC_CLK_TCK")


def main(index: Path, queries: Path, workers: tuple[int, ...]) -> None:
    """Measure and print."""
    questions = [json.loads(line)["text"] for line in queries.read_text("utf-8").splitlines()]
    print("| workers | clients | questions a second | p50 ms | p95 ms | CPU ms a question |")
    print("| --- | --- | --- | --- | --- | --- |")
    for number in workers:
        with _serving(index, number) as (pid, port):
            _ask(port, questions[: _WARM * number])
            for clients in _CLIENTS:
                asked = list(islice(questions, _WARM, _WARM + _ASKED))
                began, computed = time.perf_counter(), _computed(pid)
                with ThreadPoolExecutor(clients) as pool:
                    shares = pool.map(
                        _ask, [port] * clients, [asked[each::clients] for each in range(clients)]
                    )
                    times = [took for share in shares for took in share]
                wall, computing = time.perf_counter() - began, _computed(pid) - computed
                middle, slow = np.percentile(times, [50, 95]) * 1000
                print(
                    f"| {number} | {clients} | {len(times) / wall:.0f} | {middle:.1f} | {slow:.1f} "
                    f"| {computing * 1000 / len(times):.1f} |",
                    flush=True,
                )


@contextmanager
def _serving(index: Path, workers: int) -> Iterator[tuple[int, int]]:
    """The server's process number and port."""
    command = Path(sys.executable).with_name("iqtibas")
    own = {"IQTIBAS_HTTP_RATE": "0", "IQTIBAS_API_KEYS": ""}
    with subprocess.Popen(  # noqa: S603 - this very program
        [command, "serve", "--index", index, "--listen", "127.0.0.1:0", "--workers", str(workers)],
        env={**os.environ, **own}, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        try:
            lines = iter(process.stderr.readline, "") if process.stderr else iter(())
            first = next(lines, "")
            port = re.search(r"http://\S+:(\d+)", first) or sys.exit(f"the server doesn't start: {first}")
            with ThreadPoolExecutor(1) as reader:  # or the log would fill its pipe
                reader.submit(lambda: [None for _ in lines])
                yield process.pid, int(port[1])
                process.terminate()
        finally:
            process.kill()


def _ask(port: int, questions: list[str]) -> list[float]:
    """Seconds that each question took, over one connection."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    times = []
    for question in questions:
        body = json.dumps({"question": question})
        began = time.perf_counter()
        connection.request("POST", "/ask", body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        answer.read()
        times.append(time.perf_counter() - began)
        assert answer.status == http.HTTPStatus.OK  # noqa: S101 - or the time is void
    connection.close()
    return times


def _computed(pid: int) -> float:
    """Seconds of the processor that a process and its children have had."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()
    return (
        sum(_computed(int(child)) for child in children)
        + sum(map(int, Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[11:13]))
        / _TICKS
    )


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("usage: python -m benchmarks.http INDEX QUERIES.jsonl [WORKERS …]")
    main(Path(sys.argv[1]), Path(sys.argv[2]), tuple(map(int, sys.argv[3:])) or (1, 2))
