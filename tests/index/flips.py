"""Every byte of a small index flipped, one at a time: what is found, and what would be answered.

    python -m tests.index.flips [EVERY]

Flips each byte (or one in EVERY) and asks all questions, then verifies. A flip that `verify` doesn't find must leave every answer and
every document as it was.
"""

from __future__ import annotations

import random
import sys
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval import IqtibasError, Retriever
from tests.index.corpus import document

if TYPE_CHECKING:
    from retrieval import Answer

DOCUMENTS = [
    document(
        "a.txt",
        "وصل الوفد التركي إلى المدينة مساء الجمعة، برئاسة الوزير أحمد كالن.",
        "استمر الاجتماع لمدة ساعة وعشر دقائق في قصر المؤتمرات.",
        title="زيارة الوفد",
    ),
    document("b.txt", "غادرت السفينة الميناء صباح الأحد وعلى متنها ثلاثون بحارا.", title="السفينة"),
    document("c.txt", "افتتح الوزير المعرض ظهر الثلاثاء، وحضر الوفد التركي الافتتاح.", "منظومة إس-400."),
]
_PARAGRAPHS = {paragraph.text for each in DOCUMENTS for paragraph in each.quotable()}
QUESTIONS = [
    "متى وصل الوفد؟",
    "كم استمر الاجتماع؟",
    "من رأس الوفد التركي؟",
    "الوزير كالين",
    "متى غادرت السفينة الميناء؟",
    "كم بحارا على متن السفينة؟",
    "ماذا افتتح الوزير؟",
    "الوفود التركية",
    "منظومة S-400",
    "«قصر المؤتمرات»",
    "زيارة",
    "من هو رئيس اليابان؟",
]
_UNFORESEEN = BaseException
"""Nothing but an IqtibasError tells of damage; a panic of tantivy's isn't even an Exception."""


@dataclass
class Found:
    """What came of flips.

    found: how many `verify` or opening tells of; harmless: how many they don't, and that change nothing
    otherwise: how many `verify` finds, and a question alone doesn't: it gets other quotations, or in another order
    misquoted: how many of these quote what is no paragraph of a document
    harm: what was wrong with the others
    """

    found: int = 0
    harmless: int = 0
    otherwise: int = 0
    misquoted: int = 0
    harm: list[str] = field(default_factory=list)


def make(path: Path) -> None:
    """A small index."""
    with Retriever.open(path, create=True) as retriever:
        retriever.add(DOCUMENTS)


def flip_bytes(index: Path, every: int, seed: int = 0) -> Found:
    """Flip one in so many bytes of each file, each time in an index that is otherwise whole."""
    whole = {path: path.read_bytes() for path in sorted(index.rglob("*")) if path.is_file()}
    chances = random.Random(seed)  # noqa: S311
    expected = _answers(index)
    found = Found()
    for path, data in whole.items():
        for start in range(0, len(data), every):
            _restore(index, whole)
            place = min(start + chances.randrange(every), len(data) - 1)
            _put(path, data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :])
            _look(index, expected, f"{path.name}, byte {place}", found)
    return found


def _look(index: Path, expected: list[Answer], flip: str, found: Found) -> None:
    try:
        answers = _answers(index)
    except IqtibasError:
        answers = None
    except _UNFORESEEN as error:
        found.harm.append(f"{flip}: asked: {error!r}")
        answers = None
    try:
        with Retriever.open(index) as retriever:
            problems = bool(retriever.verify().problems)
    except IqtibasError:
        problems = True
    except _UNFORESEEN as error:
        found.harm.append(f"{flip}: verified: {error!r}")
        problems = True
    otherwise = answers is not None and answers != expected
    found.found += problems
    found.otherwise += problems and otherwise
    found.misquoted += problems and otherwise and not _quoted(answers) <= _PARAGRAPHS
    found.harmless += not problems and answers == expected
    if not problems and answers != expected:
        found.harm.append(f"{flip}: not found, and answered otherwise")


def _answers(index: Path) -> list[Answer]:
    with Retriever.open(index) as retriever:
        list(retriever.documents)
        return [replace(retriever.ask(question), took_ms=0) for question in QUESTIONS]


def _quoted(answers: list[Answer] | None) -> set[str]:
    return {quote.paragraph.text for answer in answers or () for quote in answer.quotes}


def _restore(index: Path, whole: dict[Path, bytes]) -> None:
    """Every file as it was, and no other."""
    for path in index.rglob("*"):
        if path.is_file() and path not in whole:
            path.unlink()
    for path, data in whole.items():
        path.parent.mkdir(exist_ok=True)
        if not path.exists() or path.read_bytes() != data:
            _put(path, data)


def _put(path: Path, data: bytes) -> None:
    """A file in place of another, which may still be mapped."""
    path.unlink(missing_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder) / "index")
        result = flip_bytes(Path(folder) / "index", int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    print(*result.harm, sep="\n")  # noqa: T201
    print(  # noqa: T201
        f"{result.found} found ({result.otherwise} of them answered otherwise, {result.misquoted} misquoted), "
        f"{result.harmless} harmless, "
        f"{len(result.harm)} problems"
    )
    sys.exit(bool(result.harm))
