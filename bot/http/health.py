"""GET /healthz: for whoever restarts the server."""

from __future__ import annotations

import asyncio
import logging
from http import HTTPStatus
from typing import Literal

from fastapi import APIRouter
from typing_extensions import TypedDict

from bot.http.desk import AtDesk
from bot.http.guard import HEALTH
from bot.http.problems import Problem, responses
from retrieval import IqtibasError

_log = logging.getLogger(__name__)

router = APIRouter()
_PATIENCE = 5.0
"""Seconds after which an index that doesn't answer counts as stuck."""


class HealthObject(TypedDict):
    """That the server can answer."""

    status: Literal["ok"]


@router.get(HEALTH, responses=responses(HTTPStatus.SERVICE_UNAVAILABLE))
async def health(desk: AtDesk) -> HealthObject:
    """Whether the documents can be asked; needs no key."""
    try:
        async with asyncio.timeout(_PATIENCE):
            await desk.look(lambda retriever: retriever.searched)
    except (TimeoutError, IqtibasError) as error:
        _log.error("the index doesn't answer: %s", error or f"not within {_PATIENCE:g} seconds")
        raise Problem(
            HTTPStatus.SERVICE_UNAVAILABLE, "index_unavailable", "the index doesn't answer"
        ) from None
    return {"status": "ok"}
