"""The API against its own description: whatever OpenAPI allows, and what it doesn't, gets an answer that it tells of.

    python -m tests.bot.http.contract 2000

asks each operation so many valid and so many invalid requests, made by schemathesis (https://schemathesis.readthedocs.io).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode, checks

from retrieval import Retriever
from tests.bot.http.serving import Serving
from tests.surfaces import SEEDS

if TYPE_CHECKING:
    from schemathesis import APIOperation, Case

# Not that each valid request is answered: no schema tells that a question must hold a word.
CHECKS = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
]


def explore(examples: int) -> int:
    """Ask every operation `examples` valid and as many invalid requests; returns how many were asked."""
    with Serving(Retriever.from_folder(SEEDS), http_rate=0) as serving:
        # /healthz is left out, since it takes nothing that could be wrong.
        api = schemathesis.openapi.from_url(f"{serving.base_url}/openapi.json").exclude(path="/healthz")
        operations = [each.ok() for each in api.get_all_operations()]
        return sum(_explore(operation, mode, examples) for operation in operations for mode in GenerationMode)


def _explore(operation: APIOperation, mode: GenerationMode, examples: int) -> int:
    asked = 0

    @settings(max_examples=examples, database=None, suppress_health_check=list(HealthCheck), deadline=None)
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Case) -> None:
        nonlocal asked
        asked += 1
        case.call_and_validate(checks=CHECKS)

    ask()
    return asked


if __name__ == "__main__":
    print(explore(int(sys.argv[1])), "requests, each answered as OpenAPI tells")  # noqa: T201 - its figure
