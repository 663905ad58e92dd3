"""JSON, or an object a line (NDJSON) for programs that ask for it by their Accept header."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Header, Response

from bot.render.json_line import json_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LINES = "application/x-ndjson"

Accept = Annotated[str, Header(include_in_schema=False)]
"""The parameter by which a route gets the Accept header."""


def wants_lines(accept: str) -> bool:
    """Whether a request asks for an object a line."""
    return LINES in accept


def lines(objects: Iterable[Mapping[str, object]]) -> str:
    """The objects, a line each."""
    return "".join(json_line(each) + "\n" for each in objects)


def as_json(value: Mapping[str, object]) -> Response:
    """An object as `iqtibas ask --json` would print it."""
    return Response(json_line(value), media_type="application/json")


def also_lines(of: str) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI is told of a route that also gives lines; of: what stands on each."""
    schema = {"type": "string", "description": f"{of}, a line each"}
    return {200: {"content": {LINES: {"schema": schema}}}}
