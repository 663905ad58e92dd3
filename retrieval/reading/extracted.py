"""What a format's module makes of a file, before anything is decided about it."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from retrieval.model import Mark, Span


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says of its text outside of it, in a header, a property or a column; None: nothing."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    date: date | None = None
    url: str | None = None

    def __or__(self, other: Said) -> Said:
        """What this one says, and where it is silent, the other one.

        >>> Said(title="باب") | Said(title="فصل", author="فلان")
        Said(title='باب', publisher=None, author='فلان', date=None, url=None)
        """
        return Said(*(mine or theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was in the file and isn't in its text, or is in its text and is never quoted; for `--explain`."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Extracted:
    """A text with what its format tells of it.

    paragraphs: what its author set apart, spans of `text` in order; None: by the rules for plain text
    marks: where each page or chapter begins, in order
    """

    text: str
    paragraphs: tuple[Span, ...] | None = None
    said: Said = Said()
    marks: tuple[Mark, ...] = ()
    dropped: tuple[Dropped, ...] = ()
