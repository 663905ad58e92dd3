"""What a request may carry: JSON, and not much of it."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from bot.http.problems import Problem

if TYPE_CHECKING:
    from starlette.requests import Request

LARGEST = 1 << 16
"""Bytes of a body. A question of the longest, each of its characters escaped, has half of them."""


def check(request: Request) -> None:
    """Raise Problem where a request says of its body what can't be; FastAPI looks whether it is true."""
    if int(request.headers.get("content-length", 0)) > LARGEST:
        raise Problem(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            "request_entity_too_large",
            f"a request's body may have {LARGEST} bytes",
        )
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method == "POST" and media_type != "application/json":
        raise Problem(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
            "unsupported_media_type",
            "send JSON, with the header Content-Type: application/json",
        )
