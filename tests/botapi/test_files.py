"""Documents sent and downloaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from telegram import InputFile, Message
from telegram.error import BadRequest

from tests.botapi.examples import CHAT, call
from tests.botapi.files import DOWNLOAD_LIMIT

if TYPE_CHECKING:
    from telegram import Bot

    from tests.botapi import BotApiServer


async def test_a_document_comes_back_with_its_caption_and_can_be_downloaded(bot: Bot) -> None:
    message = await bot.send_document(
        CHAT, InputFile("نص".encode(), "جواب.txt"), caption="<b>أ</b> ب", parse_mode="HTML"
    )

    assert message.document is not None
    assert (message.caption, message.caption_entities[0].type) == ("أ ب", "bold")
    assert message.document.file_name == "جواب.txt"
    assert bytes(await _content(bot, message)).decode() == "نص"


async def _content(bot: Bot, message: Message) -> bytearray:
    assert message.document is not None
    file = await bot.get_file(message.document)
    # The client was told only where methods are.
    file_path = str(file.file_path)
    return await bot.request.retrieve(file_path.replace("https://api.telegram.org", _host(bot)))  # type: ignore[return-value]


def _host(bot: Bot) -> str:
    return str(bot.base_url).partition("/bot")[0]


async def test_what_a_user_sends_can_be_downloaded_up_to_20_megabytes(server: BotApiServer, bot: Bot) -> None:
    small, large = (server.upload("كتاب.pdf", bytes(size)) for size in (9, DOWNLOAD_LIMIT + 1))
    server.inject({"message": {"from": {"id": CHAT}, "document": small}})
    (update,) = await bot.get_updates()

    assert update.message is not None
    assert len(await _content(bot, update.message)) == 9
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(large["file_id"])


@pytest.mark.parametrize(
    ("description", "parameters", "problem"),
    [
        ("no document", {}, "there is no document in the request"),
        (
            "a file_id that there is not",
            {"document": "x"},
            "wrong remote file identifier specified: Wrong string length",
        ),
        ("a caption of 1,025", {"document": "known", "caption": "أ" * 1025}, "message caption is too long"),
    ],
)
@pytest.mark.usefixtures("bot")
async def test_documents_are_refused_in_telegrams_words(
    server: BotApiServer, description: str, parameters: dict[str, Any], problem: str
) -> None:
    known = server.upload("a.txt", b"a")["file_id"]
    given = {name: known if value == "known" else value for name, value in parameters.items()}

    answer = await call(server, "sendDocument", chat_id=CHAT, **given)

    assert answer["description"] == f"Bad Request: {problem}", description
