"""Keyboards under messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.botapi.errors import bad_request
from tests.botapi.links import checked_link

if TYPE_CHECKING:
    from tests.botapi.json_types import Json

CALLBACK_DATA_LIMIT = 64  # bytes

_ACTIONS = (
    "url",
    "callback_data",
    "callback_game",
    "copy_text",
    "login_url",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "web_app",
)
# With these, an empty text is no action.
_NEVER_EMPTY = ("url", "callback_data")


def inline_keyboard(reply_markup: Json | None) -> Json | None:
    """The reply_markup of a request -> the one its message keeps: an inline keyboard with buttons, or None.

    Raises ApiError: a button without an action, callback data of more than 64 bytes, a URL that is none.
    """
    rows = (reply_markup or {}).get("inline_keyboard") or []
    for row in rows:
        for button in row:
            _check_action(button)
    for row in rows:
        for button in row:
            _check_value(button)
    rows = [row for row in rows if row]
    return {"inline_keyboard": rows} if rows else None


def _check_action(button: Json) -> None:
    if not any(button.get(action) if action in _NEVER_EMPTY else action in button for action in _ACTIONS):
        raise bad_request(
            "Can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )


def _check_value(button: Json) -> None:
    url = button.get("url", "")
    if url and not checked_link(url):
        raise bad_request(f"Inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    if len(button.get("callback_data", "").encode()) > CALLBACK_DATA_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")
    if not button["text"].strip():
        raise bad_request("BUTTON_TEXT_INVALID")
