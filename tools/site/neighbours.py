"""A hook of mkdocs: files beside docs/ that its pages link to belong to the site.

On a code host the link ../CHANGELOG.md leads out of docs/. On the site the file stands among the pages, and
whether it does is checked as of any link.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, InclusionLevel

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

_LINK = re.compile(r"(?<=\]\()(?:\.\./)+[^)#\s]+")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The files of the site, and those outside docs/ that one of its pages links to."""
    root = Path(config.docs_dir).parent
    for page in files.documentation_pages():
        for link in _LINK.findall(page.content_string):
            outside = _outside(link, page.src_uri)
            if outside and root.joinpath(outside).is_file() and outside not in files.src_uris:
                files.append(_neighbour(outside, root, config))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """The page with such links leading to where the files stand on the site."""

    def within(match: re.Match[str]) -> str:
        link = match.group()
        return link.removeprefix("../") if _outside(link, page.file.src_uri) else link

    return _LINK.sub(within, markdown)


def _outside(link: str, page: str) -> str | None:
    """The path, from the root of the project, of what a link out of docs/ leads to; None for other links."""
    up = "../" * (page.count("/") + 1)
    return link.removeprefix(up) if link.startswith(up) else None


def _neighbour(path: str, root: Path, config: MkDocsConfig) -> File:
    # A file whose name begins with a dot would be left out.
    return File.generated(config, path, abs_src_path=str(root / path), inclusion=InclusionLevel.INCLUDED)
