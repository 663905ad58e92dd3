"""The Bot API server as a test sees it: people write and press buttons, the bot's messages appear."""

from __future__ import annotations

import asyncio
import threading
import time
from concurrent.futures import Future
from itertools import count
from typing import TYPE_CHECKING, Any, Self, TypeVar

from bot.bidi import without_marks
from tests.botapi import BotApiServer

if TYPE_CHECKING:
    from collections.abc import Callable

Json = dict[str, Any]
_Found = TypeVar("_Found")

TOKEN = "123456:AAHplanted-Secret_that_no-log-shows"
BOT = "test123456_bot"
BOT_USER = {"id": 123456, "is_bot": True, "first_name": "Test", "username": BOT}

_SHOWING = ("sendMessage", "editMessageText")
# Generous: a machine under load is slow, and a test that passes doesn't wait for it.
PATIENCE = 20.0
_ids = count(1000)


def new_id() -> int:
    """A user or a chat that no other test knows."""
    return next(_ids)


def text_of(call: Json) -> str:
    """What a call showed, without tags and without marks of direction."""
    return without_marks(call["result"]["text"])


def styles(call: Json) -> list[str]:
    """The kinds of formatting in what a call showed, in order."""
    return [entity["type"] for entity in call["result"].get("entities", ())]


def buttons(call: Json) -> list[Json]:
    """The buttons under what a call showed, row by row."""
    rows = call["result"].get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def labels(call: Json) -> list[list[str]]:
    """What stands on the buttons, by rows, from left to right."""
    rows = call["result"].get("reply_markup", {}).get("inline_keyboard", [])
    return [[without_marks(button["text"]) for button in row] for row in rows]


def data_of(call: Json, label: str) -> str:
    """What Telegram sends when the button of that label is pressed."""
    (data,) = (each["callback_data"] for each in buttons(call) if without_marks(each["text"]) == label)
    return str(data)


class Telegram:
    """The server, in a thread of its own. With a `port`, another server's after it."""

    def __init__(self, port: int = 0, token: str = TOKEN) -> None:
        self._server = BotApiServer(port, token)
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._running = threading.Event()

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._running.wait(PATIENCE)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join()

    async def _serve(self) -> None:
        self._loop, self._stopping = asyncio.get_running_loop(), asyncio.Event()
        async with self._server:
            self._running.set()
            await self._stopping.wait()

    @property
    def base_url(self) -> str:
        """As `--base-url` takes it."""
        return self._server.base_url

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._server.port

    def send(self, *messages: Json) -> None:
        """Have people write these messages."""
        self.inject(*({"message": message} for message in messages))

    def inject(self, *updates: Json) -> None:
        """Queue updates for the bot."""
        self._call(lambda: self._server.inject(*updates))

    def upload(self, name: str, content: bytes) -> Json:
        """The `document` of a message, as one who is about to send that file has it."""
        return self._call(lambda: self._server.upload(name, content))

    def file(self, call: Json) -> tuple[str, bytes]:
        """Name and content of the document that a call sent."""
        identity = call["result"]["document"]["file_id"]
        return self._call(lambda: self._server.bots.chosen(None).files[identity])

    def script(self, *faults: Json) -> None:
        """Let the next calls of the bot fail."""
        self._call(lambda: self._server.script(*faults))

    def press(self, shown: Json, user: int, label: str = "", *, data: str | None = None) -> str:
        """Have `user` press the button of that label under a message; returns the query's id."""
        message = shown["result"]
        data = data or data_of(shown, label)
        query = f"query{new_id()}"
        presser = {"id": user, "is_bot": False, "first_name": "ليلى"}
        self.inject({"callback_query": {"id": query, "from": presser, "message": message, "data": data}})
        return query

    def shown(self, chat: int) -> list[Json]:
        """The calls that put something before the people of `chat`, in order."""
        calls = self._call(self._server.sent)
        return [
            each
            for each in calls
            if each["method"] in _SHOWING and each["parameters"].get("chat_id") == chat and "result" in each
        ]

    def wait_shown(self, chat: int, number: int = 1) -> list[Json]:
        """The same, once there are as many as `number`."""
        return self._wait(lambda: found if len(found := self.shown(chat)) >= number else None)

    def wait_text(self, chat: int, beginning: str) -> Json:
        """The first call that showed a text with that beginning, once it is there."""
        return self._wait(
            lambda: next((each for each in self.shown(chat) if text_of(each).startswith(beginning)), None)
        )

    def wait_call(self, method: str, **parameters: Any) -> Json:
        """The first call of `method` with these parameters, once it is there."""

        def matching() -> Json | None:
            calls = self._call(lambda: self._server.sent(method))
            return next((each for each in calls if parameters.items() <= each["parameters"].items()), None)

        return self._wait(matching)

    def calls(self, method: str) -> list[Json]:
        """All calls of `method` so far."""
        return self._call(lambda: self._server.sent(method))

    def _wait(self, look: Callable[[], _Found | None]) -> _Found:
        deadline = time.monotonic() + PATIENCE
        while not (found := look()):
            assert time.monotonic() < deadline, f"the bot did nothing of the kind; it did {self._did()}"
            time.sleep(0.02)
        return found

    def _did(self) -> list[Json]:
        return self._call(self._server.sent)[-5:]

    def _call(self, function: Callable[[], _Found]) -> _Found:
        result: Future[_Found] = Future()

        def answer() -> None:
            try:
                result.set_result(function())
            except Exception as error:  # noqa: BLE001  handed to the test's own thread
                result.set_exception(error)

        self._loop.call_soon_threadsafe(answer)
        return result.result(PATIENCE)
