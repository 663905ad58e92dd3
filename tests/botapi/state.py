"""What the server knows of one bot: its chats and messages, its commands, the calls it made."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.botapi.errors import bad_request
from tests.botapi.faults import FaultScript
from tests.botapi.updates import UpdateQueue

if TYPE_CHECKING:
    from tests.botapi.json_types import Json
    from tests.botapi.webhooks import Webhook


def now() -> int:
    """The date of what happens now."""
    return int(time.time())


@dataclass(slots=True)
class BotState:
    """Everything of the bot whose token begins with `id`, from its first call until the server stops.

    `topics` are pairs of chat and thread; one stays when its last message is deleted or another takes its number.
    `done` is set whenever a call of `sent` has ended.
    """

    id: int
    updates: UpdateQueue = field(default_factory=UpdateQueue)
    chats: dict[int, Json] = field(default_factory=dict)
    messages: dict[tuple[int, int], Json] = field(default_factory=dict)
    topics: set[tuple[int, int]] = field(default_factory=set)
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    callback_queries: set[str] = field(default_factory=set)
    inline_queries: set[str] = field(default_factory=set)
    webhook: Webhook | None = None
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    sent: list[Json] = field(default_factory=list)
    done: asyncio.Event = field(default_factory=asyncio.Event)
    faults: FaultScript = field(default_factory=FaultScript)
    last_message_id: int = 0

    @property
    def user(self) -> Json:
        """The bot as a User."""
        name = f"test{self.id}_bot"
        return {"id": self.id, "is_bot": True, "first_name": "Test", "username": name}

    def chat(self, chat_id: int | str | None) -> Json:
        """The chat with this id or @username. Raises ApiError: no id, or no such chat."""
        if chat_id is None or chat_id == "":
            raise bad_request("chat_id is empty")
        named = {f"@{chat['username']}": chat for chat in self.chats.values() if "username" in chat}
        found = self.chats.get(chat_id) if isinstance(chat_id, int) else named.get(chat_id)
        if found is None:
            raise bad_request("Chat not found")
        return found

    def message(self, chat: Json, message_id: Any, what: str) -> Json:
        """A message of the chat. Raises ApiError: "`what` not found"."""
        found = self.messages.get((chat["id"], int(message_id or 0)))
        if found is None:
            raise bad_request(f"{what} not found")
        return found

    def new_message_id(self) -> int:
        """An id behind all that were given out or injected."""
        return self.last_message_id + 1

    def keep(self, message: Json) -> Json:
        """Store a new or edited message and return it."""
        self.last_message_id = max(self.last_message_id, message["message_id"])
        self.messages[message["chat"]["id"], message["message_id"]] = message
        return message
