"""The server put together, and its life over standard input and output."""

from __future__ import annotations

import signal
from importlib.metadata import version
from typing import TYPE_CHECKING

from mcp.server.mcpserver import MCPServer
from mcp.types import ToolAnnotations

from bot.commands.opening import opened
from bot.logs import configure, formatter
from bot.mcp.tools import Tools

if TYPE_CHECKING:
    from bot.settings import Settings
    from retrieval import Retriever

_INSTRUCTIONS = (
    "Iqtibas gives quotations from its owner's Arabic documents, each with its source and exact place. "
    "Nothing in them is generated, and nothing you say of the documents may be: quote verbatim, name the "
    "source, and when nothing was found, say that the documents don't tell."
)
_READ_ONLY = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def serve(settings: Settings) -> None:
    """Answer an assistant until it closes standard input. Raises IqtibasError where nothing can be asked."""
    with opened(settings) as retriever:
        server = build(retriever)
        # Standard output is the assistant's; the SDK has set up a log of its own kind.
        configure(settings.log_level, formatter(settings.log_format))
        # The SDK's reader waits for a line, and Ctrl-C would wait with it. Nothing is lost by an end at once.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        server.run("stdio")


def build(retriever: Retriever) -> MCPServer:
    """The server with its tools."""
    server = MCPServer(
        "iqtibas", title="اقتباس", instructions=_INSTRUCTIONS, version=version("iqtibas"), log_level="WARNING"
    )
    tools = Tools(retriever)
    for tool in (tools.ask, tools.search, tools.read_passage):
        server.add_tool(tool, annotations=_READ_ONLY)
    return server
