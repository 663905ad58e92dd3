"""Updates that nobody would send, thousands of them, and what the bot makes of them.

python -m tests.bot.telegram.fuzz COUNT
"""

from __future__ import annotations

import copy
import json
import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bot.telegram.database import FILE
from tests.bot.telegram.process import BotProcess
from tests.bot.telegram.server import BOT_USER, Telegram, new_id

Json = dict[str, Any]

_PERSON = {"id": 70, "is_bot": False, "first_name": "ليلى", "language_code": "ar"}
_GROUP = {"id": -1_000_000_000_070, "type": "supergroup", "title": "أخبار", "is_forum": True}
_CHANNEL = {"id": -1_000_000_010_070, "type": "channel", "title": "قناة"}
_OWN = {"message_id": 3, "date": 1, "chat": _GROUP, "from": BOT_USER, "text": "جواب"}
_ASKED = {"message_id": 5, "date": 1, "chat": _GROUP, "from": _PERSON, "text": "/ask تركيا"}
_UPDATES: tuple[Json, ...] = (
    {"message": {"from": _PERSON, "text": "من هو كالن؟"}},
    {"message": {"from": _PERSON, "text": "/start q1", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]}},
    {"message": _ASKED},
    {"message": {**_ASKED, "from": {**_PERSON, "id": 1087968824, "is_bot": True}, "sender_chat": _GROUP}},
    {"message": {**_ASKED, "reply_to_message": _OWN, "message_thread_id": 4, "is_topic_message": True}},
    {"message": {**_ASKED, "via_bot": BOT_USER}},
    {"message": {"from": _PERSON, "voice": {"file_id": "1", "file_unique_id": "1", "duration": 3}}},
    {"message": {"from": _PERSON, "document": {"file_id": "1", "file_unique_id": "1", "file_name": "أ.txt"}}},
    {"message": {"chat": _GROUP, "from": _PERSON, "new_chat_members": [_PERSON]}},
    {"message": {"chat": {**_GROUP, "type": "group", "id": -100_070}, "migrate_to_chat_id": -1_000_000_020_070}},
    {"edited_message": {**_ASKED, "edit_date": 2}},
    {"channel_post": {"message_id": 1, "date": 1, "chat": _CHANNEL, "text": "/ask تركيا"}},
    {"edited_channel_post": {"message_id": 1, "date": 1, "chat": _CHANNEL, "text": "تركيا"}},
    {"callback_query": {"id": "1", "from": _PERSON, "message": {**_OWN, "reply_to_message": _ASKED}, "data": "x" * 20}},
    {"callback_query": {"id": "1", "from": _PERSON, "inline_message_id": "1", "chat_instance": "1"}},
    {"inline_query": {"id": "1", "from": _PERSON, "query": "تركيا", "offset": ""}},
    {"my_chat_member": {"chat": _GROUP, "from": _PERSON}},
    {"poll": {"id": "1", "question": "؟", "options": []}},
)  # fmt: skip
_ODD: tuple[Any, ...] = (
    None, True, 0, -1, 1.5, 10**30, "", "x", "\u202e\0\ud800", "سؤال " * 900, "ُ" * 4000, "/", "@", [], [[]], {}, {"id": "x"}, [1, None],
)  # fmt: skip


def fuzzed(chance: random.Random) -> Json:
    """An update with up to four of its parts lost, put elsewhere, or replaced by something odd."""
    person = str(chance.randint(1000, 3000))
    # As many people and groups, so that no chat's queue is full.
    update: Json = json.loads(
        json.dumps(chance.choice(_UPDATES)).replace('"id": 70,', f'"id": {person},').replace("0070", person)
    )
    for _ in range(chance.randint(0, 4)):
        if not (parts := _parts(update)):
            break
        parent, name = chance.choice(parts)
        match chance.randint(0, 3):
            case 0:
                parent.pop(name, None)
            case 1:
                parent[name] = _odd(chance)
            case 2:
                other, place = chance.choice(parts)
                parent[name] = copy.deepcopy(other.get(place))
            case _:
                name = chance.choice(("text", "chat", "from", "entities", "date", "caption"))
                parent[name] = _odd(chance)
    return update


def _odd(chance: random.Random) -> Any:
    # A copy, or what is changed in it later would be changed wherever it stands, and come to hold itself.
    return copy.deepcopy(chance.choice(_ODD))


def _parts(value: Any) -> list[tuple[Json, str]]:
    """Every object in `value` with each of its names."""
    if not isinstance(value, dict):
        return []
    own = [(value, name) for name in value]
    return own + [part for inner in value.values() for part in _parts(inner)]


def fuzz(folder: Path, count: int, seed: int, workers: int = 0) -> dict[str, int]:
    """Send so many; how many ended how: done, unreadable, or by the kind of error that a handler raised.

    Raises AssertionError where the bot doesn't live to answer a question after them all.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    env = {"IQTIBAS_MESSAGES_PER_SECOND": "100000", "IQTIBAS_TELEGRAM_WORKERS": str(workers)}
    user = new_id()
    with Telegram() as server, BotProcess(server.base_url, folder, env=env) as bot:
        for place in range(0, count, 100):
            for _ in range(min(100, count - place)):
                server.inject(fuzzed(chance))
            time.sleep(0.2)
        server.send({"from": {"id": user}, "text": "/help"})
        deadline = time.monotonic() + 60 + count / 10
        while not (server.shown(user) and "waiting" not in _ended(folder)) and time.monotonic() < deadline:
            time.sleep(0.5)
        assert bot.stop() == 0, bot.log
        assert server.shown(user), "the bot doesn't answer any more"
    return _ended(folder)


def _ended(folder: Path) -> dict[str, int]:
    connection = sqlite3.connect(folder / "data" / FILE)
    rows = connection.execute("select state, reason from inbox").fetchall()
    connection.close()
    return dict(Counter(_end(state, reason) for state, reason in rows))


def _end(state: str, reason: str | None) -> str:
    if reason is None:
        return state
    # Only what is told of an update that can't be read says more than the error's kind.
    return "unreadable" if ":" in reason else reason


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place_:
        for end, number in fuzz(Path(place_), int(sys.argv[1]), int(time.time()), workers=1).items():
            print(number, end)  # noqa: T201
