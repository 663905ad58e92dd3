"""The Arabic pages beside the English ones: the same commands and transcripts, in lines that can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ARABIC = [ROOT / "README.ar.md", *sorted(ROOT.glob("docs/ar/*.md"))]
COMMANDS, OPTIONS, LINKED = r"`iqtibas ([\w-]+)", r"(?<![\w-])--[a-z][a-z-]*", r"\]\((\.?\w[^)#:]+)\)"


def text_of(name: str) -> str:
    return ROOT.joinpath(name).read_text("utf-8")


def code(text: str) -> list[str]:
    """The lines of a page's code blocks, fenced or indented, without their comments."""
    fences = "\n".join(re.findall(r"^```[^\n]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL))
    indented = "\n".join(line[4:] for line in text.split("\n") if line.startswith("    "))
    lines = [re.sub(r"\s+# .*", "", line).strip() for line in f"{indented}\n{fences}".split("\n")]
    return sorted(filter(None, lines))


@pytest.mark.parametrize(
    ("page", "other"),
    [
        ("README.md", "README.ar.md"),
        ("docs/index.md", "docs/ar/index.md"),
        ("docs/tutorial.md", "docs/ar/tutorial.md"),
    ],
)
def test_commands_programs_and_transcripts_are_the_same_in_arabic(page: str, other: str) -> None:
    assert code(text_of(page)) == code(text_of(other))


@pytest.mark.parametrize("named", [COMMANDS, OPTIONS, LINKED])
def test_the_arabic_readme_names_what_the_english_one_does(named: str) -> None:
    english = {name for name in re.findall(named, text_of("README.md")) if name != "README.ar.md"}
    arabic = {name.replace("docs/ar/", "docs/") for name in re.findall(named, text_of("README.ar.md"))}
    assert english <= arabic


@pytest.mark.parametrize("path", ARABIC, ids=lambda path: path.name)
def test_code_within_arabic_lines_stands_in_isolates(path: Path) -> None:
    lines = [line for line in path.read_text("utf-8").split("\n") if re.search("[\u0600-\u06ff]", line)]
    prose = re.sub("\u2068[^\u2068\u2069]*\u2069", "", "\n".join(lines))
    assert not set(prose) & {"`", "\u2068", "\u2069"}
