"""What people settle for themselves: the language they are addressed in, and that they are forgotten."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from bot.telegram.asking.keyboards import laid_out
from bot.telegram.asking.question import Question
from bot.telegram.commands import Command
from bot.telegram.notes import note
from bot.telegram.sending import acknowledge, reply, turn
from bot.texts import Language, say

if TYPE_CHECKING:
    from bot.telegram.asking.buttons import Buttons
    from bot.telegram.incoming import Incoming, Pressed
    from bot.telegram.languages import Languages
    from bot.telegram.privacy import Privacy


class Act(StrEnum):
    """What the buttons do; the language follows."""

    LANGUAGE = "l"
    FORGET = "f"


class Personal:
    """/language, /privacy and /forget, with their buttons."""

    def __init__(self, languages: Languages, privacy: Privacy, buttons: Buttons) -> None:
        self._languages = languages
        self._privacy = privacy
        self._buttons = buttons

    async def language(self, asked: Incoming) -> None:
        """Take the language named, or offer those there are."""
        user, chosen = asked.visitor.user, asked.words.strip().lower()
        if user is None:
            await reply(asked.message, note(asked.language, "anonymous"))
            return
        if chosen in list(Language):
            await self._languages.choose(user, Language(chosen))
            await reply(asked.message, note(Language(chosen), "language-set"))
            return
        offered = [
            self._buttons.button(say(each, "language-name"), f"{Act.LANGUAGE}{each}", own(asked))
            for each in Language
        ]
        await reply(asked.message, note(asked.language, "language-ask"), laid_out(asked.language, offered))

    async def privacy(self, asked: Incoming) -> None:
        """Tell what is stored, and the numbers by which an owner lets people and groups in."""
        told = note(asked.language, "privacy", days=self._privacy.kept_days, forget=f"/{Command.FORGET}")
        if asked.visitor.user is not None:
            told += note(asked.language, "your-number", number=str(asked.visitor.user))
        if not asked.visitor.private:
            told += note(asked.language, "group-number", number=str(asked.visitor.chat))
        await reply(asked.message, ["\n\n".join(told)])

    async def forget(self, asked: Incoming) -> None:
        """Ask once more before all is deleted."""
        if asked.visitor.user is None:
            await reply(asked.message, note(asked.language, "anonymous"))
            return
        button = self._buttons.button(say(asked.language, "forget-button"), Act.FORGET, own(asked))
        await reply(asked.message, note(asked.language, "forget-ask"), laid_out(asked.language, [button]))

    async def press(self, pressed: Pressed) -> None:
        """Do what one of the buttons is for."""
        await acknowledge(pressed.query)
        user = pressed.query.from_user.id
        if pressed.act == Act.LANGUAGE:
            chosen = Language(pressed.rest)
            await self._languages.choose(user, chosen)
            await turn(pressed.query, note(chosen, "language-set")[0], None)
        elif pressed.act == Act.FORGET:
            await self._privacy.forget(user)
            await turn(pressed.query, note(pressed.language, "forgotten")[0], None)


def own(asked: Incoming) -> Question:
    """What the buttons are bound to that stand under no question: the chat and who is there."""
    return Question("", asked.message.chat.id, asked.visitor.user)
