"""The engine of an index: set back when a kill left it ahead of the database, built anew when it lags."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from retrieval.engines.tantivy import Damaged, TantivyEngine
from retrieval.index.counts import Texts
from retrieval.index.database import transaction
from retrieval.index.engine_terms import engine_terms
from retrieval.index.keys import first_of
from retrieval.index.paragraphs import Rows
from retrieval.index.snapshot import load
from retrieval.ranking.collection import CANDIDATE_FIELDS

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

_AT_ONCE = 1000
"""Paragraphs that are handed over together."""


def ready(folder: Path, database: sqlite3.Connection) -> TantivyEngine:
    """The engine, holding every paragraph of the last commit. The caller holds the lock."""
    state = dict(database.execute("select name, value from state"))
    place = folder / str(state["engine"])
    if state["engine"] and TantivyEngine.can_open(place):
        engine = TantivyEngine(place, CANDIDATE_FIELDS)
        mark, generation = _mark(engine), int(state["generation"])
        if mark == generation:
            return engine
        if mark == generation + 1:
            # Killed before its database could commit: nobody has seen what it added.
            engine.delete_from(first_of(int(state.get("last document", 0)) + 1))
            engine.commit(generation)
            return engine
    return rebuild(folder, database)


def _mark(engine: TantivyEngine) -> int | None:
    """The commit that the engine holds; None where it can't tell."""
    try:
        return engine.view().mark
    except Damaged:
        return None


def rebuild(folder: Path, database: sqlite3.Connection) -> TantivyEngine:
    """A new engine from what the database holds, in a folder of its own; the old one is removed."""
    with transaction(database, "immediate"):
        (generation,) = database.execute("select value + 1 from state where name = 'generation'").fetchone()
        place = folder / f"candidates-{generation}"
        shutil.rmtree(place, ignore_errors=True)
        engine = TantivyEngine(place, CANDIDATE_FIELDS)
        tables = load(folder, database, engine.view()).tables
        rows = database.execute("select key, words from paragraphs order by key")
        while some := rows.fetchmany(_AT_ONCE):
            bodies = [words for words, _, _ in Rows([packed for _, packed in some])]
            texts = Texts.joined(bodies, [1] * len(bodies))
            for (key, _), terms in zip(some, engine_terms(texts, tables), strict=True):
                engine.add(key, terms)
        engine.commit(generation)
        database.execute("delete from removed")
        database.executemany(
            "update state set value = ? where name = ?", [(generation, "generation"), (place.name, "engine")]
        )
    for old in folder.glob("candidates-*"):
        if old != place:
            shutil.rmtree(old, ignore_errors=True)
    return engine
