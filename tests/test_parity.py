"""The same question gives the same quotations, in the same order, on every surface."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from bot.visible import visible
from retrieval import Retriever, glossary_of
from tests.bot.http.serving import Serving
from tests.bot.telegram.process import BotProcess
from tests.bot.telegram.server import Telegram, new_id
from tests.surfaces import IQTIBAS, QUESTIONS, SEEDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MCP_PAGE = SEEDS.parent / "docs" / "mcp.md"
TABLE = pytest.mark.parametrize(("description", "question"), QUESTIONS)


@pytest.fixture(scope="module")
def expected() -> dict[str, list[str]]:
    """Question -> the paragraphs that the library quotes."""
    retriever = Retriever.from_folder(SEEDS)
    return {
        question: [quote.paragraph.text for quote in retriever.ask(question).quotes]
        for _, question in QUESTIONS
    }


@pytest.fixture(scope="module")
def telegram(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Telegram]:
    with Telegram() as server, BotProcess(server.base_url, tmp_path_factory.mktemp("parity")):
        yield server


def iqtibas(*arguments: str, typed: str = "") -> str:
    return subprocess.run(
        [IQTIBAS, *arguments, "--source", str(SEEDS)],
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    ).stdout


def test_the_table_holds_answers_and_silence(expected: dict[str, list[str]]) -> None:
    assert {len(quotes) for quotes in expected.values()} >= {0, 1, 3}


def test_json_quotes_what_the_library_quotes(expected: dict[str, list[str]], tmp_path: Path) -> None:
    batch = tmp_path / "questions.txt"
    batch.write_text("\n".join(expected), "utf-8")
    answers = [json.loads(line) for line in iqtibas("ask", "--json", "--batch", str(batch)).splitlines()]
    assert {answer["question"]: texts(answer) for answer in answers} == expected


@TABLE
def test_the_console_quotes_what_the_library_quotes(
    description: str, question: str, expected: dict[str, list[str]]
) -> None:
    shown = plain(iqtibas("console", typed=f"{question}\n"))
    places = [shown.find(plain(text)) for text in expected[question]]
    assert -1 not in places, description
    assert places == sorted(places), description
    assert len(re.findall(r"\d\. .*?\.txt", shown)) == len(places), description


@TABLE
def test_telegram_quotes_what_the_library_quotes(
    description: str, question: str, expected: dict[str, list[str]], telegram: Telegram
) -> None:
    chat = new_id()
    telegram.send({"chat": {"id": chat, "type": "private"}, "from": {"id": chat}, "text": question})
    (reply,) = telegram.wait_shown(chat)
    assert blockquotes(reply["result"]) == [visible(text) for text in expected[question]], description


def test_http_quotes_what_the_library_quotes(expected: dict[str, list[str]]) -> None:
    with Serving(Retriever.from_folder(SEEDS)) as serving:
        found = {
            question: serving.client.post("/ask", json={"question": question}).json() for question in expected
        }
    assert {question: texts(answer) for question, answer in found.items()} == expected


async def test_mcp_set_up_as_its_page_says_quotes_what_the_library_quotes(
    expected: dict[str, list[str]], tmp_path: Path
) -> None:
    from mcp import Client, StdioServerParameters  # noqa: PLC0415 - a second, for this test only

    with Retriever.open(tmp_path / "index", create=True) as retriever:
        retriever.sync(SEEDS, settled=0)
    shutil.copy(glossary_of(SEEDS), glossary_of(tmp_path / "index"))
    (told,) = re.findall(r'^    (\{"mcpServers".+)$', MCP_PAGE.read_text("utf-8"), re.MULTILINE)
    configured = json.loads(told.replace("/path/to/index", str(tmp_path / "index")))["mcpServers"]["iqtibas"]
    server = StdioServerParameters(**configured | {"command": IQTIBAS}, cwd=tmp_path)
    async with Client(server, read_timeout_seconds=30) as client:
        found = {
            question: (await client.call_tool("ask", {"question": question})).structured_content
            for question in expected
        }
    assert {question: texts(answer or {}) for question, answer in found.items()} == expected


def texts(answer: dict[str, Any]) -> list[str]:
    """The quotations in an answer's JSON."""
    return [quote["text"] for quote in answer["quotes"]]


def plain(text: str) -> str:
    """The words of a screen, however they are wrapped."""
    return " ".join(visible(text).split())


def blockquotes(message: dict[str, Any]) -> list[str]:
    """The quoted texts of a message; Telegram's offsets count UTF-16 units."""
    units = message["text"].encode("utf-16-le")
    return [
        units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])]
        .decode("utf-16-le")
        .replace("\u200f", "")
        for entity in message.get("entities", ())
        if entity["type"].endswith("blockquote")
    ]
