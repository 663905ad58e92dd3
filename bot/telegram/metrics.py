"""What the bot counts, for Prometheus."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.telegram.inbox import State
    from bot.telegram.received import Received

_SECONDS = (0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300)


class Metrics:
    """The bot's own registry, so that nothing is registered on import and two bots can be in one process."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)
        self._updates = Counter(
            "iqtibas_updates", "Updates by what became of them.", ["state"], registry=self._registry
        )
        self._seconds = Histogram(
            "iqtibas_update_seconds",
            "From an update's arrival until it was handled and answered.",
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._calls = Counter(
            "iqtibas_calls",
            "Calls of the Bot API by how they ended.",
            ["method", "end"],
            registry=self._registry,
        )
        self._retries = Counter(
            "iqtibas_retries", "Calls that had to wait, by why.", ["reason"], registry=self._registry
        )

    def ended(self, update: Received, state: State) -> None:
        """Count an update that was handled, failed or was refused."""
        self._updates.labels(state.value).inc()
        self._seconds.observe(max(0.0, time.time() - update.at))

    def called(self, method: str, end: str) -> None:
        """Count a call: accepted, or the kind of the error."""
        self._calls.labels(method, end).inc()

    def retried(self, reason: str) -> None:
        """Count a call that waits to be tried again."""
        self._retries.labels(reason).inc()

    def gauge(self, name: str, about: str, value: Callable[[], float]) -> None:
        """Show a value that is looked up when it is asked for."""
        Gauge(f"iqtibas_{name}", about, registry=self._registry).set_function(value)

    def text(self) -> bytes:
        """Everything, in Prometheus' text format."""
        return generate_latest(self._registry)
