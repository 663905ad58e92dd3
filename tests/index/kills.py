"""A writer killed in the midst of its work, again and again, and what is found afterwards.

python -m tests.index.kills COUNT [--naive]
"""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from retrieval import IqtibasError, Retriever
from tests.index.committing import NAIVE, documents

_ROOT = Path(__file__).parents[2]


def kill_writers(path: Path, kills: int, *, naive: bool = False, seed: int = 0) -> list[str]:
    """What was wrong after those of so many kills that did harm; each harm is followed by a new beginning."""
    moments = random.Random(seed)  # noqa: S311 - when to kill is no secret
    problems, told = [], 0
    for _ in range(kills):
        try:
            told = _killed(path, told + 1, moments.uniform(0.0, 0.15), naive=naive)
            found = _naive(path) if naive else _stored(path)
            told = max(told, _last(found))
            _compare(found, told)
        except (IqtibasError, ValueError, OSError) as error:
            problems.append(str(error))
            shutil.rmtree(path, ignore_errors=True)
            told = 0
    return problems


def _killed(path: Path, first: int, after: float, *, naive: bool) -> int:
    """Start a writer, kill it so many seconds after its first commit; the last commit that it told.

    Raises ValueError where it ended by itself.
    """
    command = [sys.executable, "-m", "tests.index.committing", str(path), str(first), *["--naive"] * naive]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=_ROOT) as writer:
        assert writer.stdout
        told = [writer.stdout.readline()]
        time.sleep(after)
        writer.kill()
        told += writer.stdout.readlines()
    if writer.returncode != -signal.SIGKILL:
        raise ValueError(f"the writer could not go on (exit code {writer.returncode})")
    return max(int(line) for line in told if line.endswith("\n"))


def _compare(found: dict[str, str], told: int) -> None:
    """Raise ValueError unless all commits that were told, or of which anything is seen, are there."""
    expected = {each.source.path: each.text for commit in range(1, told + 1) for each in documents(commit)}
    if wrong := [path for path in expected if found.get(path) != expected[path]]:
        raise ValueError(f"lost or half there: {', '.join(wrong[:3])} …")


def _last(found: dict[str, str]) -> int:
    """The greatest commit of which anything is seen."""
    return max((int(path.split("/")[0]) for path in found if path[0].isdigit()), default=0)


def _stored(path: Path) -> dict[str, str]:
    with Retriever.open(path) as retriever:
        if problems := retriever.verify().problems:
            raise ValueError("; ".join(problems))
        retriever.ask("كم وفدا وصل إلى المدينة؟")
        return {document.source.path: document.text for document in retriever.documents}


def _naive(path: Path) -> dict[str, str]:
    with (path / NAIVE).open(encoding="utf-8") as lines:
        return dict(map(json.loads, lines))


if __name__ == "__main__":
    _, count, *options = sys.argv
    with tempfile.TemporaryDirectory() as folder:
        wrong = kill_writers(Path(folder) / "index", int(count), naive=bool(options), seed=int(time.time()))
    print(*wrong, f"{count} kills, {len(wrong)} problems", sep="\n")  # noqa: T201
    sys.exit(bool(wrong))
