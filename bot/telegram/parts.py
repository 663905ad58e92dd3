"""The parts of the bot that answer, put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.telegram.access.access import Access, Mode
from bot.telegram.access.door import Door
from bot.telegram.access.invitations import Invitations
from bot.telegram.access.limits import Limits
from bot.telegram.asking.answering import Answering
from bot.telegram.asking.buttons import Buttons
from bot.telegram.asking.inline import Inline
from bot.telegram.asking.permalinks import Permalinks
from bot.telegram.asking.record import Record
from bot.telegram.languages import Languages
from bot.telegram.owning.admin import Admin
from bot.telegram.owning.statistics import Usage
from bot.telegram.owning.uploads import Uploads
from bot.telegram.personal import Personal
from bot.telegram.pressing import Pressing
from bot.telegram.privacy import Privacy

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.telegram.database import Database
    from bot.telegram.library import Library

_INLINE_QUERIES = 5
"""Telegram asks anew while somebody types."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Each does one thing; see its class.

    inline_door: for inline queries, of which one question makes several
    """

    access: Access
    invitations: Invitations
    door: Door
    inline_door: Door
    languages: Languages
    privacy: Privacy
    pressing: Pressing
    answering: Answering
    inline: Inline
    personal: Personal
    admin: Admin


def assemble(library: Library, settings: Settings, database: Database, token: str) -> Parts:
    """The parts of one bot."""
    languages, invitations = Languages(database, settings.language), Invitations(database)
    access = Access(Mode(settings.access), settings.admins, settings.users, invitations.guests)
    door = Door(access, Limits(settings.user_rate, settings.chat_rate))
    privacy = Privacy(database, languages, invitations, settings.kept_days)
    buttons, record, permalinks = Buttons(token), Record(database), Permalinks(database)
    uploads = Uploads(database, settings.upload_mb)
    return Parts(
        access=access,
        invitations=invitations,
        door=door,
        inline_door=Door(access, Limits(settings.user_rate * _INLINE_QUERIES, 0)),
        languages=languages,
        privacy=privacy,
        pressing=Pressing(door, access, buttons, languages, record),
        answering=Answering(library, buttons, record, permalinks),
        inline=Inline(library, permalinks, personal=access.limited),
        personal=Personal(languages, privacy, buttons),
        admin=Admin(library, Usage(database, settings.kept_days), invitations, uploads, buttons),
    )
