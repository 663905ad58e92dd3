"""`iqtibas telegram --check`: what a bot needs, looked at one by one, and what mends what is missing."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.telegram.commands import described
from bot.telegram.database import Database, DatabaseError, claim
from bot.telegram.requests import Requests
from bot.telegram.token import bot_id
from bot.texts import Language
from retrieval import IqtibasError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from telegram import User, WebhookInfo

    from bot.settings import Settings
    from bot.telegram.library import Library

_NEXT_START = "the next start of iqtibas telegram sets that right"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    good: whether it is as it should be; mend: what to do otherwise, or what else to know
    """

    about: str
    good: bool
    told: str
    mend: str = ""

    def __str__(self) -> str:
        """For a terminal, a line or two."""
        line = f"{'ok     ' if self.good else 'PROBLEM'} {self.about}: {self.told}"
        return f"{line}\n        {self.mend}" if self.mend else line


def check(library: Library, settings: Settings, token: str) -> list[Finding]:
    """Look at the index, the folder of the bot's data, and at what Telegram says of the bot."""
    return [*_index(library), *_data(settings, token), *asyncio.run(_telegram(settings, token))]


def _index(library: Library) -> Iterator[Finding]:
    for shelf in library.shelves:
        try:
            searched = shelf.retriever.searched
        except IqtibasError as error:
            mend = "bring it up to date: iqtibas index DIR --index PATH"
            yield Finding("index", good=False, told=str(error), mend=mend)
            continue
        told = f"{searched.documents} documents, {searched.paragraphs} paragraphs"
        mend = "" if searched.paragraphs else "IQTIBAS_SOURCE or IQTIBAS_INDEX names the documents"
        yield Finding("index", good=searched.paragraphs > 0, told=told, mend=mend)


def _data(settings: Settings, token: str) -> Iterator[Finding]:
    try:
        with Database(settings.data) as database:
            claim(database, bot_id(token))
    except DatabaseError as error:
        yield Finding("data", good=False, told=str(error))
    else:
        yield Finding("data", good=True, told=f"kept in {settings.data}")


async def _telegram(settings: Settings, token: str) -> list[Finding]:
    bot = Bot(
        token,
        base_url=settings.telegram_base_url,
        request=Requests(),
        get_updates_request=Requests(),
    )
    try:
        async with bot:
            return [
                Finding("token", good=True, told=f"it is @{bot.username}'s"),
                *_rights(bot.bot),
                await _commands(bot, settings),
                _updates(await bot.get_webhook_info(), settings),
            ]
    except InvalidToken:
        mend = "TELEGRAM_BOT_TOKEN is as @BotFather gave it, TELEGRAM_BASE_URL the server that it is for"
        return [Finding("token", good=False, told="the server refuses it", mend=mend)]
    except TelegramError as error:
        mend = "look whether this machine reaches TELEGRAM_BASE_URL"
        return [Finding("Telegram", good=False, told=f"it can't be reached ({error.message})", mend=mend)]


def _rights(me: User) -> Iterator[Finding]:
    reads = bool(me.can_read_all_group_messages)
    told = "it sees every message" if reads else "it sees what is meant for it"
    mend = "@BotFather, /setprivacy, Enable; answering needs no more" if reads else ""
    yield Finding("privacy in groups", good=not reads, told=told, mend=mend)
    joins = bool(me.can_join_groups)
    mend = "" if joins else "only needed for groups: @BotFather, /setjoingroups, Enable"
    yield Finding("groups", good=True, told="it can be added" if joins else "it can't be added", mend=mend)
    inline = bool(me.supports_inline_queries)
    mend = "" if inline else "switch it on in @BotFather: /setinline"
    yield Finding("inline mode", good=inline, told="on" if inline else "off", mend=mend)


async def _commands(bot: Bot, settings: Settings) -> Finding:
    menus = [(None, settings.language), *((language.value, language) for language in Language)]
    for code, language in menus:
        listed = [(each.command, each.description) for each in await bot.get_my_commands(language_code=code)]
        if listed != described(language):
            told = f"Telegram's menu for {code or 'everybody'} lists {len(listed)}, not those of this version"
            return Finding("commands", good=False, told=told, mend=_NEXT_START)
    return Finding("commands", good=True, told=f"{len(listed)} in the menu")


def _updates(info: WebhookInfo, settings: Settings) -> Finding:
    waiting = f"{info.pending_update_count} updates wait"
    wanted = settings.webhook_url or ""
    if info.url != wanted:
        told = f"Telegram posts them to {info.url}" if info.url else "Telegram posts them nowhere"
        return Finding("updates", good=False, told=f"{told}; {waiting}", mend=_NEXT_START)
    if info.last_error_message:
        mend = "see docs/operations.md, Webhooks"
        return Finding("updates", good=False, told=f"{info.last_error_message}; {waiting}", mend=mend)
    return Finding("updates", good=True, told=f"by {'webhook' if wanted else 'polling'}; {waiting}")
