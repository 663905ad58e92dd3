"""Words of the bot's own as messages of Telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render.telegram import render
from bot.reply import Note, Reply
from bot.texts import say

if TYPE_CHECKING:
    from datetime import date

    from bot.texts import Language


def note(language: Language, message: str, **values: str | int | date | list[str]) -> list[str]:
    """The message of that id as texts to send, HTML each; `values` as for `say`."""
    return render(Reply(language, (Note(say(language, message, **values)),)))
