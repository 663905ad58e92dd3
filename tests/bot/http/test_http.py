"""The HTTP API, asked by a real client."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from bot.render.json import render
from retrieval import MAX_QUESTION, Document, Retriever, Source, Span
from tests.bot.http.serving import Serving
from tests.surfaces import QUESTIONS, SEEDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

LINES = {"Accept": "application/x-ndjson"}
AWKWARD = [
    "أخبار/تقرير عام.txt",
    "../up.txt",
    "/abs/a.txt",
    "a//b.txt",
    "news.csv#2",
    "100%.txt",
    "w?x=1&y",
    "%2e",
]


def documents() -> list[Document]:
    """The seeds, and documents whose paths are hard to put into a URL."""
    text = "وصلت السفينة زرزورة إلى الميناء."
    awkward = [Document(Source(path), text, (Span(0, len(text)),)) for path in AWKWARD]
    return [*Retriever.from_folder(SEEDS).documents, *awkward]


@pytest.fixture(scope="module")
def retriever() -> Retriever:
    return Retriever.in_memory(documents())


@pytest.fixture(scope="module")
def serving(retriever: Retriever) -> Iterator[Serving]:
    with Serving(retriever, http_rate=0) as server:
        yield server


@pytest.fixture(scope="module")
def schemas(serving: Serving) -> dict[str, Any]:
    """The types of OpenAPI's description, by their names, with no field allowed that isn't told."""
    text = serving.client.get("/openapi.json").text.replace("#/components/schemas/", "#/$defs/")
    types: dict[str, Any] = json.loads(text)["components"]["schemas"]
    return {
        name: {**schema, "additionalProperties": schema.get("additionalProperties", False)}
        for name, schema in types.items()
    }


def check(value: Any, name: str, schemas: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": schemas}).validate(value)


def test_an_answer_is_the_line_of_ask_json_as_openapi_tells_it(
    serving: Serving, retriever: Retriever, schemas: dict[str, Any]
) -> None:
    for number, (_, question) in enumerate(QUESTIONS):
        explain = number % 2 > 0
        found = serving.client.post("/ask", json={"question": question, "explain": explain}).json()
        own = json.loads(render(retriever.ask(question), explain=explain))
        assert found | {"took_ms": 0} == own | {"took_ms": 0}
        check(found, "AnswerObject", schemas)


def test_limit_and_skip_page_through_quotations(serving: Serving, retriever: Retriever) -> None:
    question = "مكافحة الإرهاب في سوريا"
    page = serving.client.post("/ask", json={"question": question, "limit": 2, "skip": 1}).json()
    assert [quote["rank"] for quote in page["quotes"]] == [2, 3]
    assert page["quotes"][0]["text"] == retriever.ask(question).quotes[1].paragraph.text


def test_only_documents_are_asked_of_which_is_told_what_is_wanted(
    serving: Serving, retriever: Retriever
) -> None:
    question, where = "مكافحة الإرهاب في سوريا", {"publisher": ["الأناضول"], "date>=": "2024-01-01"}
    answer = serving.client.post("/ask", json={"question": question, "where": where}).json()
    found = serving.client.get("/search", params={"q": question, "where": json.dumps(where)}).json()
    assert answer["searched"] == found["searched"] == {"documents": 1, "paragraphs": 37}
    for shown in (answer["quotes"], found["passages"]):
        assert {each["source"]["publisher"] for each in shown} == {"الأناضول"}
    assert len(found["passages"]) == len(retriever.search(question, 5, where))


def test_search_gives_the_passages_as_an_object_or_as_lines(
    serving: Serving, retriever: Retriever, schemas: dict[str, Any]
) -> None:
    query = {"q": "أردوغان وبايدن", "limit": 4}
    found = serving.client.get("/search", params=query).json()
    lines = serving.client.get("/search", params=query, headers=LINES)
    check(found, "SearchObject", schemas)
    assert [each["text"] for each in found["passages"]] == [
        passage.paragraph.text for passage in retriever.search("أردوغان وبايدن", 4)
    ]
    assert lines.headers["content-type"] == "application/x-ndjson"
    assert [json.loads(line) for line in lines.text.splitlines()] == found["passages"]


def test_the_list_leads_to_every_document_page_by_page_and_as_lines(
    serving: Serving, retriever: Retriever, schemas: dict[str, Any]
) -> None:
    listed, onward = [], "/documents?limit=5"
    while onward:
        page = serving.client.get(onward).json()
        check(page, "ListObject", schemas)
        listed, onward = listed + page["documents"], page["next"]
    lines = serving.client.get("/documents", headers=LINES).text.splitlines()
    assert [json.loads(line) for line in lines] == listed
    assert [each["source"]["path"] for each in listed] == sorted(
        document.source.path for document in retriever.documents
    )
    for each in listed:
        document = serving.client.get(each["location"]).json()
        check(document, "DocumentObject", schemas)
        assert document["source"] == each["source"]


def test_a_long_document_comes_in_pages_that_join(serving: Serving, retriever: Retriever) -> None:
    whole = retriever.documents[1]
    text, paragraphs, start = "", [], 0
    while start is not None:
        page = serving.client.get(f"/documents/{whole.source.path}", params={"start": start, "length": 700})
        text += page.json()["text"]
        paragraphs += page.json()["paragraphs"]
        start = page.json()["next"]
    assert text == whole.text
    assert [each["text"] for each in paragraphs] == [each.text for each in whole.quotable()]
    lines = serving.client.get(f"/documents/{whole.source.path}", headers=LINES).text.splitlines()
    assert [json.loads(line) for line in lines] == paragraphs


REFUSED = [
    ("an empty question", "POST", "/ask", {"json": {"question": " ؟"}}, 422, "empty_question"),
    ("one too long", "POST", "/ask", {"json": {"question": "ا" * (MAX_QUESTION + 1)}}, 422, "question_too_long"),
    ("one too long to seek", "GET", "/search", {"params": {"q": "a" * (MAX_QUESTION + 1)}}, 422, "question_too_long"),
    ("no question", "POST", "/ask", {"json": {}}, 422, "invalid_request"),
    ("a field misspelt", "POST", "/ask", {"json": {"question": "س", "limits": 3}}, 422, "invalid_request"),
    ("more than there may be", "POST", "/ask", {"json": {"question": "س", "limit": 21}}, 422, "invalid_request"),
    ("an unknown operator", "POST", "/ask", {"json": {"question": "س", "where": {"date=>": "2021"}}}, 422, "invalid_where"),
    ("a condition that is no JSON", "GET", "/search?q=a&where=x", {}, 422, "invalid_request"),
    ("half a surrogate pair", "POST", "/ask", {"content": b'{"question": "\\ud800"}', "headers": {"content-type": "application/json"}}, 422, "empty_question"),
    ("no JSON", "POST", "/ask", {"content": b"{", "headers": {"content-type": "application/json"}}, 422, "invalid_request"),
    ("no UTF-8", "POST", "/ask", {"content": b"\xff{", "headers": {"content-type": "application/json"}}, 400, "bad_request"),
    ("not said to be JSON", "POST", "/ask", {"content": b'{"question": "x"}'}, 415, "unsupported_media_type"),
    ("a large body", "POST", "/ask", {"json": {"question": "x" * 70_000}}, 413, "request_entity_too_large"),
    ("a large body in chunks", "POST", "/ask", {"content": iter([b"x" * 9000] * 9), "headers": {"content-type": "application/json"}}, 413, "request_entity_too_large"),
    ("another method", "GET", "/ask", {}, 405, "method_not_allowed"),
    ("nothing there", "GET", "/nothing", {}, 404, "not_found"),
    ("no such document", "GET", "/documents/none.txt", {}, 404, "no_such_document"),
    ("bytes for a path", "GET", "/documents/%FF%00", {}, 404, "no_such_document"),
    ("a negative place", "GET", "/documents/a//b.txt?start=-1", {}, 422, "invalid_request"),
    ("the name of another host", "GET", "/documents", {"headers": {"host": "evil.example"}}, 421, "wrong_host"),
]  # fmt: skip


def test_what_can_not_be_answered_is_a_problem_that_says_why(serving: Serving) -> None:
    for description, method, path, sent, status, code in REFUSED:
        answer = serving.client.request(method, path, **sent)
        problem = answer.json()
        assert (answer.status_code, problem["status"], problem["code"]) == (status, status, code), description
        assert answer.headers["content-type"] == "application/problem+json"
        assert problem["detail"]


def test_who_prefers_arabic_is_told_in_arabic(serving: Serving) -> None:
    answers = [
        serving.client.post("/ask", json={"question": ""}, headers={"Accept-Language": language})
        for language in ("ar-SY,ar;q=0.9,en;q=0.8", "en,ar;q=0.5")
    ]
    assert [answer.headers["content-language"] for answer in answers] == ["ar", "en"]
    assert "كلمة" in answers[0].json()["detail"]
    assert answers[1].json()["detail"] == "the question is empty; ask with at least one word"


def test_a_new_commit_is_served_without_a_restart(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("index")
    with Retriever.open(folder, create=True) as writer, Serving(Retriever.open(folder)) as server:
        asked = {"question": "متى وصلت السفينة زرزورة؟"}
        assert server.client.post("/ask", json=asked).json()["status"] == "not_found"
        writer.add(documents()[-1:])
        assert server.client.get("/search?q=زرزورة").json()["passages"][0]["source"]["path"] == AWKWARD[-1]


class Failing(Retriever):
    """A Retriever with a mistake in it."""

    def ask(self, *_: Any, **__: Any) -> Any:
        raise ZeroDivisionError("a secret")


def test_a_mistake_is_told_without_a_traceback_and_the_next_request_is_answered() -> None:
    with Serving(Failing.in_memory([])) as server:
        failed = server.client.post("/ask", json={"question": "متى؟"})
        assert (failed.status_code, failed.json()["code"]) == (500, "internal_error")
        assert "secret" not in failed.text
        assert server.client.get("/healthz").json() == {"status": "ok"}


def test_a_lost_index_is_told_to_whoever_asks_and_to_who_watches(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("index")
    Retriever.open(folder, create=True).close()
    with Serving(Retriever.open(folder)) as server:
        for file in folder.iterdir():
            if file.is_file():
                file.write_bytes(b"\0" * 100)
        found: list[httpx.Response] = [server.client.get("/search?q=a"), server.client.get("/healthz")]
    assert [(each.status_code, each.json()["code"]) for each in found] == [(503, "index_unavailable")] * 2
    assert str(folder) not in found[0].text
