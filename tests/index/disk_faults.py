"""A disk that is full, or broken, at any of the calls by which an index is written.

    python -m tests.index.disk_faults [EVERY]

Commits to an index once for each call that writes (or for one in EVERY), with that call and all later ones failing, as ENOSPC and
as EIO. Needs a C compiler: the calls are made to fail by tests/index/disk_faults.c.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from retrieval import IndexUnwritable, Retriever
from tests.index.corpus import SEEDS, document

_ROOT = Path(__file__).parents[2]
COMPILER = shutil.which("cc")
QUESTION = "كم استمر الاجتماع؟"
ERRORS = {errno.ENOSPC: "No space left", errno.EIO: "Input/output error"}


@dataclass
class Found:
    """How many commits were tried on a failing disk, how many of them failed, and what was wrong then."""

    tried: int = 0
    refused: int = 0
    harm: list[str] = field(default_factory=list)


def commit_on_failing_disks(every: int, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run this module with the calls that write in its hand."""
    library = folder / "disk_faults.so"
    source = Path(__file__).with_suffix(".c")
    subprocess.run([str(COMPILER), "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return subprocess.run(
        [sys.executable, "-m", "tests.index.disk_faults", str(every), str(library)],
        cwd=_ROOT,
        env=os.environ | {"LD_PRELOAD": str(library)},
        capture_output=True,
        text=True,
        check=False,
    )


def _commit_all(every: int, disk: ctypes.CDLL, folder: Path) -> Found:
    with Retriever.open(folder / "index", create=True) as retriever:
        retriever.sync(SEEDS, settled=0)
    found = Found()
    calls = _commit(disk, folder, 0, 0, Found())
    for error in ERRORS:
        for call in range(1, calls + 1, every):
            _commit(disk, folder, call, error, found)
    return found


def _commit(disk: ctypes.CDLL, folder: Path, call: int, error: int, found: Found) -> int:
    """Commit with this call and all later ones failing; how many calls there were."""
    copy = folder / "copy"
    shutil.copytree(folder / "index", copy)
    with Retriever.open(copy) as retriever:
        before = retriever.ask(QUESTION).quotes
        disk.disk_faults_arm(str(copy).encode(), call, error)
        where, harm = f"call {call}, {errno.errorcode.get(error)}", []
        refused = False
        try:
            retriever.add([document("new.txt", "وصل الوفد الجديد إلى المدينة.", "ثم غادر الوفد.")])
        except IndexUnwritable as told:
            refused = True
            if "the last commit still serves" not in str(told):
                harm.append(str(told))
        except Exception as other:  # noqa: BLE001 - whatever it is, it isn't what is promised
            harm.append(repr(other))
        documents = 5 if refused else 6
        harm += _differences(retriever, before, documents)
        calls = int(disk.disk_faults_count())
        disk.disk_faults_arm(b"", 0, 0)
    with Retriever.open(copy) as retriever:
        harm += _differences(retriever, before, documents)
        harm += retriever.verify().problems
        retriever.add([document("next.txt", "وصل وفد آخر.")])
        harm += _differences(retriever, retriever.ask(QUESTION).quotes, documents + 1)
    shutil.rmtree(copy)
    found.tried += 1
    found.refused += refused
    found.harm += [f"{where}: {each}" for each in harm]
    return calls


def _differences(retriever: Retriever, before: object, documents: int) -> list[str]:
    harm = []
    try:
        if retriever.ask(QUESTION).quotes != before:
            harm.append("another answer")
        if retriever.searched.documents != documents:
            harm.append(f"{retriever.searched.documents} documents, not {documents}")
    except Exception as error:  # noqa: BLE001 - whatever it is, a reader must not meet it
        harm.append(repr(error))
    return harm


if __name__ == "__main__":
    one_in = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    with tempfile.TemporaryDirectory() as place:
        if len(sys.argv) < 3:
            done = commit_on_failing_disks(one_in, Path(place))
            print(done.stdout + done.stderr)  # noqa: T201
            sys.exit(done.returncode)
        result = _commit_all(one_in, ctypes.CDLL(sys.argv[2]), Path(place))
    print(*result.harm, sep="\n")  # noqa: T201
    print(f"{result.tried} commits, {result.refused} refused, {len(result.harm)} problems")  # noqa: T201
    sys.exit(bool(result.harm) or not result.refused)
