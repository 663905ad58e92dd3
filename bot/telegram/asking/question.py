"""A question in Telegram."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, where and by whom.

    words: as they were written
    asker: None where anybody in the chat may turn the pages
    understood: with what they take from a former question; None where they stand by themselves
    """

    words: str
    chat: int
    asker: int | None
    understood: str | None = None

    @property
    def searched(self) -> str:
        """What the documents are asked."""
        return self.understood or self.words

    @property
    def alone(self) -> Question:
        """The question as it was written."""
        return replace(self, understood=None)
