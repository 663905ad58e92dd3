"""Lets in who may be answered, and tells the others why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.telegram.access.limits import Pace
from bot.telegram.notes import note
from bot.telegram.sending import reply

if TYPE_CHECKING:
    from bot.telegram.access.access import Access
    from bot.telegram.access.limits import Limits
    from bot.telegram.access.visitor import Visitor
    from bot.telegram.incoming import Incoming


class Door:
    """The owner's rules and the pace, together."""

    def __init__(self, access: Access, limits: Limits) -> None:
        self._access = access
        self._limits = limits

    async def passes(self, asked: Incoming, *, free: bool = False) -> bool:
        """Whether a message is to be answered; if it isn't, whoever wrote it was told, or lately was.

        free: it is for strangers too
        """
        problem = self.problem(asked.visitor, free=free)
        if problem:
            number = str(asked.visitor.place)
            await reply(asked.message, note(asked.language, problem, number=number))
        return problem is None

    def problem(self, visitor: Visitor, *, free: bool = False) -> str | None:
        """Why a request isn't answered: the id of a text, or nothing to say; None if it is."""
        pace = self._limits.pace(visitor)
        if pace is not Pace.FINE:
            return "too-fast" if pace is Pace.TOO_FAST else ""
        if free or self._access.admits(visitor):
            return None
        return "not-admitted" if visitor.place == visitor.user else "group-not-admitted"

    def passes_over(self, user: int) -> bool:
        """Whether a message of `user` gets no answer now, whoever and whatever it is for."""
        return self._limits.passes_over(user)
