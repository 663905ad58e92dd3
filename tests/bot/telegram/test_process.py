"""How `iqtibas telegram` starts, holds on and ends."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

import pytest

from tests.bot.telegram.process import IQTIBAS, BotProcess
from tests.bot.telegram.server import TOKEN, Telegram, new_id, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot.telegram.server import Json

QUESTION = "كم استمر اجتماع أردوغان وبايدن؟"
ANOTHER_TOKEN = "654321:" + "x" * 35


def question(user: int) -> Json:
    return {"from": {"id": user}, "text": "تركيا"}


def test_ctrl_c_ends_it_with_exit_code_0(tmp_path: Path) -> None:
    with Telegram() as server, BotProcess(server.base_url, tmp_path, command=IQTIBAS) as bot:
        bot.wait_logged("answering as")
        assert bot.stop(signal.SIGINT) == 0
        assert "Traceback" not in bot.log


def test_it_ends_on_sigterm_and_what_is_asked_while_it_is_down_is_answered_once(tmp_path: Path) -> None:
    early, late = new_id(), new_id()
    with Telegram() as server:
        with BotProcess(server.base_url, tmp_path) as bot:
            server.send(question(early))
            (first,) = server.wait_shown(early)
            # What comes now can be confirmed on the way out only.
            server.script({"method": "getUpdates", "kind": 502})
            server.send(question(early))
            server.wait_shown(early, 2)
            assert bot.stop() == 0
        server.send(question(late))
        server.press(first, early, "المزيد")
        with BotProcess(server.base_url, tmp_path) as bot:
            server.wait_shown(late)
            *_, turned = server.wait_shown(early, 3)
            assert bot.stop() == 0
        assert turned["method"] == "editMessageText", "a button from before the restart still works"
        assert len(server.shown(late)) == 1
        assert len(server.shown(early)) == 3


def test_channel_posts_that_waited_for_it_are_left_alone(tmp_path: Path) -> None:
    user, channel = new_id(), -1_000_000_000_000 - new_id()
    post = {"chat": {"id": channel, "type": "channel", "title": "أخبار"}, "text": f"/ask {QUESTION}"}
    with Telegram() as server:
        server.inject(
            {"channel_post": post},
            {"edited_channel_post": post},
            {"message": {"from": {"id": user}, "text": "/ask"}},
        )
        with BotProcess(server.base_url, tmp_path):
            assert [text_of(call) for call in server.wait_shown(user)] == ["ما سؤالك؟"]
            assert server.shown(channel) == []


def test_it_waits_for_a_server_that_isnt_there_yet_and_says_so_once(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    user = new_id()
    with BotProcess(f"http://127.0.0.1:{port}/bot", tmp_path) as bot:
        bot.wait_logged("Telegram can't be reached")
        with Telegram(port) as server:
            server.send(question(user))
            assert server.wait_shown(user)
            assert bot.log.count("Telegram can't be reached") == 1
            assert bot.log.count("Telegram can be reached again") == 1


def test_it_can_be_stopped_while_the_server_isnt_there(tmp_path: Path) -> None:
    # Not forked, or nothing would be said of connections that its end leaves open.
    with BotProcess("http://127.0.0.1:1/bot", tmp_path, level="DEBUG", command=IQTIBAS) as bot:
        bot.wait_logged("Telegram can't be reached")
        assert bot.stop() == 0
        assert TOKEN.partition(":")[2] not in bot.log
        assert "Unclosed" not in bot.log


@pytest.mark.parametrize(
    ("description", "token", "expected"),
    [
        ("a token that the server doesn't know", ANOTHER_TOKEN, "the server refuses the token"),
        ("letters that can't be a token", "not a token", "TELEGRAM_BOT_TOKEN holds no token"),
    ],
)
def test_a_wrong_token_ends_it_with_exit_code_2(
    tmp_path: Path, description: str, token: str, expected: str
) -> None:
    with Telegram() as server, BotProcess(server.base_url, tmp_path, token=token, level="DEBUG") as bot:
        assert bot.wait() == 2, description
        assert expected in bot.log
        assert "Traceback" not in bot.log
        assert (token.partition(":")[2] or token) not in bot.log


def test_another_program_with_the_same_token_is_named_once_and_ends_it(tmp_path: Path) -> None:
    with Telegram() as server:
        server.script({"method": "getUpdates", "kind": 409, "times": 5})
        with BotProcess(server.base_url, tmp_path) as bot:
            assert bot.wait() == 1
            assert bot.log.count("another program takes this bot's updates; stop one of the two") == 1
            assert "Traceback" not in bot.log


def test_a_short_conflict_is_survived(tmp_path: Path) -> None:
    user = new_id()
    with Telegram() as server:
        server.script({"method": "getUpdates", "kind": 409})
        server.script({"method": "setMyCommands", "kind": 400}, {"method": "getUpdates", "kind": 502})
        server.send(question(user))
        with BotProcess(server.base_url, tmp_path):
            assert server.wait_shown(user)
