"""One log on standard error, for people or as JSON."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Literal

from pythonjsonlogger.json import JsonFormatter

if TYPE_CHECKING:
    from collections.abc import Callable

_TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_FIELDS = ("levelname", "name", "message")


def configure(
    level: str,
    formatter: logging.Formatter,
    added: Callable[[logging.LogRecord], bool] | None = None,
) -> None:
    """Send everything from `level` up to standard error. For commands, never on import.

    added: puts into each record what else is to be told with it
    """
    handler = logging.StreamHandler()
    if added:
        handler.addFilter(added)
    handler.setFormatter(formatter)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(True)
    # What a failing handler prints doesn't pass the formatter.
    logging.raiseExceptions = False


def formatter(form: Literal["text", "json"]) -> logging.Formatter:
    """What makes a line of a record."""
    if form == "text":
        return logging.Formatter(_TEXT)
    names = {"levelname": "level", "name": "logger"}
    return JsonFormatter(_FIELDS, style="%", rename_fields=names, timestamp="time", json_ensure_ascii=False)
