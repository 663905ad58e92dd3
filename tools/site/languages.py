"""A hook of mkdocs: pages under ar/ are Arabic, from right to left, with a navigation of their own.

One build serves both languages, so that a broken link between them is an error as any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.structure.nav import Navigation, Section

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

ARABIC = "ar/"
NAMES = {"en": "English", "ar": "العربية"}


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """The theme's language, the navigation and the links to the other language, for one page."""
    arabic = is_arabic(page)
    config.theme["language"] = "ar" if arabic else "en"
    config.extra["alternate"] = _alternates(page, nav)
    context["nav"] = _in_arabic(nav) if arabic else _in_english(nav)
    return context


def is_arabic(page: Page) -> bool:
    """Whether a page stands among the Arabic ones."""
    return page.file.src_uri.startswith(ARABIC)


def _alternates(page: Page, nav: Navigation) -> list[dict[str, str]]:
    """The page in either language; where it has no translation, the home page."""
    urls = {each.file.src_uri: each.url for each in nav.pages}
    name = page.file.src_uri.removeprefix(ARABIC)
    homes = {"en": "index.md", "ar": f"{ARABIC}index.md"}
    pages = {"en": name, "ar": f"{ARABIC}{name}"}
    return [
        {"lang": language, "name": NAMES[language], "link": urls.get(pages[language], urls[homes[language]])}
        for language in NAMES
    ]


def _in_arabic(nav: Navigation) -> Navigation:
    section = next(item for item in nav.items if _holds_arabic(item))
    return _navigation(list(section.children or []), nav)


def _in_english(nav: Navigation) -> Navigation:
    return _navigation([item for item in nav.items if not _holds_arabic(item)], nav)


def _holds_arabic(item: Any) -> bool:
    return isinstance(item, Section) and item.title == NAMES["ar"]


def _navigation(items: list[Any], nav: Navigation) -> Navigation:
    part = Navigation(items, nav.pages)
    part.homepage = next(item for item in items if getattr(item, "is_page", False))
    return part
