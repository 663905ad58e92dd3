"""What becomes of a request on its way to a server."""

from __future__ import annotations

import asyncio
import socket

import pytest
from telegram import Bot, InputFile
from telegram.error import NetworkError, TimedOut

from bot.telegram.requests import UNSENT, Requests
from tests.botapi import BotApiServer
from tests.botapi.examples import CHAT, QUESTION, TOKEN


def bot_of(server: BotApiServer) -> Bot:
    server.inject(QUESTION)
    return Bot(TOKEN, base_url=server.base_url, request=Requests(), get_updates_request=Requests())


@pytest.mark.parametrize(
    ("description", "fault", "expected"),
    [
        ("the server takes the request and says nothing", "timeout", TimedOut),
        ("the server takes the request and hangs up", "drop-after-commit", NetworkError),
    ],
)
async def test_a_request_that_left_never_counts_as_unsent(
    description: str, fault: str, expected: type[NetworkError]
) -> None:
    async with BotApiServer() as server, bot_of(server) as bot:
        server.script({"method": "sendMessage", "kind": fault})
        with pytest.raises(expected) as raised:
            await bot.send_message(CHAT, "أ", read_timeout=0.3)
    assert not isinstance(raised.value.__cause__, UNSENT), description


async def test_a_request_that_meets_no_server_counts_as_unsent() -> None:
    requests = Requests()
    await requests.initialize()
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        with pytest.raises(NetworkError) as raised:
            await requests.do_request(f"http://127.0.0.1:{unused.getsockname()[1]}/", "POST")
    await requests.shutdown()
    assert isinstance(raised.value.__cause__, UNSENT)


async def test_a_text_and_a_file_arrive_as_they_are() -> None:
    async with BotApiServer() as server, bot_of(server) as bot:
        sent = await bot.send_message(CHAT, "«ليلى» & 1 < 2 😀")
        file = await bot.send_document(CHAT, InputFile("نص".encode(), "جواب.txt"), caption="أ")
    assert sent.text == "«ليلى» & 1 < 2 😀"
    assert file.document is not None
    assert (file.document.file_name, file.caption) == ("جواب.txt", "أ")


async def test_the_owners_proxy_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[bytes]()

    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readline())
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(proxy, "127.0.0.1", 0) as listening:
        port = listening.sockets[0].getsockname()[1]
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{port}")
        requests = Requests()
        await requests.initialize()
        assert await requests.do_request("http://telegram.invalid/getMe", "POST") == (200, b"{}")
        await requests.shutdown()
    assert asked == [b"POST http://telegram.invalid/getMe HTTP/1.1\r\n"]
