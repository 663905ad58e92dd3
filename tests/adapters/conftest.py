"""Frameworks are imported by the tests that need them, since each takes about a second, and may reach no network."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from retrieval import Retriever

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def seeds() -> Retriever:
    return Retriever.from_folder(SEEDS)


@pytest.fixture(autouse=True, scope="module")
def _nothing_phones_home() -> Iterator[None]:
    """Haystack's telemetry is off, and whatever else would connect to another machine fails."""

    def connect(_: socket.socket, address: Any) -> None:
        raise AssertionError(f"a test of an adapter connects to {address}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HAYSTACK_TELEMETRY_ENABLED", "False")
        patch.setattr(socket.socket, "connect", connect)
        yield
