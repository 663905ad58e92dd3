"""What a request may carry: JSON, and not much of it."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import Request

from bot.http.problems import Problem

LARGEST = 1 << 16
"""Bytes of a body. A question of the longest, each of its characters escaped, has half of them."""


def refuse_large(request: Request) -> None:
    """Raise Problem where a request says that its body is too large; FastAPI counts those that don't say."""
    if int(request.headers.get("content-length", 0)) > LARGEST:
        raise Problem(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            "request_entity_too_large",
            f"a request's body may have {LARGEST} bytes",
        )


async def refuse_others(request: Request) -> None:
    """Raise Problem where a request doesn't say that its body is JSON; for a route that takes one."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise Problem(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
            "unsupported_media_type",
            "send JSON, with the header Content-Type: application/json",
        )
