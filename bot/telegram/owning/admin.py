"""The commands of admins, the documents they send, and the buttons under what they get."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from telegram.helpers import create_deep_linked_url

from bot.compose import compose_sources
from bot.render.telegram import render
from bot.reply import Note, Reply
from bot.telegram.access.invitations import DAYS
from bot.telegram.asking.keyboards import laid_out
from bot.telegram.asking.typing import typing
from bot.telegram.notes import note
from bot.telegram.owning.statistics import compose_statistics, exported
from bot.telegram.owning.uploads import Refused, Taken
from bot.telegram.personal import own
from bot.telegram.sending import acknowledge, reply, send_file, turn
from bot.texts import say
from bot.visible import visible_start
from retrieval import IqtibasError, Searched

if TYPE_CHECKING:
    from telegram import Document, InlineKeyboardMarkup

    from bot.telegram.access.invitations import Invitations
    from bot.telegram.asking.buttons import Buttons
    from bot.telegram.incoming import Incoming, Pressed
    from bot.telegram.library import Library
    from bot.telegram.owning.statistics import Usage
    from bot.telegram.owning.uploads import Uploads
    from bot.texts import Language

_NAMED = 10
"""Files named that couldn't be read, before the rest is counted."""
_BEGINNING = 200
"""Letters of a document's first words, by which an admin sees that it was read well."""


class Act(StrEnum):
    """What the buttons do; the number of a document follows."""

    UNDO = "u"
    EXPORT = "x"


class Admin:
    """What only admins may do, each in their private chat."""

    def __init__(
        self,
        library: Library,
        usage: Usage,
        invitations: Invitations,
        uploads: Uploads,
        buttons: Buttons,
    ) -> None:
        self._library = library
        self._usage = usage
        self._invitations = invitations
        self._uploads = uploads
        self._buttons = buttons

    async def stats(self, asked: Incoming) -> None:
        """Tell how the bot is used."""
        found = await self._usage.statistics()
        texts = render(compose_statistics(found, asked.language))
        await reply(
            asked.message,
            texts,
            self._button("export-button", Act.EXPORT, asked) if found.silent_on else None,
        )

    async def invite(self, asked: Incoming) -> None:
        """Make a link that lets one person in."""
        payload = await self._invitations.invite(asked.message.chat.id)
        link = create_deep_linked_url(asked.message.get_bot().username, payload)
        await reply(asked.message, note(asked.language, "invitation", link=link, days=DAYS))

    async def revoke(self, asked: Incoming) -> None:
        """Let a guest in no longer."""
        number = asked.words.strip()
        if not number.isdecimal():
            await reply(asked.message, note(asked.language, "revoke-usage", example="/revoke 123456789"))
            return
        known = await self._invitations.withdraw(int(number))
        await reply(asked.message, note(asked.language, "revoked" if known else "no-guest", number=number))

    async def reindex(self, asked: Incoming) -> None:
        """Go through the folders of the documents again."""
        try:
            async with typing(asked.message):
                failures = [
                    failure
                    for shelf in self._library.shelves
                    for failure in await asyncio.to_thread(shelf.reread)
                ]
        except LookupError:
            await reply(asked.message, note(asked.language, "upload-no-folder"))
            return
        except IqtibasError as error:
            await reply(asked.message, note(asked.language, "reindex-failed", reason=str(error)))
            return
        searched = self._library.shelf(asked.visitor).retriever.searched
        blocks = [
            Note(
                say(asked.language, "reindexed", documents=searched.documents, paragraphs=searched.paragraphs)
            )
        ]
        if failures:
            named = [failure.path for failure in failures[:_NAMED]] + ["…"] * (len(failures) > _NAMED)
            blocks.append(Note(say(asked.language, "left-out", files=named)))
        await reply(asked.message, render(Reply(asked.language, tuple(blocks))))

    async def upload(self, asked: Incoming, sent: Document) -> None:
        """Put in a document that an admin sent, and tell what was read in it."""
        name = sent.file_name or ""
        try:
            self._uploads.check(name, sent.file_size or 0)
            async with typing(asked.message):
                file = await sent.get_file()
                content = bytes(await file.download_as_bytearray())
                shelf = self._library.shelf(asked.visitor)
                taken = await self._uploads.take(shelf, name, content, asked.message.chat.id)
        except Refused as refused:
            await reply(asked.message, note(asked.language, refused.message, **refused.values))
        except IqtibasError as error:
            await reply(asked.message, note(asked.language, "reindex-failed", reason=str(error)))
        else:
            markup = self._button("undo-button", f"{Act.UNDO}{taken.number}", asked)
            await reply(asked.message, render(_report(taken, asked.language)), markup)

    async def press(self, pressed: Pressed) -> None:
        """Do what one of the buttons is for."""
        await acknowledge(pressed.query)
        if pressed.act == Act.EXPORT:
            found = await self._usage.statistics()
            caption = note(pressed.language, "exported")[0]
            await send_file(pressed.message, "unanswered.csv", exported(found.silent_on), caption)
        elif pressed.act == Act.UNDO:
            await turn(pressed.query, (await self._undo(pressed))[0], None)

    async def _undo(self, pressed: Pressed) -> list[str]:
        shelf, admin = self._library.shelf(pressed.visitor), pressed.query.from_user.id
        try:
            name = await self._uploads.undo(shelf, int(pressed.rest), admin)
        except IqtibasError as error:
            return note(pressed.language, "reindex-failed", reason=str(error))
        return (
            note(pressed.language, "undone", name=name) if name else note(pressed.language, "nothing-to-undo")
        )

    def _button(self, message: str, action: str, asked: Incoming) -> InlineKeyboardMarkup:
        button = self._buttons.button(say(asked.language, message), action, own(asked))
        return laid_out(asked.language, [button])


def _report(taken: Taken, language: Language) -> Reply:
    paragraphs = sum(len(document.paragraphs) for document in taken.documents)
    characters = sum(len(document.text) for document in taken.documents)
    read = say(language, "upload-read", name=taken.name, paragraphs=paragraphs, characters=characters)
    # The path is that of the place where it was looked at.
    listed = [
        replace(document, source=replace(document.source, path=taken.name)) for document in taken.documents
    ]
    described = compose_sources(listed, Searched(len(listed), paragraphs), language).blocks[1]
    first = next((paragraph.text for document in taken.documents for paragraph in document.quotable()), "")
    return Reply(
        language,
        (Note(read), described, Note(say(language, "upload-begins", words=visible_start(first, _BEGINNING)))),
    )
