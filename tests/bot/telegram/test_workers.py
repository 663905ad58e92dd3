"""The processes that ask the documents: what they see, how they are replaced, and that they end with the bot."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.commands.opening import opened
from bot.settings import Settings
from bot.telegram.asking.pages import page
from bot.telegram.worker import WorkerEnded
from bot.telegram.workers import Workers
from bot.texts import Language
from retrieval import QuestionTooLong, Retriever
from tests.bot.telegram.process import SEEDS, BotProcess
from tests.bot.telegram.server import PATIENCE, Telegram, new_id, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

QUESTION, ANSWER = "كم استمر الاجتماع؟", "استمر الاجتماع لمدة ساعة وعشر دقائق"
LATER_QUESTION, LATER = "أين تقع الخزنة السرية؟", "تقع الخزنة السرية في قبو المكتبة القديمة."


async def test_a_worker_sees_each_commit_and_is_replaced_where_it_ends(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    shutil.copytree(SEEDS, folder)
    settings = Settings(source=folder, data=tmp_path / "data")
    with opened(settings) as retriever:
        async with asyncio.timeout(PATIENCE), Workers([settings], 1) as workers:

            async def told(question: str) -> str:
                return (await workers.ask(0, page, question, "", Language.ARABIC)).text

            assert ANSWER in await told(QUESTION)
            (folder / "later.txt").write_text(LATER, "utf-8")
            retriever.sync(folder, settled=0)
            assert LATER in await told(LATER_QUESTION), "what was committed meanwhile"
            with pytest.raises(QuestionTooLong, match="5000") as refused:
                await workers.ask(0, Retriever.ask, "س" * 5000)
            assert "Traceback" in refused.value.__notes__[0], "of the worker, for the log"
            # Nothing else that can be pickled ends the process at once.
            ended, behind = await asyncio.gather(
                workers.ask(0, sys.exit), told(QUESTION), return_exceptions=True
            )
            assert isinstance(ended, WorkerEnded), "it is given up with the second process"
            assert ANSWER in str(behind), "what waited behind it is not"


def test_a_question_is_answered_though_its_worker_is_killed_and_none_outlives_the_bot(tmp_path: Path) -> None:
    user = new_id()
    with Telegram() as server:
        with BotProcess(server.base_url, tmp_path, env={"IQTIBAS_TELEGRAM_WORKERS": "1"}) as bot:
            server.send({"from": {"id": user}, "text": QUESTION})
            server.wait_shown(user)
            (worker,) = bot.children()
            os.kill(worker, signal.SIGTERM)
            os.kill(worker, signal.SIGSTOP)
            server.send({"from": {"id": user}, "text": LATER_QUESTION})
            server.wait_call("sendChatAction", chat_id=user)
            assert bot.children() == [worker], "systemd's SIGTERM is for the bot to heed"
            os.kill(worker, signal.SIGKILL)
            assert "الخزنة" in text_of(server.wait_shown(user, 2)[1])
            (another,) = bot.children()
            assert another != worker
            bot.kill()
            wait(lambda: not Path(f"/proc/{another}/cmdline").exists())
        assert len(server.shown(user)) == 2
        assert bot.log.count("another takes its place") == 1
        assert "Traceback" not in bot.log


def wait(look: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not look():
        assert time.monotonic() < deadline
        time.sleep(0.02)
