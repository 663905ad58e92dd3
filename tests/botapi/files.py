"""Files: sendDocument, getFile, and what a download brings."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from tests.botapi.errors import ApiError, bad_request
from tests.botapi.formatted_text import message_caption, parsed_text
from tests.botapi.keyboard import inline_keyboard
from tests.botapi.messages import sent_message
from tests.botapi.upload import Upload

if TYPE_CHECKING:
    from tests.botapi.json_types import Json
    from tests.botapi.state import BotState

UPLOAD_LIMIT = 50 << 20
DOWNLOAD_LIMIT = 20 << 20


def keep(bot: BotState, name: str, content: bytes) -> Json:
    """Store a file -> its Document."""
    identity = hashlib.sha256(name.encode() + content).hexdigest()[:20]
    bot.files[identity] = (name, content)
    return {
        "file_id": identity,
        "file_unique_id": identity[:10],
        "file_name": name,
        "file_size": len(content),
    }


async def send_document(bot: BotState, parameters: Json) -> Json:
    """The message with the document, given as an upload or by its file_id."""
    given = parameters.get("document")
    if not given:
        raise bad_request("there is no document in the request")
    content = {**_caption(parameters), "document": _document(bot, given)}
    if keyboard := inline_keyboard(parameters.get("reply_markup")):
        content["reply_markup"] = keyboard
    return sent_message(bot, parameters, content)


async def get_file(bot: BotState, parameters: Json) -> Json:
    """Where the file can be downloaded."""
    identity = parameters.get("file_id", "")
    if identity not in bot.files:
        raise bad_request("invalid file_id")
    name, content = bot.files[identity]
    if len(content) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    path = f"documents/{identity}{name[name.rfind('.') :] if '.' in name else ''}"
    return {
        "file_id": identity,
        "file_unique_id": identity[:10],
        "file_size": len(content),
        "file_path": path,
    }


def download(bot: BotState, path: str) -> bytes:
    """The bytes behind a file_path. Raises ApiError 404."""
    identity = path.rpartition("/")[2].partition(".")[0]
    if identity not in bot.files:
        raise ApiError(404, "Not Found")
    return bot.files[identity][1]


def _caption(parameters: Json) -> Json:
    if not parameters.get("caption"):
        return {}
    parsed = parsed_text(parameters["caption"], parameters.get("parse_mode"), [])
    stored = message_caption(parsed).to_json()
    entities = {"caption_entities": stored["entities"]} if "entities" in stored else {}
    return {"caption": stored["text"], **entities}


def _document(bot: BotState, given: str) -> Json:
    if isinstance(given, Upload):
        if not given.content:
            raise bad_request("file must be non-empty")
        if len(given.content) > UPLOAD_LIMIT:
            raise ApiError(413, "Request Entity Too Large")
        return keep(bot, given, given.content)
    if given not in bot.files:
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    return keep(bot, *bot.files[given])
