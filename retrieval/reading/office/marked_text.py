"""A text put together block by block, with marks where its pages and chapters begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.model import Mark
from retrieval.reading.text.characters import printable, real_letters

if TYPE_CHECKING:
    from typing import Literal


class MarkedText:
    r"""A growing text.

    marks: where pages and chapters begin, in order

    >>> book = MarkedText()
    >>> book.mark("chapter", "الأول")
    >>> book.add("نص")
    >>> book.add("آخر")
    >>> book.text, book.marks
    ('نص\n\nآخر', [Mark(start=0, kind='chapter', name='الأول')])
    """

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self._parts: list[str] = []
        self._length = 0
        self._waiting: list[tuple[Literal["page", "chapter"], str]] = []

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self._parts)

    def add(self, block: str, *, below: bool = False) -> None:
        """Put a block behind the others, set apart by an empty line; blanks and empty blocks leave no trace.

        below: whether it belongs to the block before, as a row or an item does, and stands on the next line
        """
        block = real_letters(printable(block)).strip()
        if not block:
            return
        if self._parts:
            self._append("\n" if below else "\n\n")
        self.marks += (Mark(self._length, kind, name) for kind, name in self._waiting)
        self._waiting.clear()
        self._append(block)

    def mark(self, kind: Literal["page", "chapter"], name: str) -> None:
        """Say what begins with the next block; of several pages, or chapters, without a block the last."""
        name = " ".join(real_letters(printable(name)).split())
        self._waiting = [each for each in self._waiting if each[0] != kind]
        if name:
            self._waiting.append((kind, name))

    def _append(self, part: str) -> None:
        self._parts.append(part)
        self._length += len(part)
