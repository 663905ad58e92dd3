"""getUpdates, and updates as tests inject them."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Conflict, TimedOut

from tests.botapi import BotApiServer
from tests.botapi.examples import CHAT, QUESTION, TOKEN, call

if TYPE_CHECKING:
    from tests.botapi.json_types import Json


def questions(count: int) -> list[dict[str, Any]]:
    return [QUESTION] * count


async def ids(bot: Bot, first: int, **parameters: Any) -> list[int]:
    """The updates that getUpdates returns, as numbers from `first` on."""
    return [update.update_id - first for update in await bot.get_updates(**parameters)]


@pytest.mark.parametrize(
    ("description", "offset", "limit", "returned", "left"),
    [
        ("no offset returns all and confirms none", None, None, [0, 1, 2], [0, 1, 2]),
        ("an offset confirms what is before it", 1, None, [1, 2], [1, 2]),
        ("an offset behind the last one confirms all", 3, None, [], []),
        ("a negative offset keeps the last ones", -2, None, [1, 2], [1, 2]),
        ("a negative offset beyond the first keeps all", -5, None, [0, 1, 2], [0, 1, 2]),
        ("a limit returns the first ones", None, 2, [0, 1], [0, 1, 2]),
        ("an offset far ahead confirms none", 1000, None, [0, 1, 2], [0, 1, 2]),
    ],
)
async def test_offsets_confirm_updates(  # noqa: PLR0913, PLR0917  (the columns of the table)
    server: BotApiServer,
    bot: Bot,
    description: str,
    offset: int | None,
    limit: int | None,
    returned: list[int],
    left: list[int],
) -> None:
    first = server.inject(*questions(3))[0]
    assert first is not None
    number = first["update_id"]
    absolute = offset + number if offset is not None and offset >= 0 else offset

    assert await ids(bot, number, offset=absolute, limit=limit) == returned, description
    assert await ids(bot, number) == left, description


async def test_unconfirmed_updates_survive_a_restart_of_the_bot(server: BotApiServer) -> None:
    server.inject(*questions(2), token=TOKEN)
    async with Bot(TOKEN, base_url=server.base_url) as killed:
        before = await killed.get_updates()
    async with Bot(TOKEN, base_url=server.base_url) as restarted:
        after = await restarted.get_updates()

    assert [update.update_id for update in after] == [update.update_id for update in before]


async def test_a_poll_that_its_client_abandoned_loses_nothing(server: BotApiServer, bot: Bot) -> None:
    with pytest.raises(TimedOut):
        await bot.get_updates(timeout=30, read_timeout=-29.7)  # the bot adds both
    server.inject(QUESTION)

    assert len(await bot.get_updates()) == 1


async def test_a_poll_waits_for_an_update(server: BotApiServer, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.1)
    assert not poll.done()

    server.inject(QUESTION)

    assert [update.effective_message.text for update in await asyncio.wait_for(poll, 2)] == ["سؤال"]  # type: ignore[union-attr]


async def test_a_poll_ends_empty_after_its_timeout(bot: Bot) -> None:
    begun = time.monotonic()

    assert await bot.get_updates(timeout=1) == ()
    assert 1 <= time.monotonic() - begun < 3


async def test_the_older_of_two_polls_dies_of_a_conflict(server: BotApiServer, bot: Bot) -> None:
    async with Bot(TOKEN, base_url=server.base_url) as second:
        older = asyncio.create_task(bot.get_updates(timeout=30))
        await asyncio.sleep(0.1)
        newer = asyncio.create_task(second.get_updates(timeout=30))

        with pytest.raises(Conflict, match="terminated by other getUpdates request; make sure that only one"):
            await asyncio.wait_for(older, 2)
        server.inject(QUESTION)
        assert len(await asyncio.wait_for(newer, 2)) == 1


async def test_types_that_the_bot_did_not_ask_for_are_dropped(server: BotApiServer, bot: Bot) -> None:
    member = {"chat_member": {"chat": {"id": -5, "title": "جمع"}, "from": {"id": CHAT, "first_name": "ليلى"}}}
    assert server.inject(member) == [None], "chat_member is not in the default"

    await bot.get_updates(allowed_updates=["message"])

    queued = server.inject(QUESTION, {"edited_message": QUESTION["message"]})
    assert [update is None for update in queued] == [False, True]
    assert (await bot.get_webhook_info()).allowed_updates == ("message",)


async def test_pending_updates_are_counted_and_dropped(server: BotApiServer, bot: Bot) -> None:
    server.inject(*questions(2))
    assert (await bot.get_webhook_info()).pending_update_count == 2

    await bot.delete_webhook(drop_pending_updates=True)

    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_an_update_id_goes_back_only_while_nothing_waits(server: BotApiServer, bot: Bot) -> None:
    assert server.inject({"update_id": 5, **QUESTION}) != [None]

    with pytest.raises(ValueError, match="update_id 5: the next one is 6 or more"):
        server.inject({"update_id": 5, **QUESTION})
    assert [update.update_id for update in await bot.get_updates()] == [5]


@pytest.mark.parametrize(
    ("description", "text", "commands"),
    [
        ("a command", "/start", [(0, 6)]),
        ("a command with a name, behind Arabic", "جرب /ask@test_bot نعم", [(4, 13)]),
        ("a path is none", "a/b //c /د", []),
    ],
)
async def test_commands_in_injected_messages_are_marked(
    server: BotApiServer, bot: Bot, description: str, text: str, commands: list[tuple[int, int]]
) -> None:
    server.inject({"message": {"text": text, "chat": {"id": CHAT}}})

    (update,) = await bot.get_updates()

    assert update.message is not None
    assert [(each.offset, each.length) for each in update.message.entities] == commands, description
    assert update.message.from_user is not None
    assert update.message.from_user.id == CHAT


async def test_a_button_can_be_pressed_and_answered_once(server: BotApiServer, bot: Bot) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("المزيد", callback_data="more")]])
    message = await bot.send_message(CHAT, "أ", reply_markup=keyboard)
    pressed = {"data": "more", "from": {"id": CHAT}, "message": {"message_id": message.message_id}}
    server.inject({"callback_query": pressed})

    (update,) = await bot.get_updates()
    query = update.callback_query

    assert query is not None
    assert query.message == message
    assert await query.answer("نعم")
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is inv"):
        await query.answer()
    with pytest.raises(BadRequest, match="Message_too_long"):
        await query.answer("أ" * 201)


async def test_odd_updates_are_delivered_as_they_are(server: BotApiServer, bot: Bot) -> None:
    odd: list[Json] = [
        {"message": 5},
        {"message": {"chat": "x"}},
        {"callback_query": {"message": []}},
        {"new_type": {}},
    ]
    server.inject(*odd)

    result = (await call(server, "getUpdates"))["result"]

    assert [list(update)[1] for update in result] == ["message", "message", "callback_query", "new_type"]
    assert (await bot.get_webhook_info()).pending_update_count == 4


async def test_what_is_injected_before_any_bot_has_called_waits_for_the_first() -> None:
    async with BotApiServer() as server:
        server.inject({"message": {"text": "سؤال", "from": {"id": 7}}})
        assert server.sent() == []
        first = server.bots.by_token("123456:first").updates
        assert first is not server.bots.by_token("654321:second").updates
        assert first is server.bots.by_token("123456:first").updates
        assert server.bots.by_token("123456:first").chats.keys() == {7}
