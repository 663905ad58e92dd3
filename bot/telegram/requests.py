"""Requests to a Bot API server.

python-telegram-bot's own client, httpx, takes several times as much of the processor, and writes Arabic as
forms do, six characters a letter.
"""

from __future__ import annotations

import json
import logging
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest

if TYPE_CHECKING:
    from typing import TypeAlias

    from telegram._utils.types import ODVInput
    from telegram.request import RequestData

    Seconds: TypeAlias = ODVInput[float]

_log = logging.getLogger(__name__)

_CONNECT, _READ, _UPLOAD = 5.0, 5.0, 20.0
"""Seconds to connect, to wait for an answer to a message, and to send a file."""
_KEPT_OPEN = 5.0
"""Seconds until an unused connection is closed: a message on one that the server has closed is lost."""

UNSENT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
"""With these errors, the causes of the library's, the request didn't leave."""


class Requests(BaseRequest):
    """The client of one bot, for python-telegram-bot; works between `initialize` and `shutdown`."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds that an answer may take unless a call says otherwise."""
        return _READ

    async def initialize(self) -> None:
        """Be ready for requests."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(keepalive_timeout=_KEPT_OPEN),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0913, PLR0917  the library's own order
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        write_timeout: Seconds = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        connect_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        pool_timeout: Seconds = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """The status and body of the answer. Raises TimedOut, NetworkError."""
        if self._session is None:
            raise RuntimeError("requests need initialize()")
        body, kind = _body(request_data)
        wait = read_timeout if isinstance(read_timeout, (int, float)) else _READ
        # aiohttp counts sending as part of the wait.
        wait += _UPLOAD if request_data and request_data.contains_files else 0
        connect = connect_timeout if isinstance(connect_timeout, (int, float)) else _CONNECT
        server = urlsplit(url)
        timeout = aiohttp.ClientTimeout(total=None, connect=connect, sock_connect=connect, sock_read=wait)
        try:
            async with self._session.request(
                method,
                url,
                data=body,
                headers=kind,
                timeout=timeout,
                proxy=_proxy(server.scheme, server.hostname or ""),
                allow_redirects=False,
            ) as response:
                _log.debug("%s %s: %s", method, url, response.status)
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            raise NetworkError(f"{type(error).__name__}: {error}") from error


@cache
def _proxy(scheme: str, host: str) -> str | None:
    """The owner's proxy for a server, as the environment names it.

    aiohttp would look it up for each request, in a thread that waits for those that ask the documents.
    """
    return None if proxy_bypass(host) else getproxies().get(scheme)


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    """What a request carries, and the headers that say so."""
    if data is None:
        return None, {}
    if not data.contains_files:
        # The library would put text six bytes a letter into it, and JSON into JSON.
        payload = json.dumps(data.parameters, ensure_ascii=False)
        return payload.encode("utf-8", "replace"), {"Content-Type": "application/json"}
    # Unquoted, or names of files would be shown percent-coded.
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)
    for field, (name, content, kind) in data.multipart_data.items():
        form.add_field(field, content, filename=name, content_type=kind)
    return form, {}
