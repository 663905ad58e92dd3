from __future__ import annotations

from tests.bot.http.contract import explore


def test_whatever_openapi_allows_or_not_gets_an_answer_that_it_tells_of() -> None:
    assert explore(3) >= 24
