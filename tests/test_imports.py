"""The import table of docs/architecture.md: data flows one way, and so do imports."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

MAY_IMPORT = {
    "retrieval.errors": set(),
    "retrieval.model": set(),
    "retrieval.answers": {"model"},
    "retrieval.arabic": {"model", "errors"},
    "retrieval.engines": set(),
    "retrieval.reading": {"model", "errors", "arabic"},
    "retrieval.ranking": {"model", "errors", "arabic", "engines"},
    "retrieval.answering": {"model", "answers", "arabic", "ranking"},
    "retrieval.evaluation": {"model", "errors", "arabic", "engines", "ranking", "answering"},
    "retrieval.index": {"model", "errors", "arabic", "engines", "reading", "ranking"},
    "retrieval.citation": {"model"},
    "retrieval.verification": {"model"},
    "retrieval.where": {"model", "errors", "reading"},
    "retrieval.highlighting": {"model", "errors", "arabic", "engines", "ranking", "answering"},
    "retrieval.holdings": {"model", "errors", "arabic", "engines", "ranking"},
    "retrieval.stored": {"model", "arabic", "ranking", "reading", "index", "retriever"},
    "retrieval.adapters": {"model", "answers", "arabic", "ranking", "citation", "retriever"},
    "retrieval.retriever": {
        "answers",
        "holdings",
        "stored",
        "model",
        "errors",
        "arabic",
        "engines",
        "reading",
        "ranking",
        "answering",
        "verification",
        "where",
    },
}
"""Part of `retrieval` -> the other parts that it may import. `arabic` takes only Span from `model`, and the glossary its error."""


def modules(part: str) -> list[Path]:
    place = ROOT.joinpath(*part.split("."))
    return sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]


def imported(path: Path) -> set[str]:
    """The dotted names of the modules that a file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_each_part_imports_only_what_the_table_allows(part: str) -> None:
    own = part.removeprefix("retrieval.")
    for path in modules(part):
        parts = {name.split(".")[1] for name in imported(path) if name.startswith("retrieval.")}
        assert parts - {own} <= MAY_IMPORT[part], path


def test_retrieval_never_imports_bot() -> None:
    for path in modules("retrieval"):
        assert not {name for name in imported(path) if name.split(".")[0] == "bot"}, path


def test_bot_imports_only_public_names_of_retrieval() -> None:
    import retrieval  # noqa: PLC0415, the names themselves are under test

    for path in modules("bot"):
        used = {name for name in imported(path) if name.split(".")[0] == "retrieval"}
        public = [*retrieval.__all__, "evaluation"]
        assert used <= {"retrieval"} | {f"retrieval.{name}" for name in public}, path


def test_every_part_of_retrieval_stands_in_the_table() -> None:
    parts = {f"retrieval.{path.stem}" for path in (ROOT / "retrieval").iterdir() if path.stem[0] not in "_p."}
    assert parts <= set(MAY_IMPORT)
