"""A text to print: blocks of which every word is known.

header: what stands above every page
# title
## heading
a paragraph[^1]
- an item
| a cell | another |
[^1]: a footnote
::: columns
what stands in two columns
:::
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

DATA = Path(__file__).parents[2] / "data" / "printed"

_NOTE = re.compile(r"\[\^(\d)\]")


class Kind(StrEnum):
    """What a block is."""

    TITLE = "# "
    HEADING = "## "
    ITEM = "- "
    ROW = "| "
    NOTE = "[^"
    PARAGRAPH = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item, row of a table or footnote.

    note: the number of the footnote that it points to, or that it is
    """

    kind: Kind
    text: str
    in_columns: bool
    note: str | None = None

    @property
    def cells(self) -> list[str]:
        """The cells of a row."""
        return [cell.strip() for cell in self.text.strip("| ").split("|")]


@dataclass(frozen=True, slots=True)
class Sample:
    """A text, the line above each of its pages, its blocks."""

    name: str
    header: str
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The first title."""
        return next(block.text for block in self.blocks if block.kind is Kind.TITLE)

    @property
    def words(self) -> str:
        """All that a reader should find, block by block, without numbers of footnotes."""
        return "\n\n".join(" ".join(block.cells) for block in self.blocks)

    def note(self, number: str | None) -> str | None:
        """The words of a footnote."""
        return next(
            (each.text for each in self.blocks if each.kind is Kind.NOTE and each.note == number), None
        )


def samples(name: str) -> list[Sample]:
    """The texts of a set, "a" or "b"."""
    return [_sample(path) for path in sorted((DATA / name).glob("*.txt"))]


def _sample(path: Path) -> Sample:
    first, *lines = path.read_text("utf-8").splitlines()
    blocks, in_columns = [], False
    for line in filter(None, lines):
        if line.startswith(":::"):
            in_columns = not in_columns
        else:
            blocks.append(_block(line, in_columns=in_columns))
    return Sample(path.stem, first.removeprefix("header: "), tuple(blocks))


def _block(line: str, *, in_columns: bool) -> Block:
    kind = next(kind for kind in Kind if line.startswith(kind))
    note = _NOTE.search(line)
    text = _NOTE.sub("", line).removeprefix(kind if kind is not Kind.NOTE else ":").strip()
    return Block(kind, text, in_columns, note and note[1])
