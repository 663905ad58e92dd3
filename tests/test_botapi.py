"""The Bot API test server as the project's tests use it: with a whole application, and as a process."""

from __future__ import annotations

import asyncio
import signal
import sys

import aiohttp
import pytest
from telegram import Bot, Update
from telegram.error import Forbidden
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from tests.botapi import BotApiServer
from tests.botapi.examples import CHAT, QUESTION, TOKEN


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    assert message is not None
    await message.reply_text(f"<b>{message.text}</b>", parse_mode="HTML")


async def test_an_application_polls_answers_and_confirms() -> None:
    async with BotApiServer(token=TOKEN) as server:
        application = Application.builder().token(TOKEN).base_url(server.base_url).build()
        application.add_handler(MessageHandler(filters.TEXT, echo))
        async with application:
            assert application.updater is not None
            await application.updater.start_polling()
            await application.start()
            server.inject(QUESTION)
            (sent,) = await server.until_sent("sendMessage")
            await application.updater.stop()
            await application.stop()

        assert sent["parameters"] == {"chat_id": CHAT, "text": "<b>سؤال</b>", "parse_mode": "HTML"}
        assert sent["result"]["entities"] == [{"offset": 0, "length": 4, "type": "bold"}]
        assert len(server.bots.by_token(TOKEN).updates) == 0


async def test_the_process_says_where_it_listens_and_is_steered_over_http() -> None:
    command = [sys.executable, "-m", "tests.botapi", "--port", "0", "--token", TOKEN]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout
    url = (await process.stdout.readline()).decode().strip()

    async with aiohttp.ClientSession() as session, Bot(TOKEN, base_url=f"{url}/bot") as bot:
        injected = await session.post(f"{url}/test/updates", json=QUESTION)
        assert (await injected.json())[0]["message"]["chat"] == {
            "id": 7,
            "type": "private",
            "first_name": "ليلى",
        }
        faults = [{"method": "sendMessage", "kind": 403}]
        assert (await session.post(f"{url}/test/faults", json=faults)).ok
        with pytest.raises(Forbidden):
            await bot.send_message(CHAT, "أ")
        sent = await (await session.get(f"{url}/test/sent?method=sendMessage")).json()
        assert [(each["fault"], each["error"]["error_code"]) for each in sent] == [(403, 403)]
        wrong = await session.post(f"{url}/test/updates", data="{")
        assert (wrong.status, (await wrong.json())["ok"]) == (400, False)

    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), 5) == 0
