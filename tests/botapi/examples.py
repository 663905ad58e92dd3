"""What the tests of the server have in common: a bot, a chat, a question, a plain client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from tests.botapi.json_types import Json
    from tests.botapi.server import BotApiServer

TOKEN = "123456:" + "A" * 35
CHAT = 7
QUESTION: Json = {"message": {"text": "سؤال", "from": {"id": CHAT, "first_name": "ليلى"}}}


async def call(server: BotApiServer, method: str, token: str = TOKEN, **parameters: Any) -> Json:
    """The answer to a request in JSON, whose HTTP status has to agree with it."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{server.base_url}{token}/{method}", json=parameters) as response,
    ):
        answer: Json = await response.json()
        assert response.status == answer.get("error_code", 200)
        return answer
