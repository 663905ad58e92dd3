"""The notebook of examples/ runs, cell after cell, and prints and draws what it was committed with.

Its cells run in this process: what a kernel adds is its own start.
"""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

NOTEBOOK = Path(__file__).parents[2] / "examples" / "notebook.ipynb"
CELLS = [cell for cell in json.loads(NOTEBOOK.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]


def committed(cell: dict[str, Any]) -> tuple[str, int]:
    """What a cell printed, and how many plots it drew."""
    printed = ["".join(output["text"]) for output in cell["outputs"] if output["output_type"] == "stream"]
    return "".join(printed), sum("image/png" in output.get("data", {}) for output in cell["outputs"])


def test_its_cells_give_what_they_were_committed_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MPLBACKEND", "agg")
    from matplotlib import pyplot as plt  # noqa: PLC0415 - it takes a second, which other tests needn't

    def show() -> None:
        drawn.append(plt.gcf())
        drawn[-1].canvas.draw()
        plt.close()

    drawn: list[Any] = []
    monkeypatch.setattr(plt, "show", show)
    monkeypatch.chdir(NOTEBOOK.parent)
    names: dict[str, Any] = {}
    for cell in CELLS:
        drawn.clear()
        screen = io.StringIO()
        with contextlib.redirect_stdout(screen):
            exec(compile("".join(cell["source"]), NOTEBOOK.name, "exec"), names)  # noqa: S102 - its own words
        assert (screen.getvalue(), len(drawn)) == committed(cell)


def test_it_was_run_from_beginning_to_end() -> None:
    assert [cell["execution_count"] for cell in CELLS] == [*range(1, len(CELLS) + 1)]
    assert sum(committed(cell)[1] for cell in CELLS) == 3
    assert not any(output["output_type"] == "error" for cell in CELLS for output in cell["outputs"])
