"""What becomes of each exception: a problem, and never a traceback."""

from __future__ import annotations

import logging
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from bot.http.problems import Problem
from bot.texts import Language, say
from retrieval import EmptyQuestion, QuestionTooLong, StorageError, WhereInvalid

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from fastapi import Request, Response

_log = logging.getLogger(__name__)


def _as_it_is(problem: Problem) -> Problem:
    return problem


def _too_long(error: QuestionTooLong) -> Problem:
    arabic = say(Language.ARABIC, "question-too-long", length=error.length, limit=error.limit)
    return Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "question_too_long", str(error), arabic=arabic)


def _empty(error: EmptyQuestion) -> Problem:
    arabic = say(Language.ARABIC, "empty-question")
    return Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "empty_question", str(error), arabic=arabic)


def _wrong_where(error: WhereInvalid) -> Problem:
    return Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "invalid_where", str(error))


def _invalid(error: RequestValidationError) -> Problem:
    invalid = {".".join(map(str, each["loc"])): each["msg"] for each in error.errors()}
    return Problem(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "invalid_request",
        "the request isn't valid: " + "; ".join(f"{where}: {what}" for where, what in invalid.items()),
        invalid=invalid,
    )


def _of_http(error: HTTPException) -> Problem:
    status = HTTPStatus(error.status_code)
    return Problem(status, status.name.lower(), str(error.detail), headers=error.headers)


def _no_index(error: StorageError) -> Problem:
    _log.error("%s", error)
    return Problem(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "index_unavailable",
        "the index can't be asked; the server's log tells why",
        arabic=say(Language.ARABIC, "unavailable"),
    )


_PROBLEMS: dict[type[Exception], Callable[[Any], Problem]] = {
    Problem: _as_it_is,
    QuestionTooLong: _too_long,
    EmptyQuestion: _empty,
    WhereInvalid: _wrong_where,
    RequestValidationError: _invalid,
    HTTPException: _of_http,
    StorageError: _no_index,
}


async def _refuse(problem: Callable[[Any], Problem], request: Request, error: Exception) -> Response:
    return problem(error).response(request.headers.get("accept-language", ""))


HANDLERS: dict[int | type[Exception], Callable[[Request, Any], Coroutine[Any, Any, Response]]] = {
    kind: partial(_refuse, problem) for kind, problem in _PROBLEMS.items()
}
"""Exception -> what answers a request of which it came; the nearest of its classes is taken."""
