"""Whoever an update comes from, and where they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram.constants import ChatType

if TYPE_CHECKING:
    from telegram import Chat, User


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody in a chat.

    user: None for an anonymous administrator and for who writes as a channel
    chat: in a private chat the same number as `user`; None for an inline query, whose chat Telegram hides
    private: nobody else reads what is said in the chat
    """

    user: int | None
    chat: int | None
    private: bool

    @classmethod
    def of(cls, user: int | None, chat: Chat) -> Visitor:
        """Somebody who writes or presses a button in `chat`."""
        return cls(user, chat.id, chat.type == ChatType.PRIVATE)

    @classmethod
    def inline(cls, user: User) -> Visitor:
        """Somebody who asks from a chat that the bot doesn't see."""
        return cls(user.id, None, private=False)

    @property
    def place(self) -> int | None:
        """The number by which they are let in: their own in private and inline, else the chat's."""
        return self.user if self.private or self.chat is None else self.chat
