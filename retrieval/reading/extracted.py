"""What a format's module makes of a file, before anything is decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from retrieval.model import Mark, Span, Value


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says of its text outside of it, in a header, a property or a column; None: nothing.

    metadata: what it says under other names, in their order
    """

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    date: date | None = None
    url: str | None = None
    metadata: tuple[tuple[str, Value], ...] = ()

    def __or__(self, other: Said) -> Said:
        """What this one says, and where it is silent, the other one.

        >>> both = Said(title="باب") | Said(title="فصل", author="فلان")
        >>> both.title, both.author
        ('باب', 'فلان')
        """
        return Said(
            self.title or other.title,
            self.publisher or other.publisher,
            self.author or other.author,
            self.date or other.date,
            self.url or other.url,
            tuple(sorted((dict(other.metadata) | dict(self.metadata)).items())),
        )


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
