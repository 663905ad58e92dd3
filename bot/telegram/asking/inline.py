"""Questions from any chat: @bot and the question, and quotations to choose from."""

from __future__ import annotations

import logging
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

from bot.telegram.asking.offers import AT_ONCE, offers
from bot.texts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import InlineQuery

    from bot.telegram.asking.offers import Offer
    from bot.telegram.asking.permalinks import Permalinks
    from bot.telegram.library import Library
    from bot.texts import Language

_log = logging.getLogger(__name__)

_CACHED, _CACHED_FOR_ONE = 60, 10
"""Seconds for which Telegram may give the same answer again; a person can be taken off the list meanwhile."""


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
        found = await self._library.ask(self._library.common, offers, query.query, skip, language)
        if found.refusal:
            await self.decline(query, found.refusal)
            return
        await _answer(
            query,
            await self._results(found.offers, query.get_bot().username, language),
            cache_time=_CACHED_FOR_ONE if self._personal else _CACHED,
            is_personal=self._personal,
            next_offset=str(skip + AT_ONCE) if found.further else "",
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

    async def _results(
        self, offered: Sequence[Offer], bot: str, language: Language
    ) -> list[InlineQueryResultArticle]:
        payloads = await self._permalinks.make(offer.paragraph for offer in offered)
        links = [create_deep_linked_url(bot, payload) for payload in payloads]
        return [
            InlineQueryResultArticle(
                payload,
                offer.title,
                InputTextMessageContent(
                    offer.text,
                    ParseMode.HTML,
                    link_preview_options=LinkPreviewOptions(is_disabled=True),
                ),
                InlineKeyboardMarkup([[InlineKeyboardButton(say(language, "in-context"), link)]]),
                description=offer.description,
            )
            for payload, link, offer in zip(payloads, links, offered, strict=True)
        ]


async def _answer(query: InlineQuery, results: list[InlineQueryResultArticle], **options: Any) -> None:
    try:
        await query.answer(results, **options)
    except (BadRequest, NetworkError) as error:
        # Whoever types on has sent another query by now.
        _log.info("an inline query couldn't be answered: %s", error)
