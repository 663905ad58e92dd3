"""Why a request isn't answered: problem details, https://www.rfc-editor.org/rfc/rfc9457.

    {"title": "Unprocessable Entity", "status": 422, "code": "empty_question", "detail": "…"}

`code` is for programs and stays; `detail` is for people, in Arabic where they ask for it and can mend it.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NotRequired

from fastapi.responses import Response
from pydantic import TypeAdapter
from typing_extensions import TypedDict

from bot.render.json_line import json_line

if TYPE_CHECKING:
    from collections.abc import Mapping

MEDIA_TYPE = "application/problem+json"
_LANGUAGE = re.compile(r"\b(ar|en)\b[^,;]*(?:;\s*q=([\d.]+))?", re.IGNORECASE)


class ProblemObject(TypedDict):
    """Why a request isn't answered."""

    title: str
    status: int
    code: str
    detail: str
    invalid: NotRequired[dict[str, str]]


class Problem(Exception):
    """A request that isn't answered.

    code: for programs; detail: for people, `arabic` for those who prefer it
    invalid: each part of the request that isn't valid, and what is
    """

    def __init__(  # noqa: PLR0913  each by its name
        self,
        status: HTTPStatus,
        code: str,
        detail: str,
        *,
        arabic: str = "",
        invalid: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status, self.code, self.detail, self.arabic = status, code, detail, arabic
        self.invalid, self.headers = invalid, headers

    def response(self, accepted: str) -> Response:
        """What is answered; accepted: the request's Accept-Language."""
        arabic = bool(self.arabic) and prefers_arabic(accepted)
        problem: ProblemObject = {
            "title": self.status.phrase,
            "status": self.status.value,
            "code": self.code,
            "detail": self.arabic if arabic else self.detail,
        }
        if self.invalid:
            problem["invalid"] = dict(self.invalid)
        headers = {"Content-Language": "ar" if arabic else "en", **(self.headers or {})}
        return Response(json_line(problem), self.status, headers, MEDIA_TYPE)


def prefers_arabic(accepted: str) -> bool:
    """Whether an Accept-Language puts Arabic before English.

    >>> prefers_arabic("ar-EG,ar;q=0.9,en;q=0.8"), prefers_arabic("en, ar;q=0.5"), prefers_arabic("")
    (True, False, False)
    """
    wanted = {tag.lower(): float(weight or 1) for tag, weight in reversed(_LANGUAGE.findall(accepted))}
    return wanted.get("ar", 0.0) > wanted.get("en", 0.0)


def responses(*statuses: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI is told of them."""
    content = {MEDIA_TYPE: {"schema": TypeAdapter(ProblemObject).json_schema()}}
    return {status.value: {"description": status.phrase, "content": content} for status in statuses}
