"""What a reply consists of, the same for every surface. Texts in it are made visible, never escaped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.texts import Language
    from retrieval import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """A document's own words, with the lines that say where they stand.

    rank: the number by which a reader opens it
    answer: the sentence that answers, a span of `text`
    highlights: the words that matched, spans of `text`, in order
    source: title, publisher and date, as far as the document says them; may be empty
    path: the document's place
    attribution: the source in one line, to be pasted under the quotation
    dates: the days that «الثلاثاء» and the like in the answer mean; empty if there is nothing to tell
    parallels: which other sources say the same, and where they differ; empty if there are none
    also: where else the same words stand; empty if nowhere
    """

    rank: int
    text: str
    answer: Span
    highlights: tuple[Span, ...]
    source: str
    path: str
    attribution: str = ""
    dates: str = ""
    parallels: str = ""
    also: str = ""

    @property
    def below(self) -> str:
        """What is told under the source, a line each."""
        return "\n".join(filter(None, (self.dates, self.parallels, self.also)))


@dataclass(frozen=True, slots=True)
class Note:
    """Words of our own, one or more lines."""

    text: str


Block = Quotation | Note


@dataclass(frozen=True, slots=True)
class Reply:
    """Blocks in reading order.

    language: of the notes; quotations keep their document's
    further: how many quotations can still be had for the same question
    """

    language: Language
    blocks: tuple[Block, ...]
    further: int = 0
