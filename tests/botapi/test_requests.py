"""Requests: tokens, methods, and the ways parameters come."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from tests.botapi import BotApiServer
from tests.botapi.examples import CHAT, QUESTION, TOKEN, call


@pytest.mark.parametrize("method", ["getMe", "getme", "GETME"])
async def test_method_names_are_known_in_any_case(server: BotApiServer, method: str) -> None:
    assert (await call(server, method))["result"]["id"] == 123456


@pytest.mark.parametrize(
    ("description", "token", "method", "code", "text"),
    [
        ("a token without colon", "abc", "getMe", 401, "Unauthorized: invalid token specified"),
        (
            "a character that no token has",
            "123456:a.c",
            "getMe",
            401,
            "Unauthorized: invalid token specified",
        ),
        ("another bot's token", "123456:" + "B" * 35, "getMe", 401, "Unauthorized"),
        ("an unknown method", TOKEN, "getYou", 404, "Not Found: method not found"),
    ],
)
async def test_wrong_tokens_and_methods_are_refused(
    description: str, token: str, method: str, code: int, text: str
) -> None:
    async with BotApiServer(token=TOKEN) as server:
        answer = await call(server, method, token)

    assert answer == {"ok": False, "error_code": code, "description": text}, description


async def test_parameters_come_by_query_form_multipart_and_json(server: BotApiServer) -> None:
    server.inject(QUESTION, token=TOKEN)
    url = f"{server.base_url}{TOKEN}/sendMessage"
    sent = {"chat_id": str(CHAT), "text": "[نعم]"}
    multipart = aiohttp.FormData(sent, default_to_multipart=True)
    ways: list[tuple[str, dict[str, Any]]] = [
        ("GET", {"params": sent}),
        ("POST", {"params": sent}),
        ("POST", {"data": sent}),
        ("POST", {"data": multipart}),
        ("POST", {"json": {"chat_id": CHAT, "text": "[نعم]"}}),
    ]
    async with aiohttp.ClientSession() as session:
        for verb, request in ways:
            async with session.request(verb, url, **request) as response:
                assert (await response.json())["result"]["text"] == "[نعم]", request


WRONG_TIMEOUT = (
    "wrong parameters of getUpdates: timeout (Input should be a valid integer, unable to parse string as an "
    "integer)"
)


@pytest.mark.parametrize(
    ("description", "method", "parameters", "problem"),
    [
        (
            "unknown names, all of them",
            "sendMessage",
            {"chat_id": CHAT, "text": "أ", "colour": 1, "size": 2},
            "unknown parameters of sendMessage: colour, size",
        ),
        (
            "an unknown name inside",
            "sendMessage",
            {"chat_id": CHAT, "text": "أ", "reply_parameters": {"message_id": 1, "colour": 1}},
            "unknown or incomplete parameters of sendMessage: reply_parameters.colour",
        ),
        (
            "text for a number",
            "getUpdates",
            {"timeout": "soon"},
            WRONG_TIMEOUT,
        ),
        (
            "a keyboard with a button without text",
            "sendMessage",
            {"chat_id": CHAT, "text": "أ", "reply_markup": {"inline_keyboard": [[{"callback_data": "x"}]]}},
            "unknown or incomplete parameters of sendMessage: reply_markup.inline_keyboard",
        ),
    ],
)
async def test_unknown_and_wrong_parameters_are_named(
    server: BotApiServer, description: str, method: str, parameters: dict[str, Any], problem: str
) -> None:
    answer = await call(server, method, **parameters)

    assert answer["description"] == f"Bad Request: {problem}", description
