"""The examples in the adapters' docstrings run."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ADAPTERS = sorted(path.stem for path in (ROOT / "retrieval" / "adapters").glob("[a-z]*.py"))


@pytest.mark.parametrize("adapter", ADAPTERS)
def test_the_examples_run(adapter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    module = import_module(f"retrieval.adapters.{adapter}")
    examined = doctest.testmod(module)
    assert examined.failed == 0
    assert examined.attempted or adapter == "found"
