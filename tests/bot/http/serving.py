"""The API on a port of this machine, in a thread of the test's own process."""

from __future__ import annotations

import socket
import threading
import time
from typing import TYPE_CHECKING, Any, Self

import httpx
import uvicorn

from bot.http.application import application
from bot.settings import Settings

if TYPE_CHECKING:
    from retrieval import Retriever

PATIENCE = 20.0


class Serving:
    """Serves a Retriever under these settings; `client` asks it."""

    def __init__(self, retriever: Retriever, **settings: Any) -> None:
        self.api = application(retriever, Settings.model_construct(**settings))
        config = uvicorn.Config(self.api, log_config=None, lifespan="on", ws="none")
        self._server = uvicorn.Server(config)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._server.run, args=([self._listener],))
        self.base_url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.client = httpx.Client(base_url=self.base_url, timeout=PATIENCE, trust_env=False)

    def __enter__(self) -> Self:
        self._thread.start()
        deadline = time.monotonic() + PATIENCE
        while not self._server.started:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()
        self._server.should_exit = True
        self._thread.join(PATIENCE)
        self._listener.close()
