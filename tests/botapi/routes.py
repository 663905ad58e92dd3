"""HTTP: requests -> calls and test steps -> answers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.botapi.calls import call
from tests.botapi.errors import ApiError, Dropped, bad_request
from tests.botapi.files import UPLOAD_LIMIT, download, keep
from tests.botapi.upload import Upload, uploaded

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.botapi.json_types import Json
    from tests.botapi.server import BotApiServer

_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class Routes:
    """The handlers of `server`.

    /bot<token>/<method> by GET or POST: the Bot API. For tests, each with ?token=… if there are several bots:
    POST /test/updates and POST /test/faults take one or a list, GET /test/sent lists (?method=…). POST
    /test/files?name=… takes a file's bytes and answers with the Document to put into a message.
    """

    def __init__(self, server: BotApiServer) -> None:
        self._server = server

    def application(self) -> web.Application:
        """What aiohttp serves."""
        application = web.Application(client_max_size=2 * UPLOAD_LIMIT)
        add = application.router.add_route
        add("POST", "/test/updates", self._updates)
        add("GET", "/test/sent", self._sent)
        add("POST", "/test/faults", self._faults)
        add("POST", "/test/files", self._files)
        add("GET", "/file/bot{token:[^/]*}/{path:.*}", self._download)
        for verb in ("GET", "POST"):
            add(verb, "/bot{token:[^/]*}/{method:[^/]*}", self._call)
        add("*", "/{path:.*}", self._nothing)
        return application

    async def _call(self, request: web.Request) -> web.Response:
        try:
            bot = self._server.bots.by_token(request.match_info["token"])
            return _done(await call(bot, request.match_info["method"], await _sent_parameters(request)))
        except ApiError as error:
            return _failed(error)
        except ConnectionResetError:
            # A client that was killed while it sent.
            return web.Response()
        except Dropped:
            if request.transport:
                request.transport.abort()
            return web.Response()

    async def _updates(self, request: web.Request) -> web.Response:
        token = request.query.get("token")
        return await _steered(request, lambda body: self._server.inject(*_listed(body), token=token))

    async def _sent(self, request: web.Request) -> web.Response:
        method, token = request.query.get("method"), request.query.get("token")
        return await _steered(request, lambda _: self._server.sent(method, token=token))

    async def _faults(self, request: web.Request) -> web.Response:
        token = request.query.get("token")
        return await _steered(request, lambda body: self._server.script(*_listed(body), token=token))

    async def _files(self, request: web.Request) -> web.Response:
        bot = self._server.bots.chosen(request.query.get("token"))
        return web.json_response(keep(bot, request.query.get("name", "file"), await request.read()))

    async def _download(self, request: web.Request) -> web.Response:
        try:
            bot = self._server.bots.by_token(request.match_info["token"])
            return web.Response(body=download(bot, request.match_info["path"]))
        except ApiError as error:
            return _failed(error)

    async def _nothing(self, _request: web.Request) -> web.Response:
        return _failed(ApiError(404, "Not Found"))


async def _sent_parameters(request: web.Request) -> Json:
    """Query, form, multipart or JSON, the body over the query. A file is an Upload."""
    try:
        return {**request.query, **await _body(request)}
    except (TypeError, ValueError):
        raise bad_request("Can't parse the request's body") from None


async def _body(request: web.Request) -> Json:
    if request.content_type not in _FORMS:
        body: Json = json.loads(await request.read() or b"{}")
        return body
    fields = (await request.post()).items()
    return {name: _file(value) if isinstance(value, web.FileField) else value for name, value in fields}


def _file(field: web.FileField) -> Upload:
    return uploaded(field.filename, field.file.read())


def _listed(body: Any) -> list[Json]:
    several = body if isinstance(body, list) else [body]
    if not all(isinstance(each, dict) for each in several):
        raise ValueError("the body has to be a JSON object, or a list of objects")
    return several


async def _steered(request: web.Request, step: Callable[[Any], Any]) -> web.Response:
    """The answer to a test's step with the JSON it sent; a mistake in it is told as a 400."""
    try:
        body = json.loads(await request.read() or b"null")
        return web.json_response(step(body))
    except ApiError as error:
        return _failed(error)
    except (TypeError, ValueError) as error:
        return _failed(ApiError(400, str(error)))


def _done(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def _failed(error: ApiError) -> web.Response:
    seconds = error.parameters.get("retry_after")
    headers = {"Retry-After": str(seconds)} if seconds else None
    return web.json_response(error.to_json(), status=error.code, headers=headers)
