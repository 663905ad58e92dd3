"""The commands that a bot sets for its menu, by scope and language."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tests.botapi.errors import bad_request

if TYPE_CHECKING:
    from tests.botapi.json_types import Json

_NAME = re.compile(r"[a-z0-9_]+")
_NAME_LIMIT = 32
_DESCRIPTION_LIMIT = 256
_LIMIT = 100


def menu_of(parameters: Json) -> tuple[str, str]:
    """Which menu a call means: its scope, as a key, and its language. Raises ApiError."""
    language = parameters.get("language_code") or ""
    if not re.fullmatch(r"(?:[a-z]{2})?", language):
        raise bad_request("Invalid language code specified")
    return json.dumps(parameters.get("scope") or {"type": "default"}, sort_keys=True), language


def checked_commands(commands: list[Json]) -> list[Json]:
    """The commands as Telegram keeps them. Raises ApiError with tdlib's words."""
    if len(commands) > _LIMIT:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_checked(command) for command in commands]


def _checked(command: Json) -> Json:
    name = command["command"].strip().removeprefix("/")
    description = command["description"].strip()
    if not name:
        raise bad_request("Command must be non-empty")
    if len(name) > _NAME_LIMIT:
        raise bad_request(f"Command length must not exceed {_NAME_LIMIT}")
    if not description:
        raise bad_request("Command description must be non-empty")
    if len(description) > _DESCRIPTION_LIMIT:
        raise bad_request(f"Command description length must not exceed {_DESCRIPTION_LIMIT}")
    if not _NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}
