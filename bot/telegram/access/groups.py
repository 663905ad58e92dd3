"""Groups of users who are answered from documents of their own, as the owner's file tells them.

[editors]
members = [111222333, -1001234567890]    # users, and groups of Telegram's
source = "documents"                     # in place of IQTIBAS_SOURCE
index = "editors.index"                  # in place of IQTIBAS_INDEX, where theirs is one on disk
"""

from __future__ import annotations

import tomllib
from pathlib import Path  # noqa: TC003  pydantic looks it up
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.settings import SettingsError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


class Group(BaseModel):
    """Users and chats by number, and where the documents lie that they may read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    members: frozenset[int] = Field(min_length=1)
    source: Path
    index: Path | None = None


def read_groups(path: Path) -> dict[str, Group]:
    """The groups of a file by their names, in order. Raises SettingsError, with all that is wrong in it."""
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"IQTIBAS_GROUPS: {path} can't be read: {error}") from None
    groups: dict[str, Group] = {}
    problems: list[str] = []
    for name, table in tables.items():
        try:
            groups[name] = Group.model_validate(table)
        except ValidationError as error:
            problems += [f"[{name}] {_reason(detail)}" for detail in error.errors()]
    if problems:
        raise SettingsError(f"IQTIBAS_GROUPS: {path}: {'; '.join(problems)}")
    return groups


def _reason(detail: ErrorDetails) -> str:
    place = ".".join(map(str, detail["loc"]))
    return f"{place}: {detail['msg']}" if place else detail["msg"]
