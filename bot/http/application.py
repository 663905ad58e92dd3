"""The API put together."""

from __future__ import annotations

from contextlib import asynccontextmanager
from http import HTTPStatus
from importlib.metadata import version
from typing import TYPE_CHECKING

from fastapi import FastAPI, Security
from fastapi.security import HTTPBearer
from starlette.middleware.cors import CORSMiddleware

from bot.http import asking, documents, health
from bot.http.desk import Desk
from bot.http.guard import Guard
from bot.http.journal import Journal
from bot.http.mistakes import Mistakes
from bot.http.problems import responses
from bot.http.refusals import HANDLERS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.settings import Settings
    from retrieval import Retriever

_ANY = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.SERVICE_UNAVAILABLE)


def application(retriever: Retriever, settings: Settings) -> FastAPI:
    """The API over a Retriever, which is closed when the server ends."""
    desk = Desk(retriever)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        yield
        desk.close()

    # Without the pages that show it, which load scripts from elsewhere: many a server can't, and none should.
    api = FastAPI(
        title="Iqtibas",
        summary="Quotations from the owner's Arabic documents, each with its source and exact place.",
        version=version("iqtibas"),
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=life,
        exception_handlers=HANDLERS,
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    api.state.desk = desk
    keyed = bool(settings.api_keys)
    for each in (asking, documents):
        api.include_router(
            each.router,
            # For OpenAPI to tell; the guard is who looks at it.
            dependencies=[Security(HTTPBearer(auto_error=False))] if keyed else [],
            responses=responses(*_ANY, *([HTTPStatus.UNAUTHORIZED] if keyed else [])),
        )
    api.include_router(health.router)
    _surround(api, settings)
    return api


def _surround(api: FastAPI, settings: Settings) -> None:
    """Put around the API what each request passes first; the last one added is outermost."""
    api.add_middleware(Mistakes)
    api.add_middleware(Guard, settings=settings)
    if settings.http_origins:
        # A browser asks beforehand, without the key, whether its page may ask.
        api.add_middleware(
            CORSMiddleware,
            allow_origins=settings.http_origins,
            allow_methods=("GET", "POST"),
            allow_headers=("Authorization", "Content-Type"),
            expose_headers=("Retry-After",),
        )
    api.add_middleware(Journal)
