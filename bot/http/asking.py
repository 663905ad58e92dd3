"""POST /ask and GET /search."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from pydantic import BaseModel, ConfigDict, Field, Json

from bot.http.body import LARGEST, refuse_others
from bot.http.desk import AtDesk
from bot.http.lines import LINES, Accept, also_lines, as_json, lines, wants_lines
from bot.http.problems import responses
from bot.render.json import answer_object
from bot.render.json_types import AnswerObject, SearchObject
from bot.render.search import search_object
from bot.requested import Passages, Question, Quotations, Skipped, Where

router = APIRouter()
_REFUSED = responses(HTTPStatus.UNPROCESSABLE_ENTITY)
_UNREAD = responses(
    HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNSUPPORTED_MEDIA_TYPE
)


class Asked(BaseModel):
    """A question to be answered by quotations."""

    model_config = ConfigDict(extra="forbid", strict=True)

    question: Question
    limit: Quotations = 3
    skip: Skipped = 0
    where: Where = Field(default_factory=dict)
    explain: Annotated[bool, Field(description="Whether each comes with what speaks for it.")] = False


class Sought(BaseModel):
    """A question to which passages are sought."""

    model_config = ConfigDict(extra="forbid")

    q: Question
    limit: Passages = 5
    where: Annotated[Json[Where] | None, Field(description="As for POST /ask, in JSON.")] = None


@router.post(
    "/ask",
    response_model=AnswerObject,
    responses=_REFUSED | _UNREAD,
    dependencies=[Depends(refuse_others)],
    max_body_size=LARGEST,
)
async def ask(asked: Asked, desk: AtDesk) -> Response:
    """Quotations that answer a question, or `not_found`: the JSON of `iqtibas ask --json`."""
    answer = await desk.run(
        lambda retriever: answer_object(
            retriever.ask(asked.question, asked.limit, asked.skip, where=asked.where), explain=asked.explain
        )
    )
    return as_json(answer)


@router.get("/search", response_model=SearchObject, responses=_REFUSED | also_lines("the passages"))
async def search(sought: Annotated[Sought, Query()], desk: AtDesk, accept: Accept = "") -> Response:
    """The passages that share words with a question, best first, answer or not."""
    found = await desk.run(
        lambda retriever: search_object(
            sought.q, retriever.search(sought.q, sought.limit, sought.where), retriever.selected(sought.where)
        )
    )
    return Response(lines(found["passages"]), media_type=LINES) if wants_lines(accept) else as_json(found)
