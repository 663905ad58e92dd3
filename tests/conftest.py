"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import settings

# A loaded machine is slow; how fast the code is, is measured in benchmarks/.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

_GOLDEN = Path(__file__).parent / "data" / "golden"


class Golden(Protocol):
    """Compares text with a file of tests/data/golden."""

    def __call__(self, name: str, text: str) -> None:
        """Fail unless the file `name` holds `text`."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --update-golden` writes the golden files anew, for a person to read in the diff."""
    parser.addoption("--update-golden", action="store_true", help="write tests/data/golden anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Golden files, or their renewal."""

    def compare(name: str, text: str) -> None:
        file = _GOLDEN / name
        if request.config.getoption("--update-golden"):
            file.write_text(text, "utf-8")
        assert text == file.read_text("utf-8")

    return compare
