"""GET /documents and GET /documents/{path}."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Query, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypedDict

from bot.http.desk import AtDesk, Desk
from bot.http.lines import LINES, Accept, also_lines, as_json, lines, wants_lines
from bot.http.problems import Problem, responses
from bot.render.document import document_object
from bot.render.json_types import DocumentObject, SourceObject
from bot.render.objects import VERSION, paragraph_object, source_object
from retrieval import Retriever

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from retrieval import Document, Source

router = APIRouter()
_INVALID = responses(HTTPStatus.UNPROCESSABLE_ENTITY)
_AT_ONCE = 500
"""Sources fetched at once while they are streamed."""


class ListedObject(TypedDict):
    """A document: what is told of it, and where its text is."""

    source: SourceObject
    location: str


class ListObject(TypedDict):
    """Some of the documents, in order of their paths; `next`: where the list goes on, null at its end."""

    version: Literal[1]
    documents: list[ListedObject]
    next: str | None


class Listed(BaseModel):
    """Which documents are listed."""

    model_config = ConfigDict(extra="forbid")

    after: Annotated[str, Field(description="The path after which the list goes on.")] = ""
    limit: Annotated[
        int, Field(ge=1, le=1000, description="At most so many; all, where lines are asked for.")
    ] = 100


class Page(BaseModel):
    """How much of a text is given."""

    model_config = ConfigDict(extra="forbid")

    start: Annotated[int, Field(ge=0, description="Character offset where the page begins.")] = 0
    length: Annotated[int, Field(ge=1, le=1_000_000, description="Characters of the page.")] = 100_000


@router.get("/documents", response_model=ListObject, responses=_INVALID | also_lines("all the documents"))
async def documents(listed: Annotated[Listed, Query()], desk: AtDesk, accept: Accept = "") -> Response:
    """The documents in order of their paths: a page of them, or all, a line each."""
    if wants_lines(accept):
        first = await desk.run(lambda retriever: retriever.sources(listed.after, _AT_ONCE))
        return StreamingResponse(_streamed(desk, first), media_type=LINES)
    sources = await desk.run(lambda retriever: retriever.sources(listed.after, listed.limit))
    more = len(sources) == listed.limit
    onward = f"/documents?after={quote(sources[-1].path, safe='')}&limit={listed.limit}" if more else None
    return as_json({"version": VERSION, "documents": [_listed(each) for each in sources], "next": onward})


@router.get(
    "/documents/{path:path}",
    response_model=DocumentObject,
    responses=_INVALID | responses(HTTPStatus.NOT_FOUND) | also_lines("all its paragraphs"),
)
async def document(path: str, page: Annotated[Page, Query()], desk: AtDesk, accept: Accept = "") -> Response:
    """A document by the path that its source has: a page of its text, or all its paragraphs, a line each."""
    if wants_lines(accept):
        return Response(await desk.run(lambda retriever: _paragraphs(retriever, path)), media_type=LINES)
    found = await desk.run(
        lambda retriever: document_object(_document(retriever, path), page.start, page.length)
    )
    return as_json(found)


async def _streamed(desk: Desk, sources: Sequence[Source]) -> AsyncIterator[str]:
    """The documents of these sources and all after them, as lines, some at a time."""
    while sources:
        yield lines(_listed(source) for source in sources)
        following = partial(Retriever.sources, after=sources[-1].path, limit=_AT_ONCE)
        sources = await desk.run(following, begun=True)


def _document(retriever: Retriever, path: str) -> Document:
    document = retriever.document(path)
    if document is None:
        raise Problem(
            HTTPStatus.NOT_FOUND,
            "no_such_document",
            f"no document of the path {path}; GET /documents lists them",
        )
    return document


def _paragraphs(retriever: Retriever, path: str) -> str:
    return lines(paragraph_object(each) for each in _document(retriever, path).quotable())


def _listed(source: Source) -> ListedObject:
    # Slashes too, so that no step on the way takes `..` or `//` in a path for its own.
    return {"source": source_object(source), "location": f"/documents/{quote(source.path, safe='')}"}
