"""Answers to questions, to edited ones, and to the buttons under the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import ForceReply
from telegram.helpers import create_deep_linked_url

from bot.telegram.addressing import topic
from bot.telegram.asking.context import opened
from bot.telegram.asking.keyboards import Act, laid_out, link_button, of_context, of_page, of_why
from bot.telegram.asking.leaning import question as understood
from bot.telegram.asking.pages import page, why
from bot.telegram.asking.permalinks import follow
from bot.telegram.asking.question import Question
from bot.telegram.asking.record import Asked
from bot.telegram.asking.typing import typing
from bot.telegram.notes import note
from bot.telegram.sending import acknowledge, edit, reply, send_file, turn
from bot.texts import say

if TYPE_CHECKING:
    from telegram import InlineKeyboardMarkup

    from bot.telegram.asking.buttons import Buttons
    from bot.telegram.asking.permalinks import Permalinks
    from bot.telegram.asking.record import Record
    from bot.telegram.incoming import Incoming, Pressed
    from bot.telegram.library import Library, Shelf


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
        text, markup, answered = await self._answer(asked, question)
        sent = await reply(message, [text], markup)
        if answered is not None:
            first = sent[0] if sent else None
            await self._record.keep(Asked(question, message.message_id, first, answered, topic(message)))

    async def ask_again(self, asked: Incoming) -> None:
        """Answer a question that was edited, in the place of the answer to what it was before."""
        message = asked.message
        earlier = await self._record.reply_to(message.chat.id, message.message_id)
        if earlier is None:
            await self.ask(asked)
        elif asked.words:
            question = await understood(asked, self._record)
            text, markup, answered = await self._answer(asked, question)
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
        text, markup, answered = await self._answer(asked, question)
        await edit(asked.message.get_bot(), question.chat, last.reply, text, markup)
        await self._record.keep(
            Asked(question, last.message, last.reply, bool(answered), topic(asked.message))
        )

    async def follow(self, asked: Incoming, payload: str) -> None:
        """Open the quotation that a link leads to, if the one who follows it may read its document."""
        place = await self._permalinks.place(payload)
        shelf = self._library.shelf(asked.visitor)
        found = await self._library.ask(shelf, follow, *place, asked.language) if place else None
        if found is None:
            await reply(asked.message, note(asked.language, "link-gone"))
            return
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
        shelf = self._library.shelf(pressed.visitor)
        if pressed.act in {Act.PAGE, Act.ALONE}:
            await self._turn(pressed, shelf)
        elif pressed.act == Act.WHY:
            told = await self._library.ask(shelf, why, question.searched, pressed.rest, language)
            await turn(query, told, of_why(pressed.rest, self._buttons, question, language))
        elif pressed.act == Act.OPEN:
            await self._open(pressed, shelf)

    async def _turn(self, pressed: Pressed, shelf: Shelf) -> None:
        question, language, asked = pressed.question, pressed.language, pressed.message.reply_to_message
        found = await self._library.ask(
            shelf, page, question.words, pressed.rest, language, question.understood
        )
        await turn(pressed.query, found.text, of_page(found, self._buttons, question, language))
        if pressed.act == Act.ALONE and asked is not None and found.answered is not None:
            reply = pressed.message.message_id
            await self._record.keep(
                Asked(question, asked.message_id, reply, found.answered, topic(pressed.message))
            )

    async def _open(self, pressed: Pressed, shelf: Shelf) -> None:
        rank, _, trail = pressed.rest.partition(".")
        query, question, language = pressed.query, pressed.question, pressed.language
        there = await self._library.ask(shelf, opened, question.searched, int(rank), language)
        if there is None:
            back = of_why(trail, self._buttons, question, language)
            await turn(query, note(language, "no-further")[0], back)
            return
        found, paragraph = there
        (payload,) = await self._permalinks.make([paragraph])
        link = create_deep_linked_url(query.get_bot().username, payload)
        if found.file:
            await send_file(pressed.message, *found.file, found.text)
        else:
            await turn(query, found.text, of_context(link, trail, self._buttons, question, language))

    async def _answer(
        self, asked: Incoming, question: Question
    ) -> tuple[str, InlineKeyboardMarkup | None, bool | None]:
        """The text and buttons of an answer, and whether there is one; None if it can't be searched."""
        shelf = self._library.shelf(asked.visitor)
        async with typing(asked.message):
            found = await self._library.ask(
                shelf, page, question.words, "", asked.language, question.understood
            )
        searched = found.answered is not None
        markup = of_page(found, self._buttons, question, asked.language) if searched else None
        return found.text, markup, found.answered
