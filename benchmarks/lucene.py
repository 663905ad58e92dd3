"""Lucene, where there is a JVM: its jars lie in the folder that IQTIBAS_LUCENE names.

They are lucene-core and lucene-analysis-common of one version, such as 9.9.2, as Maven Central has them.
`Lucene.java` does the work in another process: the way there and back is part of a question's time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_JARS = "IQTIBAS_LUCENE"
_PROGRAM = Path(__file__).with_name("Lucene.java")
_HEAP = "-Xmx2g"


def is_here() -> bool:
    """Whether it can be measured; where it can't, it is said why."""
    folder = os.environ.get(_JARS, "")
    if shutil.which("java") and folder and any(Path(folder).glob("lucene-core-*.jar")):
        return True
    print(f"Lucene isn't measured: no java, or no jars in {_JARS}={folder!r}", file=sys.stderr)
    return False


def build(texts: Sequence[str], folder: Path) -> Callable[[str], object]:
    """Index paragraphs in an empty folder; what answers a question. The JVM's start counts."""
    paragraphs = folder / "paragraphs.txt"
    with paragraphs.open("w", encoding="utf-8") as file:
        file.writelines(f"{text.replace(chr(10), ' ')}\n" for text in texts)
    command = ["java", _HEAP, "-cp", f"{os.environ[_JARS]}/*", _PROGRAM, paragraphs, folder / "index"]
    jvm = subprocess.Popen(  # noqa: S603 - the command above; it ends with its input, when this process does
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert jvm.stdin  # noqa: S101 - as they were asked for
    assert jvm.stdout  # noqa: S101
    questions, answers = jvm.stdin, jvm.stdout
    if answers.readline() != "ready\n":
        raise RuntimeError("Lucene could not index the paragraphs")

    def search(question: str) -> object:
        questions.write(f"{' '.join(question.split())}\n")
        questions.flush()
        return int(answers.readline())

    return search
