"""Whether an update has the types that the Bot API promises, which python-telegram-bot takes for granted."""

from __future__ import annotations

from typing import Any

_TYPES: dict[str, type] = {
    **dict.fromkeys(
        ("text", "caption", "data", "query", "language_code", "first_name", "last_name", "username", "title"),
        str,
    ),
    **dict.fromkeys(("file_id", "file_name", "mime_type", "type"), str),
    **dict.fromkeys(
        ("message_id", "message_thread_id", "date", "length", "migrate_to_chat_id", "file_size"), int
    ),
    **dict.fromkeys(("is_bot", "is_topic_message", "is_automatic_forward"), bool),
    **dict.fromkeys(("from", "chat", "sender_chat", "via_bot", "user", "message", "reply_to_message"), dict),
    **dict.fromkeys(("entities", "caption_entities"), list),
}
_NUMBERED = frozenset({"from", "chat", "sender_chat", "via_bot", "user"})
"""Of these the id is a number; those of queries are text."""
_MESSAGES = ("message", "edited_message", "channel_post", "edited_channel_post")
_NEEDED = {
    **dict.fromkeys(_MESSAGES, ("message_id", "chat", "date")),
    "callback_query": ("id", "from"),
    "inline_query": ("id", "from", "query", "offset"),
}
_QUERIES = frozenset({"callback_query", "inline_query"})
_QUERY_TYPES: dict[str, type] = {"id": str, "offset": str}
_BITS = 64
"""Of the numbers that SQLite takes; Telegram's own have 52 bits."""


def unsound(value: Any, path: str = "") -> str | None:
    """Where in an update a value is of a wrong type, too large, or missing (a null is); None if all is well.

    >>> unsound({"message": {"message_id": 1, "date": 1, "chat": {"id": "x"}}})
    'message.chat.id'
    """
    if isinstance(value, list):
        return next((found for each in value if (found := unsound(each, path))), None)
    if not isinstance(value, dict):
        return None
    for name, inner in value.items():
        place = f"{path}.{name}".lstrip(".")
        if inner is None:
            continue
        if wrong := _wrong(name, inner, place) or unsound(inner, place):
            return wrong
    return None


def _wrong(name: str, value: Any, place: str) -> str | None:
    if isinstance(value, int) and value.bit_length() >= _BITS:
        return place
    wanted = _TYPES.get(name)
    # True and False are numbers to Python.
    if wanted and (not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool)):
        return place
    if name in _NUMBERED and type(value.get("id")) is not int:
        return f"{place}.id"
    if name in _NEEDED:
        return _wrong_inside(name, value, place)
    return None


def _wrong_inside(name: str, value: Any, place: str) -> str | None:
    if not isinstance(value, dict):
        return place
    if missing := [each for each in _NEEDED[name] if value.get(each) is None]:
        return f"{place}.{missing[0]}"
    types = _QUERY_TYPES if name in _QUERIES else {}
    wrong = [each for each, wanted in types.items() if not isinstance(value.get(each, ""), wanted)]
    return f"{place}.{wrong[0]}" if wrong else None
