"""The docs as a site: what its build can't see. `make docs` finds broken links."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

import retrieval

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def text_of(name: str) -> str:
    return ROOT.joinpath(name).read_text("utf-8")


def pages(nav: Any) -> Iterator[str]:
    """The pages of a navigation, which names them in lists of one-item mappings."""
    for item in nav:
        for held in item.values():
            yield from [held] if isinstance(held, str) else pages(held)


def test_every_page_of_the_docs_is_in_the_navigation() -> None:
    nav = set(pages(yaml.load(text_of("mkdocs.yml"), yaml.BaseLoader)["nav"]))  # noqa: S506 - gives texts only
    assert {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")} <= nav


def test_the_home_page_shows_the_transcripts_of_the_readme() -> None:
    (shown,) = re.findall(r"^```console\n(.*?)^```", text_of("docs/index.md"), re.MULTILINE | re.DOTALL)
    readme = {line.strip() for line in text_of("README.md").split("\n")}
    assert {line.strip() for line in shown.split("\n")} <= readme


def test_the_reference_has_every_public_name_once() -> None:
    named = re.findall(r"^::: retrieval\.(\w+)$", text_of("docs/library.md"), re.MULTILINE)
    assert sorted(named) == sorted(retrieval.__all__)


def built(under: str = "") -> list[str]:
    """The site's pages in a folder, as HTML."""
    found = [path.read_text("utf-8") for path in ROOT.glob(f"site/{under}*.html")]
    if not found:
        pytest.skip("there is no site/: make docs builds it")
    return found


def test_a_built_page_loads_nothing_from_other_hosts() -> None:
    for page in (*built(), *built("ar/")):
        assert re.findall(r"<(?:script|link|img|iframe)[^>]*(?:https?:)?//[^>]*>", page) == []


@pytest.mark.parametrize(
    ("under", "language", "direction"), [("", "en", "ltr"), ("ar/", "ar", "rtl")], ids=["English", "Arabic"]
)
def test_a_built_page_says_its_language_and_direction(under: str, language: str, direction: str) -> None:
    for page in built(under):
        assert f'<html lang="{language}"' in page
        assert f'<body dir="{direction}"' in page
