"""Who may ask the HTTP API, how fast, and from which pages."""

from __future__ import annotations

import asyncio
import threading

import pytest
from pydantic import SecretStr

from bot.http.desk import Desk
from bot.http.problems import Problem
from retrieval import Retriever
from tests.bot.http.serving import Serving

KEYS = ("a-key-for-the-archive", "another-key-for-the-app")


def secrets() -> tuple[SecretStr, ...]:
    return tuple(map(SecretStr, KEYS))


GIVEN = [
    ("the first key", f"Bearer {KEYS[0]}", 200),
    ("the second key", f"bearer {KEYS[1]}", 200),
    ("no key", "", 401),
    ("another", "Bearer a-key-for-the-archivf", 401),
    ("the start of one", f"Bearer {KEYS[0][:-1]}", 401),
    ("two at once", f"Bearer {KEYS[0]},{KEYS[1]}", 401),
    ("another scheme", f"Basic {KEYS[0]}", 401),
]


def test_only_who_brings_a_key_is_answered() -> None:
    with Serving(Retriever.in_memory([]), api_keys=secrets()) as server:
        for description, authorization, status in GIVEN:
            answer = server.client.get("/documents", headers={"Authorization": authorization})
            assert answer.status_code == status, description
            assert not any(key in answer.text for key in KEYS)
        assert answer.headers["www-authenticate"] == "Bearer"
        assert server.client.get("/openapi.json").status_code == 401
        assert server.client.get("/healthz").status_code == 200


def test_one_keys_pace_is_not_anothers_and_no_key_can_be_guessed_fast() -> None:
    with Serving(Retriever.in_memory([]), api_keys=secrets(), http_rate=3) as server:
        for key, served in ((KEYS[0], 200), (KEYS[1], 200), ("wrong", 401)):
            answers = [
                server.client.get("/documents", headers={"Authorization": f"Bearer {key}"}) for _ in range(4)
            ]
            assert [answer.status_code for answer in answers] == [served] * 3 + [429]
            assert 0 < int(answers[-1].headers["retry-after"]) <= 20


def test_pages_of_other_sites_may_ask_only_where_the_owner_names_them() -> None:
    origin = {"Origin": "https://app.example"}
    asking = {
        **origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization",
    }
    for allowed in ((), ("https://app.example",), ("https://other.example",)):
        with Serving(Retriever.in_memory([]), api_keys=secrets(), http_origins=allowed) as server:
            before = server.client.options("/ask", headers=asking)
            refused = server.client.get("/documents", headers=origin)
        named = allowed == ("https://app.example",)
        assert (before.status_code == 200) is named
        for answer in (before, refused):
            assert (answer.headers.get("access-control-allow-origin") == "https://app.example") is named


async def test_what_waits_is_bounded_and_the_rest_is_told_when_to_come_again() -> None:
    desk, done = Desk(Retriever.in_memory([]), threads=1, at_once=2), threading.Event()
    waiting = [asyncio.create_task(desk.run(lambda _: done.wait(20))) for _ in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(Problem) as refused:
        await desk.run(lambda _: None)
    assert (refused.value.status, refused.value.headers) == (503, {"Retry-After": "1"})
    done.set()
    assert await asyncio.gather(*waiting) == [True, True]
    await desk.run(lambda _: None)
    desk.close()
