"""The engine of an index against its database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.engines import tantivy_files
from retrieval.engines.tantivy import TantivyEngine
from retrieval.ranking.collection import CANDIDATE_FIELDS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path


def engine_problems(folder: Path, database: sqlite3.Connection) -> Iterator[str]:
    """What of the engine's files is damaged, and which paragraphs it has too few or too many."""
    state = dict(database.execute("select name, value from state where name in ('engine', 'generation')"))
    place = folder / str(state["engine"])
    if not state["engine"] or not TantivyEngine.can_open(place):
        if state["generation"]:
            yield f"{place.name or 'candidates'}: it can't be opened; the next writer builds it anew"
        return
    damaged = list(tantivy_files.damaged(place))
    yield from (f"{place.name}/{problem}" for problem in damaged)
    if damaged:
        return
    view = TantivyEngine(place, CANDIDATE_FIELDS).view()
    if view.mark not in {state["generation"], state["generation"] + 1}:
        yield f"{place.name}: it is at commit {view.mark}, the database at {state['generation']}"
    held = set(view.keys())
    there = {key for (key,) in database.execute("select key from paragraphs")}
    gone = {key for (key,) in database.execute("select key from removed")}
    if missing := there - held:
        yield f"{place.name}: {len(missing)} paragraphs are missing"
    if view.mark == state["generation"] and (strange := held - there - gone):
        yield f"{place.name}: {len(strange)} paragraphs are unknown to the database"
