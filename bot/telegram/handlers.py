"""What the bot answers to each kind of update, in the language of who sent it."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from telegram import ForceReply, Message, Update
from telegram.error import TelegramError

from bot.compose import compose_error
from bot.render.telegram import render
from bot.reply import Note, Reply
from bot.telegram.addressing import asker, read, words
from bot.telegram.commands import Command
from bot.telegram.guide import guide
from bot.telegram.more import Buttons
from bot.telegram.pages import Question, page
from bot.telegram.sending import acknowledge, reply, turn
from bot.texts import Language, say
from retrieval import QuestionError

if TYPE_CHECKING:
    from telegram import CallbackQuery, User
    from telegram.ext import ContextTypes

    from retrieval import Retriever

_log = logging.getLogger(__name__)


class Handlers:
    """The callbacks that python-telegram-bot calls with an update.

    language: for those whose own isn't among the bot's
    token: the bot's, for its buttons
    """

    def __init__(self, retriever: Retriever, language: Language, token: str) -> None:
        self._retriever = retriever
        self._language = language
        self._buttons = Buttons(token)

    async def message(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a new message, if it is for the bot."""
        message = update.message
        request = read(message, context.bot.bot) if message else None
        if message is None or request is None:
            return
        language = self._spoken_by(message.from_user)
        if request.command == Command.ASK:
            await self._ask(message, Question(request.words, message.chat.id, asker(message)), language)
        else:
            told = guide(request.command, self._retriever, context.bot.username, language)
            await reply(message, render(told))

    async def button(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Turn to the page that a pressed button leads to."""
        query = update.callback_query
        if query is None:
            return
        language = self._spoken_by(query.from_user)
        question = _question(query, context.bot.bot)
        trail = self._buttons.trail(query.data or "", question) if question else None
        if question and question.asker not in {None, query.from_user.id}:
            await acknowledge(query, say(language, "button-of-another"))
        elif question is None or trail is None:
            await acknowledge(query, say(language, "expired"))
        else:
            # First, since Telegram soon takes no answer any more.
            await acknowledge(query)
            found = await asyncio.to_thread(page, self._retriever, question.words, trail, language)
            await turn(query, found.text, self._buttons.under(found, question, language))

    async def error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Log what went wrong while `update` was handled; who sent it is told where that makes sense."""
        number = update.update_id if isinstance(update, Update) else None
        _log.error("update %s couldn't be answered", number, exc_info=context.error)
        if isinstance(context.error, TelegramError) or not isinstance(update, Update):
            return
        if isinstance(update.effective_message, Message):
            language = self._spoken_by(update.effective_user)
            await reply(update.effective_message, _note(language, "failed"))

    async def _ask(self, message: Message, question: Question, language: Language) -> None:
        if not question.words and message.effective_attachment:
            await reply(message, _note(language, "text-only"))
            return
        if not question.words:
            await reply(message, _note(language, "ask-prompt"), ForceReply(selective=True))
            return
        try:
            found = await asyncio.to_thread(page, self._retriever, question.words, "", language)
        except QuestionError as error:
            await reply(message, render(compose_error(error, language)))
        else:
            await reply(message, [found.text], self._buttons.under(found, question, language))

    def _spoken_by(self, user: User | None) -> Language:
        code = (user.language_code or "") if user else ""
        spoken = code.partition("-")[0].lower()
        return Language(spoken) if spoken in list(Language) else self._language


def _question(query: CallbackQuery, me: User) -> Question | None:
    """The question that the message with the button replies to; None where it is gone."""
    if not isinstance(query.message, Message) or query.message.reply_to_message is None:
        return None
    asked = query.message.reply_to_message
    return Question(words(asked, me), query.message.chat.id, asker(asked))


def _note(language: Language, message: str) -> list[str]:
    return render(Reply(language, (Note(say(language, message)),)))
