"""Good files with damage done to them, read in the sandbox, and what came of it.

python -m tests.reading.mutations COUNT [--naive]
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.errors import FileError
from retrieval.reading.document import read_all
from retrieval.reading.sandbox.sandbox import Sandbox
from tests.reading.printing.as_docx import as_docx
from tests.reading.printing.as_epub import as_epub
from tests.reading.printing.as_html import as_html
from tests.reading.printing.producers import PRODUCERS
from tests.reading.printing.sample import samples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SAMPLE = replace(samples("b")[0], blocks=samples("b")[0].blocks[:5])
_SPECIAL = (
    b"\x00",
    b"\xff" * 4,
    b"\x7f\xff\xff\xff",
    b"<",
    b"&#0;",
    b">>",
    b"/Kids",
    b"\xe2\x80\xae",
    b"9" * 40,
)
_SIGNS = b"<>&;\"'/=()[]{}0123456789aAuU \n,"
_NOISE = 0.1
"""How often bytes of any kind are put in; they make most texts undecodable, which ends the reading early."""
_STEERING = frozenset("\x00\x01\x1b\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
"""Characters that no text may hand on, some of them."""


def _rows() -> list[str]:
    return _SAMPLE.words.split("\n\n")


_GOOD: dict[str, Callable[[], bytes]] = {
    ".txt": _SAMPLE.words.encode,
    ".md": _SAMPLE.words.encode,
    ".html": lambda: as_html(_SAMPLE, "", footnotes=False).encode("ascii", "xmlcharrefreplace"),
    ".pdf": lambda: PRODUCERS["fpdf2"](_SAMPLE),
    ".docx": lambda: as_docx(_SAMPLE),
    ".epub": lambda: as_epub(_SAMPLE),
    ".csv": lambda: "\n".join(["text", *(f'"{row}"' for row in _rows())]).encode(),
    ".jsonl": lambda: "\n".join(json.dumps({"text": row}) for row in _rows()).encode(),
}
"""A suffix -> a file without damage."""
SUFFIXES = tuple(_GOOD)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The same with some bytes changed, taken out, put in or said twice."""
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data) + 1)
        length = min(chance.choice((1, 1, 4, 40, 400)), len(data) - at)
        piece = data[at : at + length]
        noise = (
            chance.randbytes(length) if chance.random() < _NOISE else bytes(chance.choices(_SIGNS, k=length))
        )
        instead = chance.choice((b"", noise, chance.choice(_SPECIAL), piece * 2, piece[::-1], data[:length]))
        data = data[:at] + instead + data[at + length :]
    return data[: chance.randrange(len(data) + 1)] if chance.random() < 0.1 else data


def mutated_within(data: bytes, chance: random.Random) -> bytes:
    """An archive with damage in one of its files, packed as if nothing had happened."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        harmed = chance.choice(old.namelist())
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, mutated(content, chance) if name == harmed else content)
    return buffer.getvalue()


def _files(folder: Path, suffix: str, count: int, chance: random.Random) -> Iterator[tuple[Path, str]]:
    whole = _GOOD[suffix]()
    is_archive = suffix in {".docx", ".epub"}
    for number in range(count):
        mutate = mutated_within if is_archive and number % 2 else mutated
        path = folder / f"{number}{suffix}"
        path.write_bytes(mutate(whole, chance))
        yield path, path.name


def survive(suffix: str, count: int, seed: int = 0) -> Counter[str]:
    """Read so many damaged files of a format; how many were read, and how many refused by which error.

    Raises ValueError where an error doesn't name its file, a text holds what steers the screen, or a good file
    can't be read any more.
    """
    outcomes: Counter[str] = Counter()
    chance = random.Random(seed)  # noqa: S311 - damage is no secret
    with tempfile.TemporaryDirectory() as name, Sandbox() as sandbox:
        folder = Path(name)
        for number, outcome in enumerate(sandbox.read_each(_files(folder, suffix, count, chance))):
            if isinstance(outcome, FileError):
                if outcome.path.partition("#")[0] != f"{number}{suffix}":
                    raise ValueError(f"{outcome} is not about file {number}")
                outcomes[type(outcome).__name__] += 1
            else:
                if any(_STEERING & set(document.text) for document in outcome.documents):
                    raise ValueError(f"file {number} hands on what steers the screen")
                outcomes["read"] += 1
        last = folder / f"good{suffix}"
        last.write_bytes(_GOOD[suffix]())
        if not sandbox.read(last, "good").documents:
            raise ValueError("a good file can't be read any more")
    return outcomes


def survive_naively(suffix: str, count: int, seed: int = 0) -> Counter[str]:
    """The same in this process, without a sandbox: what would have got out of it."""
    outcomes: Counter[str] = Counter()
    chance = random.Random(seed)  # noqa: S311 - damage is no secret
    with tempfile.TemporaryDirectory() as folder:
        for path, name in _files(Path(folder), suffix, count, chance):
            try:
                read_all(path, name)
            except FileError:
                outcomes["refused"] += 1
            except Exception as error:  # noqa: BLE001 - this is what is counted
                outcomes[type(error).__name__] += 1
    return outcomes


def main(count: int, *, naive: bool) -> None:
    """Print what came of so many damaged files of each format."""
    for suffix in SUFFIXES:
        began = time.monotonic()
        outcomes = (survive_naively if naive else survive)(suffix, count, seed=int(began))
        told = ", ".join(f"{number} {what}" for what, number in outcomes.most_common())
        print(f"{suffix}: {count} files, {told}, {time.monotonic() - began:.0f} s")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]), naive="--naive" in sys.argv)
