"""Inline queries and what they are answered with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from telegram import Bot, InlineQueryResultArticle, InputTextMessageContent
from telegram.error import BadRequest

from tests.botapi.examples import CHAT, call

if TYPE_CHECKING:
    from tests.botapi import BotApiServer


def article(**changed: Any) -> dict[str, Any]:
    content = {"message_text": "<b>أ</b>", "parse_mode": "HTML"}
    return {"type": "article", "id": "1", "title": "أ", "input_message_content": content, **changed}


async def asked(server: BotApiServer, bot: Bot) -> str:
    server.inject(
        {"inline_query": {"from": {"id": CHAT, "is_bot": False, "first_name": ""}, "query": "سؤال"}}
    )
    (update,) = await bot.get_updates()
    assert update.inline_query is not None
    return update.inline_query.id


async def test_a_query_can_be_answered_once(server: BotApiServer, bot: Bot) -> None:
    query = await asked(server, bot)
    results = [InlineQueryResultArticle("1", "أ", InputTextMessageContent("ب"))]

    assert await bot.answer_inline_query(query, results, cache_time=0, next_offset="1")
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired"):
        await bot.answer_inline_query(query, results)


@pytest.mark.parametrize(
    ("description", "parameters", "problem"),
    [
        (
            "51 results",
            {"results": [article(id=str(number)) for number in range(51)]},
            "RESULTS_TOO_MUCH",
        ),
        ("two of one id", {"results": [article(), article()]}, "RESULT_ID_DUPLICATE"),
        ("an id of 65 bytes", {"results": [article(id="x" * 65)]}, "RESULT_ID_INVALID"),
        ("no title", {"results": [article(title=" ")]}, "ARTICLE_TITLE_EMPTY"),
        (
            "bad markup",
            {"results": [article(input_message_content={"message_text": "<p>", "parse_mode": "HTML"})]},
            'can\'t parse entities: Unsupported start tag "p" at byte offset 0',
        ),
        ("an offset of 65 bytes", {"results": [], "next_offset": "x" * 65}, "NEXT_OFFSET_INVALID"),
    ],
)
async def test_answers_are_refused_in_telegrams_words(
    server: BotApiServer, bot: Bot, description: str, parameters: dict[str, Any], problem: str
) -> None:
    query = await asked(server, bot)

    answer = await call(server, "answerInlineQuery", inline_query_id=query, **parameters)

    assert answer["description"] == f"Bad Request: {problem}", description
