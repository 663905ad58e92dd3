"""Every kind of update, led to what answers it, if whoever sent it may be answered."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram import Message, Update
from telegram.error import TelegramError

from bot.render.telegram import render
from bot.telegram import guide
from bot.telegram.access.invitations import PREFIX as INVITATION
from bot.telegram.access.visitor import Visitor
from bot.telegram.addressing import asker, read
from bot.telegram.asking.permalinks import PREFIX as PERMALINK
from bot.telegram.commands import ADMIN, FREE, Command
from bot.telegram.incoming import Incoming
from bot.telegram.notes import note
from bot.telegram.parts import assemble
from bot.telegram.pressing import OF_ADMINS, PERSONAL, Refusal
from bot.telegram.sending import acknowledge, reply
from bot.texts import say

if TYPE_CHECKING:
    from telegram import User
    from telegram.ext import ContextTypes

    from bot.settings import Settings
    from bot.telegram.addressing import Request
    from bot.telegram.database import Database
    from bot.telegram.library import Library

_log = logging.getLogger(__name__)


class Handlers:
    """The callbacks that python-telegram-bot calls with an update.

    token: the bot's, for its buttons
    """

    def __init__(self, library: Library, settings: Settings, database: Database, token: str) -> None:
        self._parts = parts = assemble(library, settings, database, token)
        self._library = library
        self._replies = {
            Command.ASK: parts.answering.ask,
            Command.ALONE: parts.answering.alone,
            Command.SOURCES: self._sources,
            Command.HELP: self._help,
            Command.START: self._start,
            Command.LANGUAGE: parts.personal.language,
            Command.PRIVACY: parts.personal.privacy,
            Command.FORGET: parts.personal.forget,
            Command.STATS: parts.admin.stats,
            Command.REINDEX: parts.admin.reindex,
            Command.INVITE: parts.admin.invite,
            Command.REVOKE: parts.admin.revoke,
        }

    async def message(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a new message, if it is for the bot."""
        message = update.message
        request = read(message, context.bot.bot) if message else None
        if message is None or request is None:
            return
        asked = self._incoming(message, request)
        is_admin = self._parts.access.commands(asked.visitor)
        command = Command(request.command) if request.command in self._replies else None
        if not await self._parts.door.passes(asked, free=command in FREE):
            return
        if message.document and is_admin:
            await self._parts.admin.upload(asked, message.document)
        elif command is None or (command in ADMIN and not is_admin):
            await reply(message, render(guide.unknown(request.command, asked.language)))
        else:
            await self._replies[command](asked)

    async def edited(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a question that was edited; what else was edited was dealt with."""
        message = update.edited_message
        request = read(message, context.bot.bot) if message else None
        if message is None or request is None or request.command != Command.ASK:
            return
        asked = self._incoming(message, request)
        if await self._parts.door.passes(asked):
            await self._parts.answering.ask_again(asked)

    async def button(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Do what a pressed button is for."""
        query = update.callback_query
        if query is None:
            return
        try:
            pressed = await self._parts.pressing.read(query, context.bot.bot)
        except Refusal as refusal:
            language = self._parts.languages.of(query.from_user)
            number = str(query.from_user.id)
            await acknowledge(
                query, say(language, refusal.message, number=number) if refusal.message else None
            )
            return
        if pressed.act in PERSONAL:
            await self._parts.personal.press(pressed)
        elif pressed.act in OF_ADMINS:
            await self._parts.admin.press(pressed)
        else:
            await self._parts.answering.press(pressed)

    async def inline(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Offer quotations in any chat."""
        query = update.inline_query
        if query is None:
            return
        language = self._parts.languages.of(query.from_user)
        problem = self._parts.inline_door.problem(Visitor.inline(query.from_user))
        if problem is None:
            await self._parts.inline.answer(query, language)
        else:
            await self._parts.inline.decline(query, say(language, f"inline-{problem or 'too-fast'}"))

    async def error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Log what went wrong while `update` was handled; who sent it is told where that makes sense."""
        number = update.update_id if isinstance(update, Update) else None
        _log.error("update %s couldn't be answered", number, exc_info=context.error)
        if isinstance(context.error, TelegramError) or not isinstance(update, Update):
            return
        if isinstance(update.effective_message, Message):
            language = self._parts.languages.of(update.effective_user)
            await reply(update.effective_message, note(language, "failed"))

    def passes_over(self, user: int) -> bool:
        """Whether a message of `user` gets no answer now: they were told to slow down, and don't."""
        return self._parts.door.passes_over(user)

    async def expire(self) -> None:
        """Forget what has been kept for long enough. To be called at the start and every hour."""
        await self._parts.privacy.expire()

    async def _start(self, asked: Incoming) -> None:
        """Greet, take up an invitation, or open a quotation that a link leads to."""
        payload = asked.words.strip() if asked.visitor.private else ""
        if payload.startswith(INVITATION) and asked.visitor.user is not None:
            let_in = await self._parts.invitations.take_up(payload, asked.visitor.user)
            if not let_in and self._parts.access.limited:
                await reply(asked.message, note(asked.language, "invitation-void"))
                return
        if not self._parts.access.admits(asked.visitor):
            await reply(asked.message, note(asked.language, "not-admitted", number=str(asked.visitor.place)))
        elif payload.startswith(PERMALINK):
            await self._parts.answering.follow(asked, payload)
        else:
            is_admin = self._parts.access.commands(asked.visitor)
            await reply(asked.message, render(guide.start(asked.language, admin=is_admin)))

    async def _help(self, asked: Incoming) -> None:
        is_admin = self._parts.access.commands(asked.visitor)
        name = asked.message.get_bot().username
        await reply(asked.message, render(guide.help_(asked.language, name, admin=is_admin)))

    async def _sources(self, asked: Incoming) -> None:
        retriever = self._library.shelf(asked.visitor).retriever
        await reply(asked.message, render(guide.sources(retriever, asked.language)))

    def _incoming(self, message: Message, request: Request) -> Incoming:
        user = asker(message)
        spoken_by: User | None = message.from_user if user is not None else None
        return Incoming(
            message, Visitor.of(user, message.chat), self._parts.languages.of(spoken_by), request.words
        )
