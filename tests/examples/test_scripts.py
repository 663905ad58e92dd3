"""The scripts of examples/ run as their readers start them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.bot.telegram.server import TOKEN, Telegram, new_id, styles, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXTS = EXAMPLES / "texts"
ROOT = EXAMPLES.parent


def test_ask_prints_the_sentence_that_answers_and_where_it_stands() -> None:
    command = [sys.executable, EXAMPLES / "ask.py", "examples/texts", "ما اسم مدينة الناسك؟"]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    sentence, source, *_ = printed.splitlines()
    assert "بمدينة ماروت في بيت رجل ناسك" in sentence
    assert source.startswith(
        "    «كليلة ودمنة، باب الحمامة المطوقة»، عبد الله بن المقفع، ويكي مصدر (examples/texts/kalila.txt:"
    )


def test_ask_has_twenty_lines_at_most() -> None:
    lines = EXAMPLES.joinpath("ask.py").read_text("utf-8").splitlines()
    assert len([line for line in lines if line]) <= 20


@pytest.fixture(scope="module")
def telegram() -> Iterator[Telegram]:
    with Telegram() as server:
        bot = subprocess.Popen(
            [sys.executable, EXAMPLES / "telegram_bot.py", TEXTS],
            cwd=ROOT,
            env={**os.environ, "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API": server.base_url},
        )
        yield server
        bot.terminate()
        assert bot.wait() == 0


@pytest.mark.parametrize(
    ("question", "reply", "style"),
    [
        ("ما اسم مدينة الناسك؟", "كان منزلي أول أمري بمدينة ماروت", ["blockquote"]),
        ("من هو رئيس اليابان؟", "لم أجد في المستندات جوابًا عن هذا السؤال.", []),
        ("؟!", "اكتب سؤالًا فيه كلمة واحدة على الأقل.", []),
    ],
)
def test_the_bot_replies(question: str, reply: str, style: list[str], telegram: Telegram) -> None:
    chat = new_id()
    telegram.send({"chat": {"id": chat, "type": "private"}, "from": {"id": chat}, "text": question})
    (shown,) = telegram.wait_shown(chat)
    assert reply in text_of(shown)
    assert styles(shown) == style
