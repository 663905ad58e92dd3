"""A process that commits to an index without end, and tells the number of each commit once it is made.

    python -m tests.index.committing PATH FIRST [--naive]

Commit n puts in three documents: two of its own, and a new edition of one that all commits share. With --naive
they go into one file, a document a line, that is written over in place, as a program without a database might do it.
"""

from __future__ import annotations

import json
import sys
from itertools import count
from pathlib import Path

from retrieval import Document, Retriever
from tests.index.corpus import document

NAIVE = "documents.jsonl"


def documents(commit: int) -> list[Document]:
    """What a commit puts in."""
    return [
        document(
            f"{commit}/1.txt", f"وصل الوفد رقم {commit} إلى المدينة مساء الجمعة.", title=f"الوفد {commit}"
        ),
        document(f"{commit}/2.txt", f"غادر الوفد رقم {commit} صباحا.", f"ثم عاد الوفد {commit} بعد يومين."),
        document("last.txt", f"آخر الوفود هو الوفد رقم {commit}."),
    ]


def _commit_for_ever(path: Path, first: int) -> None:
    with Retriever.open(path, create=True) as retriever:
        for commit in count(first):
            retriever.add(documents(commit))
            _tell(commit)


def _overwrite_for_ever(path: Path, first: int) -> None:
    path.mkdir(exist_ok=True)
    file = path / NAIVE
    held = dict(map(json.loads, file.open(encoding="utf-8"))) if file.exists() else {}
    # So many that writing them takes most of the time, as it would in a collection of ordinary size.
    held |= {f"ballast {number}": "نص" for number in range(20_000)}
    for commit in count(first):
        for each in documents(commit):
            held.pop(each.source.path, None)
            held[each.source.path] = each.text
        with file.open("w", encoding="utf-8", buffering=1) as lines:
            lines.writelines(f"{json.dumps(item)}\n" for item in held.items())
        _tell(commit)


def _tell(commit: int) -> None:
    sys.stdout.write(f"{commit}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _, place, number, *options = sys.argv
    (_overwrite_for_ever if options else _commit_for_ever)(Path(place), int(number))
