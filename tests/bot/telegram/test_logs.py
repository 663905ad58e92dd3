"""The token in no log, whatever goes wrong."""

from __future__ import annotations

import json
import logging
import sys
from typing import TYPE_CHECKING

import pytest

from bot.telegram.logs import TokenFreeFormatter
from tests.bot.telegram.process import BotProcess
from tests.bot.telegram.server import TOKEN, Telegram, new_id, text_of

if TYPE_CHECKING:
    from pathlib import Path

SECRET = TOKEN.partition(":")[2]

# The bot itself, over a collection that fails with the token in its message.
BROKEN = f"""
import sys
from bot.cli import run
from retrieval import Retriever

def ask(*_args, **_options):
    raise OSError("no disk for {TOKEN}")

Retriever.ask = ask
sys.exit(run(["telegram", *sys.argv[1:]]))
"""


@pytest.mark.parametrize(
    ("message", "arguments", "logged"),
    [
        ("GET %s", (f"https://host/bot{TOKEN}/getMe",), "GET https://host/bot[token]/getMe"),
        ("escaped %s", (TOKEN.replace(":", "%3A"),), "escaped [token]"),
        ("half %s", (SECRET,), "half [token]"),
        ("twice %s %s", (TOKEN, TOKEN), "twice [token] [token]"),
        ("in bytes %r", (TOKEN.encode(),), "in bytes b'[token]'"),
        ("none", (), "none"),
        ("the number 123456 alone is public", (), "the number 123456 alone is public"),
    ],
)
def test_the_formatter_takes_the_token_out(message: str, arguments: tuple[object, ...], logged: str) -> None:
    record = logging.LogRecord("bot", logging.DEBUG, "", 0, message, arguments, None)
    assert TokenFreeFormatter(TOKEN, logging.Formatter()).format(record) == logged


def test_the_formatter_takes_the_token_out_of_tracebacks() -> None:
    error = OSError(TOKEN)
    record = logging.LogRecord("bot", logging.ERROR, "", 0, "failed", (), (OSError, error, None))
    formatted = TokenFreeFormatter(TOKEN, logging.Formatter()).format(record)
    assert formatted.endswith("OSError: [token]")
    assert SECRET not in formatted


def test_no_log_shows_the_token_at_any_level_and_the_user_is_told_of_errors(tmp_path: Path) -> None:
    user = new_id()
    with Telegram() as server:
        server.script(
            {"method": "setMyCommands", "kind": 401},
            {"method": "getUpdates", "kind": "drop-after-commit"},
            {"method": "sendMessage", "kind": 429},
            {"method": "sendMessage", "kind": 403},
        )
        server.send({"from": {"id": user}, "text": "سؤال"}, {"from": {"id": user}, "text": "سؤال"})
        command = [sys.executable, "-c", BROKEN]
        env = {"IQTIBAS_TELEGRAM_WORKERS": "0"}
        with BotProcess(server.base_url, tmp_path, level="DEBUG", command=command, env=env) as bot:
            (reply,) = server.wait_shown(user)
            server.script({"method": "getUpdates", "kind": 401})
            server.send({"from": {"id": user}, "text": "/ask"})
            assert bot.wait() == 2
            assert text_of(reply).startswith("وقع خطأ عندي")
            assert "OSError: no disk for [token]" in bot.log
            assert f"{server.base_url}[token]/getMe" in bot.log
            assert "the server refuses the token" in bot.log
            assert SECRET not in bot.log


def test_a_log_in_json_has_an_object_a_line_with_the_update_it_tells_of(tmp_path: Path) -> None:
    user = new_id()
    with Telegram() as server:
        server.script({"method": "sendMessage", "kind": 403})
        server.send({"from": {"id": user}, "text": "/ask"}, {"from": {"id": user}, "text": "/ask"})
        env = {"IQTIBAS_LOG_FORMAT": "json"}
        with BotProcess(server.base_url, tmp_path, level="DEBUG", env=env) as bot:
            server.wait_shown(user)
            assert bot.stop() == 0
    records = [json.loads(line) for line in bot.log.splitlines()]
    assert {"time", "level", "logger", "message"} <= set.intersection(*(set(record) for record in records))
    (refused,) = [record for record in records if "not delivered" in record["message"]]
    assert refused["update"] > 100_000_000, "as the test server numbers them"
    assert SECRET not in bot.log
