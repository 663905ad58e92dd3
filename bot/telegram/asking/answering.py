"""Answers to questions, to edited ones, and to the buttons under the answers."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from telegram import ForceReply
from telegram.helpers import create_deep_linked_url

from bot.compose import compose_error
from bot.render.telegram import render
from bot.telegram.addressing import topic
from bot.telegram.asking.context import context
from bot.telegram.asking.keyboards import Act, laid_out, link_button, of_context, of_page, of_why
from bot.telegram.asking.leaning import question as understood
from bot.telegram.asking.pages import PER_PAGE, Page, page, skipped
from bot.telegram.asking.permalinks import follow
from bot.telegram.asking.question import Question
from bot.telegram.asking.record import Asked
from bot.telegram.asking.typing import typing
from bot.telegram.notes import note
from bot.telegram.sending import acknowledge, edit, reply, send_file, turn
from bot.texts import say
from bot.why import explained
from retrieval import QuestionError

if TYPE_CHECKING:
    from telegram import InlineKeyboardMarkup

    from bot.telegram.asking.buttons import Buttons
    from bot.telegram.asking.permalinks import Permalinks
    from bot.telegram.asking.record import Record
    from bot.telegram.incoming import Incoming, Pressed
    from bot.telegram.library import Library
    from retrieval import Retriever


class Answering:
    """What an asker gets from the library.

    record: of the questions; permalinks: of the quotations that were opened
    """

    def __init__(self, library: Library, buttons: Buttons, record: Record, permalinks: Permalinks) -> None:
        self._library = library
        self._buttons = buttons
        self._record = record
        self._permalinks = permalinks

    async def ask(self, asked: Incoming) -> None:
        """Answer a question."""
        message = asked.message
        if not asked.words:
            if message.effective_attachment:
                await reply(message, note(asked.language, "text-only"))
            else:
                await reply(message, note(asked.language, "ask-prompt"), ForceReply(selective=True))
            return
        question = await understood(asked, self._record)
        texts, markup, answered = await self._answer(asked, question)
        sent = await reply(message, texts, markup)
        if answered is not None:
            first = sent[0].message_id if sent else None
            await self._record.keep(Asked(question, message.message_id, first, answered, topic(message)))

    async def ask_again(self, asked: Incoming) -> None:
        """Answer a question that was edited, in the place of the answer to what it was before."""
        message = asked.message
        earlier = await self._record.reply_to(message.chat.id, message.message_id)
        if earlier is None:
            await self.ask(asked)
        elif asked.words:
            question = await understood(asked, self._record)
            (text, *_), markup, answered = await self._answer(asked, question)
            await edit(message.get_bot(), message.chat.id, earlier, text, markup)
            if answered is not None:
                await self._record.keep(
                    Asked(question, message.message_id, earlier, answered, topic(message))
                )

    async def alone(self, asked: Incoming) -> None:
        """Answer the last question of the asker as it was written, in the place of its answer so far."""
        last = await self._record.last(asked.message)
        if last is None or last.written is None:
            await reply(asked.message, note(asked.language, "alone-already"))
            return
        question = Question(last.written, asked.message.chat.id, asked.visitor.user)
        (text, *_), markup, answered = await self._answer(asked, question)
        await edit(asked.message.get_bot(), question.chat, last.reply, text, markup)
        await self._record.keep(
            Asked(question, last.message, last.reply, bool(answered), topic(asked.message))
        )

    async def follow(self, asked: Incoming, payload: str) -> None:
        """Open the quotation that a link leads to, if the one who follows it may read its document."""
        place = await self._permalinks.place(payload)
        retriever = self._library.retriever(asked.visitor)
        quote = await asyncio.to_thread(follow, retriever, *place) if place else None
        if quote is None:
            await reply(asked.message, note(asked.language, "link-gone"))
            return
        heading = say(asked.language, "linked")
        found = await asyncio.to_thread(context, retriever, quote, asked.language, heading)
        if found.file:
            await send_file(asked.message, *found.file, found.text)
            return
        link = create_deep_linked_url(asked.message.get_bot().username, payload)
        await reply(
            asked.message, [found.text], laid_out(asked.language, [link_button(link, asked.language)])
        )

    async def press(self, pressed: Pressed) -> None:
        """Do what the button under an answer is for."""
        query, question, language = pressed.query, pressed.question, pressed.language
        if pressed.act in {Act.GOOD, Act.BAD}:
            good = pressed.act == Act.GOOD
            await self._record.judge(question, pressed.message.message_id, query.from_user.id, good=good)
            await acknowledge(query, say(language, "thanks"), pops_up=False)
            return
        # First, since Telegram soon takes no answer any more.
        await acknowledge(query)
        retriever = self._library.retriever(pressed.visitor)
        if pressed.act in {Act.PAGE, Act.ALONE}:
            await self._turn(pressed, retriever)
        elif pressed.act == Act.WHY:
            answer = await asyncio.to_thread(
                retriever.ask, question.searched, PER_PAGE, skipped(pressed.rest)
            )
            back = of_why(pressed.rest, self._buttons, question, language)
            await turn(query, render(explained(answer, language))[0], back)
        elif pressed.act == Act.OPEN:
            await self._open(pressed, retriever)

    async def _turn(self, pressed: Pressed, retriever: Retriever) -> None:
        question, language, asked = pressed.question, pressed.language, pressed.message.reply_to_message
        found = await asyncio.to_thread(
            page, retriever, question.words, pressed.rest, language, question.understood
        )
        await turn(pressed.query, found.text, of_page(found, self._buttons, question, language))
        if pressed.act == Act.ALONE and asked is not None:
            reply = pressed.message.message_id
            await self._record.keep(
                Asked(question, asked.message_id, reply, found.answered, topic(pressed.message))
            )

    async def _open(self, pressed: Pressed, retriever: Retriever) -> None:
        rank, _, trail = pressed.rest.partition(".")
        query, question, language = pressed.query, pressed.question, pressed.language
        answer = await asyncio.to_thread(retriever.ask, question.searched, 1, int(rank) - 1)
        if not answer.quotes:
            back = of_why(trail, self._buttons, question, language)
            await turn(query, note(language, "no-further")[0], back)
            return
        (quote,) = answer.quotes
        found = await asyncio.to_thread(context, retriever, quote, language)
        (payload,) = await self._permalinks.make([quote.paragraph])
        link = create_deep_linked_url(query.get_bot().username, payload)
        if found.file:
            await send_file(pressed.message, *found.file, found.text)
        else:
            await turn(query, found.text, of_context(link, trail, self._buttons, question, language))

    async def _answer(
        self, asked: Incoming, question: Question
    ) -> tuple[list[str], InlineKeyboardMarkup | None, bool | None]:
        """The texts and buttons of an answer, and whether there is one; None if it can't be searched."""
        retriever = self._library.retriever(asked.visitor)
        try:
            async with typing(asked.message):
                found: Page = await asyncio.to_thread(
                    page, retriever, question.words, "", asked.language, question.understood
                )
        except QuestionError as error:
            return render(compose_error(error, asked.language)), None, None
        markup = of_page(found, self._buttons, question, asked.language)
        return [found.text], markup, found.answered
