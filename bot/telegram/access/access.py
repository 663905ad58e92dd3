"""Who may ask: everybody, those on the owner's list, or those who came by invitation too."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from bot.telegram.access.visitor import Visitor


class Mode(StrEnum):
    """Whom the bot answers; each mode lets in those of the modes before it but for `OPEN`."""

    OPEN = "open"
    LIST = "list"
    INVITATION = "invitation"


class Access:
    """The owner's rules.

    admins, listed: numbers of users, and among `listed` of groups too
    guests: numbers of those who were invited; it may grow and shrink
    """

    def __init__(
        self, mode: Mode, admins: frozenset[int], listed: frozenset[int], guests: Container[int]
    ) -> None:
        self.mode = mode
        self._admins = admins
        self._listed = admins | listed
        self._guests = guests

    @property
    def limited(self) -> bool:
        """Whether there are people whom the bot doesn't answer."""
        return self.mode is not Mode.OPEN

    def admits(self, visitor: Visitor) -> bool:
        """Whether they may see anything of the documents."""
        return not self.limited or visitor.place in self._listed or self._invited(visitor)

    def commands(self, visitor: Visitor) -> bool:
        """Whether they are an admin, among themselves: what admins see is for nobody else's eyes."""
        return visitor.private and visitor.user in self._admins

    def _invited(self, visitor: Visitor) -> bool:
        return self.mode is Mode.INVITATION and visitor.place in self._guests
