"""How the bot is, over HTTP: /healthz for whoever restarts it, /metrics for Prometheus."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

from aiohttp import web

if TYPE_CHECKING:
    from pathlib import Path

    from bot.telegram.database import Database
    from bot.telegram.intake import Intake
    from bot.telegram.metrics import Metrics

_TEXT = "text/plain; version=0.0.4; charset=utf-8"
_PATIENCE = 5.0
"""Seconds after which a database that doesn't answer counts as stuck."""


class Health:
    """What is looked at.

    index: the folder of an index, None for documents in memory, which are as old as the start
    """

    def __init__(self, database: Database, intake: Intake, metrics: Metrics, index: Path | None) -> None:
        self._database = database
        self._intake = intake
        self._metrics = metrics
        self._index = index
        self._started = time.time()
        metrics.gauge("inbox_depth", "Updates that wait or are at hand.", lambda: len(intake.order))
        metrics.gauge("index_age_seconds", "Since what is searched changed last.", self.index_age)

    def application(self) -> web.Application:
        """What is served."""
        application = web.Application()
        application.router.add_get("/healthz", self._healthz)
        application.router.add_get("/metrics", self._show_metrics)
        return application

    def index_age(self) -> float:
        """Seconds since the index changed, or since the documents were read."""
        if self._index is None:
            return time.time() - self._started
        changed = [file.stat().st_mtime for file in self._index.iterdir() if file.is_file()]
        return max(0.0, time.time() - max(changed, default=self._started))

    async def _healthz(self, _request: web.Request) -> web.Response:
        problem = await self._problem()
        about: dict[str, Any] = {
            "status": problem or "ok",
            "uptime_seconds": round(time.time() - self._started),
            "index_age_seconds": round(self.index_age()),
            "inbox_depth": len(self._intake.order),
        }
        return web.json_response(about, status=503 if problem else 200)

    async def _problem(self) -> str:
        """Why a restart is called for. That Telegram can't be reached is no reason."""
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._database.run(lambda it: it.execute("select 1"))
        except TimeoutError:
            return "the database doesn't answer"
        except Exception as error:  # noqa: BLE001  whatever it is, it is told
            return f"the database fails: {error}"
        return ""

    async def _show_metrics(self, _request: web.Request) -> web.Response:
        return web.Response(body=self._metrics.text(), headers={"Content-Type": _TEXT})
