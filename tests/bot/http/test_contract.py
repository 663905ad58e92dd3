from __future__ import annotations


def test_whatever_openapi_allows_or_not_gets_an_answer_that_it_tells_of() -> None:
    from tests.bot.http.contract import explore  # noqa: PLC0415 - it brings schemathesis

    assert explore(3) >= 24
