"""`python -m tests.botapi`: the server as a process of its own, until SIGINT or SIGTERM."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys

from tests.botapi.server import BotApiServer

_USE = """\
A Bot API test server. The first line says where; the bot: Bot(token, base_url="{base_url}")
Tokens: {tokens}.
    curl -d '{{"message": {{"text": "سؤال", "from": {{"id": 7}}}}}}' '{url}/test/updates'
    curl '{url}/test/sent'
    curl -d '[{{"method": "sendMessage", "kind": 429, "retry_after": 2}}]' '{url}/test/faults'
"""


def main() -> None:
    """Parse the options and serve."""
    parser = argparse.ArgumentParser(prog="python -m tests.botapi", description="A Bot API server for tests.")
    parser.add_argument("--port", type=int, default=0, help="where to listen on 127.0.0.1; 0: a free port")
    parser.add_argument("--token", help="the only bot to let in; else each well-formed token is one")
    options = parser.parse_args()
    asyncio.run(_serve(options.port, options.token))


async def _serve(port: int, token: str | None) -> None:
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    async with BotApiServer(port, token) as server:
        tokens = "only the one given" if token else "any like 123456:abc, each its own bot"
        sys.stdout.write(
            f"{server.url}\n{_USE.format(url=server.url, base_url=server.base_url, tokens=tokens)}"
        )
        sys.stdout.flush()
        await stopped.wait()


if __name__ == "__main__":
    main()
