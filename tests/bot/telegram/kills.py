"""A bot killed under load, again and again, and what its users got; or only its workers.

python -m tests.bot.telegram.kills COUNT [--webhook] [--naive] [--workers]
"""

from __future__ import annotations

import os
import random
import signal
import socket
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bot.telegram.process import IQTIBAS, BotProcess
from tests.bot.telegram.server import Telegram, new_id

if TYPE_CHECKING:
    from tests.bot.telegram.server import Json

# A bot that forgets at its end what it had taken from Telegram.
_NAIVE = """
import sys
from bot.cli import run
from bot.telegram.inbox import Inbox

async def nothing(*_):
    return []

Inbox.waiting = nothing
sys.exit(run(["telegram", *sys.argv[1:]]))
"""
_USERS = 30
# Questions that wait at each start: what a chat may have waiting is capped, and that is another promise.
_WAITING = 60
_QUESTIONS = ("تركيا", "كم استمر اجتماع أردوغان وبايدن؟", "من هو كالن؟", "منظومة أس 400", "/help")
_LONGEST = 120.0
_SILENCE = 20.0


@dataclass(frozen=True, slots=True)
class Harm:
    """asked: how many questions; lost: those without a reply; repeated: replies too many, by kill."""

    asked: int
    lost: int
    repeated: tuple[int, ...]


def kill_bots(
    folder: Path, kills: int, *, webhook: bool = False, command: list[str] | None = None, seed: int = 0
) -> Harm:
    """Kill so many bots, each amidst replies to 30 users, and let one more answer what is left."""
    chance = random.Random(seed)  # noqa: S311 - when to kill is no secret
    env = {"IQTIBAS_MESSAGES_PER_SECOND": "1000"}
    if webhook:
        port = _free_port()
        env |= {
            "IQTIBAS_WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
            "IQTIBAS_WEBHOOK_LISTEN": f"127.0.0.1:{port}",
        }
    users, starts, asked = [new_id() for _ in range(_USERS)], list[float](), 0
    with Telegram() as server:
        for kill in range(kills + 1):
            asked += _ask(server, users, _WAITING - (asked - _answered(server)), chance)
            starts.append(time.time())
            with BotProcess(server.base_url, folder, command=command, env=env) as bot:
                if kill < kills:
                    _wait_replies(server, len(_replies(server)) + 1)
                    time.sleep(chance.uniform(0, 0.3))
                else:
                    _wait_quiet(server, asked)
                bot.kill()
        return _harm(_replies(server), asked, starts)


def kill_workers(folder: Path, kills: int, seed: int = 0) -> Harm:
    """Kill the one worker of a bot so many times, each amidst replies to 30 users."""
    chance = random.Random(seed)  # noqa: S311 - when to kill is no secret
    env = {"IQTIBAS_MESSAGES_PER_SECOND": "1000", "IQTIBAS_TELEGRAM_WORKERS": "1"}
    users, began, asked = [new_id() for _ in range(_USERS)], [time.time()], 0
    with Telegram() as server, BotProcess(server.base_url, folder, env=env) as bot:
        for _ in range(kills):
            asked += _ask(server, users, _WAITING - (asked - _answered(server)), chance)
            _wait_replies(server, len(_replies(server)) + 1)
            time.sleep(chance.uniform(0, 0.3))
            for worker in bot.children():
                os.kill(worker, signal.SIGKILL)
        _wait_quiet(server, asked)
        assert "Traceback" not in bot.log, bot.log
        return _harm(_replies(server), asked, [*began, time.time()])


def _ask(server: Telegram, users: list[int], count: int, chance: random.Random) -> int:
    """So many questions of any users; how many."""
    server.send(
        *({"from": {"id": chance.choice(users)}, "text": chance.choice(_QUESTIONS)} for _ in range(count))
    )
    return max(0, count)


def _replies(server: Telegram) -> list[Json]:
    return [call for call in server.calls("sendMessage") if "result" in call]


def _wait_replies(server: Telegram, count: int) -> None:
    deadline = time.monotonic() + _LONGEST
    while len(_replies(server)) < count and time.monotonic() < deadline:
        time.sleep(0.01)


def _wait_quiet(server: Telegram, asked: int) -> None:
    """Return once all have a reply, or none came for long."""
    answered, since = -1, time.monotonic()
    while answered < asked and time.monotonic() - since < _SILENCE:
        time.sleep(0.1)
        now = _answered(server)
        if now > answered:
            answered, since = now, time.monotonic()


def _answered(server: Telegram) -> int:
    return len({_question(reply) for reply in _replies(server)})


def _question(reply: Json) -> int:
    number: int = reply["result"]["reply_to_message"]["message_id"]
    return number


def _harm(replies: list[Json], asked: int, starts: list[float]) -> Harm:
    last, repeated = dict[int, float](), Counter[int]()
    for reply in sorted(replies, key=lambda each: each["at"]):
        if earlier := last.get(_question(reply)):
            # The kill is to blame that came upon the earlier one, whenever it was repeated.
            repeated[sum(start <= earlier for start in starts)] += 1
        last[_question(reply)] = reply["at"]
    return Harm(asked, asked - len(last), tuple(repeated[kill] for kill in range(1, len(starts))))


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


if __name__ == "__main__":
    _, count, *options = sys.argv
    with tempfile.TemporaryDirectory() as place:
        harm = (
            kill_workers(Path(place), int(count), seed=int(time.time()))
            if "--workers" in options
            else kill_bots(
                Path(place),
                int(count),
                webhook="--webhook" in options,
                command=[sys.executable, "-c", _NAIVE] if "--naive" in options else IQTIBAS,
                seed=int(time.time()),
            )
        )
    print(  # noqa: T201
        f"{count} kills, {harm.asked} questions: {harm.lost} lost; replies repeated: {sum(harm.repeated)}, "
        f"by one kill at most {max(harm.repeated)}"
    )
    sys.exit(harm.lost > 0 or max(harm.repeated) > 1)
