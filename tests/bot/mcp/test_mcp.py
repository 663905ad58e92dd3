"""The MCP server, asked by the SDK's client; over standard input and output in `tests/test_parity.py`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from bot.render.json import render
from retrieval import Document, Retriever, Source, Span
from tests.surfaces import QUESTIONS, SEEDS

if TYPE_CHECKING:
    from mcp import Client
    from mcp.types import CallToolResult


def connected(retriever: Retriever) -> Client:
    """A client of the server over a Retriever, in this process."""
    # Imported here since it takes a second, which every process that collects tests would spend.
    from mcp import Client  # noqa: PLC0415

    from bot.mcp.server import build  # noqa: PLC0415

    return Client(build(retriever))


def text(result: CallToolResult) -> str:
    (content,) = result.content
    assert content.type == "text"
    return content.text


async def test_an_assistant_gets_the_answers_of_ask_json_and_is_told_how_to_quote() -> None:
    retriever = Retriever.from_folder(SEEDS)
    async with connected(retriever) as client:
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        assert set(tools) == {"ask", "search", "read_passage"}
        assert "exactly as" in str(tools["ask"].description)
        assert "not_found" in str(tools["ask"].description)
        answers = jsonschema.Draft202012Validator(tools["ask"].output_schema)
        for _, question in QUESTIONS:
            answer = await client.call_tool("ask", {"question": question})
            own = json.loads(render(retriever.ask(question)))
            assert answer.structured_content is not None
            assert answer.structured_content | {"took_ms": 0} == own | {"took_ms": 0}
            answers.validate(answer.structured_content)
            for quote in own["quotes"]:
                assert f"> {quote['text']}\n" in text(answer)
            assert text(answer).startswith("ANSWERED" if own["quotes"] else "NOT FOUND")


async def test_passages_are_found_and_read_among_their_neighbours() -> None:
    retriever = Retriever.from_folder(SEEDS)
    paragraphs = retriever.documents[4].quotable()
    middle = paragraphs[4]
    place = {"path": middle.source.path, "start": middle.start, "end": middle.end}
    async with connected(retriever) as client:
        where = {"path": middle.source.path}
        found = await client.call_tool("search", {"question": "أردوغان وبايدن", "limit": 2, "where": where})
        context = await client.call_tool("read_passage", {**place, "before": 2, "after": 1})
    assert [each["text"] for each in (found.structured_content or {})["passages"]] == [
        passage.paragraph.text for passage in retriever.search("أردوغان وبايدن", 2, where)
    ]
    assert (found.structured_content or {})["searched"] == {"documents": 1, "paragraphs": len(paragraphs)}
    assert [each["text"] for each in (context.structured_content or {})["paragraphs"]] == [
        paragraph.text for paragraph in paragraphs[2:6]
    ]
    assert all(f"> {paragraph.text}" in text(context) for paragraph in paragraphs[2:6])


REFUSED: list[tuple[str, str, dict[str, Any], str]] = [
    ("an empty question", "ask", {"question": "؟"}, "the question is empty; ask with at least one word"),
    ("one too long", "search", {"question": "ا" * 4097}, "at most 4096 are searched"),
    ("too many quotations", "ask", {"question": "س", "limit": 21}, "less than or equal to 20"),
    ("an unknown operator", "search", {"question": "س", "where": {"date=>": "2021"}}, 'where "date=>"'),
    ("no such document", "read_passage", {"path": "no.txt", "start": 0, "end": 1}, "no document of the path no.txt"),
    ("no such place", "read_passage", {"path": "a.txt", "start": 90, "end": 99}, "no passage between 90 and 99"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("description", "tool", "arguments", "said"), REFUSED, ids=[row[0] for row in REFUSED]
)
async def test_what_can_not_be_done_is_an_error_that_the_assistant_can_mend(
    description: str, tool: str, arguments: dict[str, Any], said: str
) -> None:
    document = Document(Source("a.txt"), "وصل الوفد.", (Span(0, 10),))
    async with connected(Retriever.in_memory([document])) as client:
        result = await client.call_tool(tool, arguments)
    assert result.is_error, description
    assert said in text(result), description


async def test_what_json_can_not_hold_does_not_keep_a_quotation_back() -> None:
    words = "وصل الوفد \ud800 إلى المدينة مساء الجمعة."
    document = Document(Source("a.txt"), words, (Span(0, len(words)),))
    async with connected(Retriever.in_memory([document])) as client:
        result = await client.call_tool("ask", {"question": "متى وصل الوفد؟"})
    assert result.structured_content is not None
    assert result.structured_content["quotes"][0]["text"] == words.replace("\ud800", "?")
