"""A question in Telegram."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, where and by whom.

    asker: None where anybody in the chat may turn the pages
    """

    words: str
    chat: int
    asker: int | None
