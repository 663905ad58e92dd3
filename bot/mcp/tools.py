"""The tools of the MCP server. Their docstrings are what an assistant reads of them."""

from __future__ import annotations

import json
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import CallToolResult, TextContent
from pydantic import Field

from bot.mcp.readable import answer_text, context_text, search_text
from bot.render.document import context_object
from bot.render.json import answer_object
from bot.render.json_types import AnswerObject, ContextObject, SearchObject
from bot.render.search import search_object
from bot.requested import Passages, Question, Quotations, Skipped, Where
from retrieval import QuestionError, Retriever, StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_log = logging.getLogger(__name__)

Path = Annotated[str, Field(description="The path that the source of a quotation has.")]
Offset = Annotated[int, Field(ge=0, description="`start` of the quotation.")]
End = Annotated[int, Field(ge=0, description="`end` of the quotation.")]
Neighbours = Annotated[int, Field(ge=0, le=20, description="At most so many neighbours on this side.")]


class Tools:
    """What an assistant can do with a Retriever; safe for use from several threads, as that is."""

    def __init__(self, retriever: Retriever) -> None:
        self._retriever = retriever

    def ask(
        self, question: Question, limit: Quotations = 3, skip: Skipped = 0, where: Where | None = None
    ) -> Annotated[CallToolResult, AnswerObject]:
        """Answer a question by verbatim quotations from the owner's documents, or say that they hold none.

        Use it for any question that the owner's documents may answer. Quote the text exactly as it is given,
        in Arabic, and name the source under each quotation; add a translation only beside it. When the status
        is `not_found`, tell the user that the documents don't say; never make a quotation up.
        """
        with _told():
            answer = answer_object(self._retriever.ask(question, limit, skip, where=where))
        return _result(answer, answer_text(answer))

    def search(
        self, question: Question, limit: Passages = 5, where: Where | None = None
    ) -> Annotated[CallToolResult, SearchObject]:
        """Find the passages of the owner's documents that share words with a question or key words.

        Unlike `ask` it gives the best matches whether they answer or not: read them before you rely on them.
        Quote them exactly as they are given, with their source; when there are none, say that nothing was
        found.
        """
        with _told():
            found = search_object(
                question, self._retriever.search(question, limit, where), self._retriever.selected(where)
            )
        return _result(found, search_text(found))

    def read_passage(
        self, path: Path, start: Offset, end: End, before: Neighbours = 1, after: Neighbours = 1
    ) -> Annotated[CallToolResult, ContextObject]:
        """Read a passage of a document between its neighbours, to see what a quotation leaves out.

        path, start and end are those of a quotation that `ask` or `search` gave. The paragraphs are verbatim.
        """
        with _told():
            document = self._retriever.document(path)
        if document is None:
            raise ToolError(
                f"no document of the path {path}; take the path from a quotation of ask or search"
            )
        paragraphs = document.around(start, end, before, after)
        if not paragraphs:
            raise ToolError(
                f"no passage between {start} and {end} in {path}, which has {len(document.text)} characters; "
                "take start and end from a quotation of ask or search"
            )
        context = context_object(document, paragraphs)
        return _result(context, context_text(context))


def _result(value: Mapping[str, object], text: str) -> CallToolResult:
    # Half a surrogate pair, which a text may hold, can't be sent: a question mark each, so that offsets hold.
    structured = json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
    return CallToolResult(content=[TextContent(type="text", text=text)], structured_content=structured)


@contextmanager
def _told() -> Iterator[None]:
    """Tell the assistant what is wrong with its question; what is the operator's to mend is logged."""
    try:
        yield
    except QuestionError as error:
        raise ToolError(str(error)) from None
    except StorageError as error:
        _log.error("%s", error)
        raise ToolError("the index can't be asked; the server's log tells its owner why") from None
