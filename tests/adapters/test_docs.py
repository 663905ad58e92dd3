"""docs/adapters.md: its code runs, one block after the other, and prints what stands below it."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT.joinpath("docs", "adapters.md").read_text("utf-8")
FIRST, *BLOCKS = re.findall(r"```python\n(.+?)```(?:\n\n```text\n(.+?)```)?", PAGE, re.DOTALL)
SECTIONS = re.findall(r"^## (.+)$", PAGE, re.MULTILINE)


@pytest.fixture(scope="module")
def names() -> dict[str, Any]:
    """What the page's first block leaves to the sections."""
    with contextlib.chdir(ROOT):
        return _run(FIRST[0], {})


@pytest.mark.parametrize(("code", "printed"), BLOCKS, ids=SECTIONS)
def test_the_code_of_each_section_prints_what_the_page_says(
    code: str, printed: str, names: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    screen = io.StringIO()
    with contextlib.redirect_stdout(screen):
        _run(code, dict(names))
    assert screen.getvalue()
    assert not printed or screen.getvalue() == printed


def _run(code: str, names: dict[str, Any]) -> dict[str, Any]:
    exec(compile(code, "docs/adapters.md", "exec"), names)  # noqa: S102 - the page's own words
    return names


@pytest.mark.parametrize("code", [code for code, _ in BLOCKS], ids=SECTIONS)
def test_no_section_needs_many_lines(code: str) -> None:
    assert len([line for line in code.splitlines() if line and not line.startswith(("import", "from"))]) <= 5
