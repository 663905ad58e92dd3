"""answerInlineQuery: results that users of the inline mode are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.botapi.errors import bad_request
from tests.botapi.formatted_text import message_text, parsed_text
from tests.botapi.keyboard import inline_keyboard

if TYPE_CHECKING:
    from tests.botapi.json_types import Json
    from tests.botapi.state import BotState

RESULT_LIMIT = 50
_ID_LIMIT = 64  # bytes, of an offset too


async def answer_inline_query(bot: BotState, parameters: Json) -> bool:
    """Answers an open query, once."""
    results = parameters.get("results") or []
    if len(results) > RESULT_LIMIT:
        raise bad_request("RESULTS_TOO_MUCH")
    for result in results:
        _check(result)
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    if len((parameters.get("next_offset") or "").encode()) > _ID_LIMIT:
        raise bad_request("NEXT_OFFSET_INVALID")
    if parameters.get("inline_query_id") not in bot.inline_queries:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    bot.inline_queries.remove(parameters["inline_query_id"])
    return True


def _check(result: Json) -> None:
    if not 1 <= len(str(result.get("id", "")).encode()) <= _ID_LIMIT:
        raise bad_request("RESULT_ID_INVALID")
    if result["type"] == "article" and not (result.get("title") or "").strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    inline_keyboard(result.get("reply_markup"))
    content = result.get("input_message_content")
    if content is None:
        raise bad_request("MESSAGE_TEXT_EMPTY" if result["type"] == "article" else "MEDIA_EMPTY")
    if "message_text" in content:
        entities = content.get("entities") or []
        message_text(parsed_text(content["message_text"], content.get("parse_mode"), entities))
