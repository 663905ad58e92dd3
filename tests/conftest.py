"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

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


@pytest.fixture(scope="session", autouse=True)
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whoever runs the tests keeps their own indexes."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Golden files, or their renewal."""

    def compare(name: str, text: str) -> None:
        file = _GOLDEN / name
        if request.config.getoption("--update-golden"):
            file.write_text(text, "utf-8")
        assert text == file.read_text("utf-8")

    return compare
