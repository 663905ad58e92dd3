"""Questions from any chat: @bot and the question, and quotations to choose from."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, NetworkError
from telegram.helpers import create_deep_linked_url

from bot.compose import compose
from bot.render.telegram import render
from bot.reply import Quotation, Reply
from bot.texts import say
from bot.visible import visible_line
from retrieval import QuestionError, Status

if TYPE_CHECKING:
    from telegram import InlineQuery

    from bot.telegram.asking.permalinks import Permalinks
    from bot.telegram.library import Library
    from bot.texts import Language
    from retrieval import Answer

_log = logging.getLogger(__name__)

_RESULTS = 10
# Seconds for which Telegram may give the same answer again; a person can be taken off the list meanwhile.
_CACHED, _CACHED_FOR_ONE = 60, 10
# Letters of a title and of a description; clients show fewer.
_TITLE, _DESCRIPTION = 100, 200


class Inline:
    """Answers inline queries from the documents that everybody may read who may ask.

    personal: what one is offered isn't for others, since not everybody may ask
    """

    def __init__(self, library: Library, permalinks: Permalinks, *, personal: bool) -> None:
        self._library = library
        self._permalinks = permalinks
        self._personal = personal

    async def answer(self, query: InlineQuery, language: Language) -> None:
        """Offer the quotations from the place on that Telegram asks for."""
        skip = int(query.offset) if query.offset.isdecimal() and len(query.offset) < 4 else 0
        retriever = self._library.common.retriever
        try:
            answer = await asyncio.to_thread(retriever.ask, query.query, _RESULTS, skip)
        except QuestionError:
            await self.decline(query, say(language, "inline-ask"))
            return
        if answer.status is Status.NOT_FOUND:
            await self.decline(query, say(language, "inline-not-found"))
            return
        await _answer(
            query,
            await self._results(answer, query.get_bot().username, language),
            cache_time=_CACHED_FOR_ONE if self._personal else _CACHED,
            is_personal=self._personal,
            next_offset=str(skip + _RESULTS) if answer.further else "",
        )

    async def decline(self, query: InlineQuery, why: str) -> None:
        """Offer nothing but a button that says why and leads to the bot; it is for nobody else."""
        await _answer(
            query,
            [],
            cache_time=_CACHED_FOR_ONE,
            is_personal=True,
            button=InlineQueryResultsButton(why, start_parameter="inline"),
        )

    async def _results(self, answer: Answer, bot: str, language: Language) -> list[InlineQueryResultArticle]:
        payloads = await self._permalinks.make(quote.paragraph for quote in answer.quotes)
        results = []
        for payload, quote in zip(payloads, answer.quotes, strict=True):
            alone = replace(answer, quotes=(replace(quote, rank=1),), further=0)
            (block,) = (each for each in compose(alone, language).blocks if isinstance(each, Quotation))
            link = InlineKeyboardButton(say(language, "in-context"), create_deep_linked_url(bot, payload))
            results.append(
                InlineQueryResultArticle(
                    payload,
                    (visible_line(quote.paragraph.source.title or "") or block.path)[:_TITLE],
                    InputTextMessageContent(
                        render(Reply(language, (block,)))[0],
                        ParseMode.HTML,
                        link_preview_options=LinkPreviewOptions(is_disabled=True),
                    ),
                    InlineKeyboardMarkup([[link]]),
                    description=visible_line(quote.answer.of(quote.paragraph.text))[:_DESCRIPTION],
                )
            )
        return results


async def _answer(query: InlineQuery, results: list[InlineQueryResultArticle], **options: Any) -> None:
    try:
        await query.answer(results, **options)
    except (BadRequest, NetworkError) as error:
        # Whoever types on has sent another query by now.
        _log.info("an inline query couldn't be answered: %s", error)
