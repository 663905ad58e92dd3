"""What an EPUB consists of, by its package document: metadata, the spine, the table of contents."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

from retrieval.errors import FileDamaged
from retrieval.reading.office.xml_tree import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from retrieval.reading.office.archive import Archive

_CONTAINER = "META-INF/container.xml"


class Package:
    """The package of a book.

    name: the book, as an error names it
    Raises FileDamaged.
    """

    def __init__(self, archive: Archive, name: str) -> None:
        self._archive, self._name = archive, name
        container = self._parsed(_CONTAINER)
        rootfile = next(container.iter("rootfile"), None) if container is not None else None
        self._place = rootfile.get("full-path", "") if rootfile is not None else ""
        package = self._parsed(self._place)
        if package is None:
            raise FileDamaged(name, "it is no EPUB; give it the suffix of what it is")
        self._package = package
        self._items = {item.get("id"): item for item in package.iterfind("manifest/item")}

    def told(self, field: str) -> str | None:
        """A field of the metadata, by its name in Dublin Core."""
        found: str | None = self._package.findtext(f"metadata/{field}")
        return found

    def chapters(self) -> Iterator[str]:
        """The places of the chapters' files, in reading order."""
        for reference in self._package.iterfind("spine/itemref"):
            item = self._items.get(reference.get("idref"))
            if item is not None and reference.get("linear") != "no" and not _is_contents(item):
                yield _beside(self._place, item.get("href", ""))

    def labels(self) -> dict[str, str]:
        """The place of a file -> its first entry in the table of contents."""
        found: dict[str, str] = {}
        for item in self._items.values():
            if not (_is_contents(item) or item.get("media-type") == "application/x-dtbncx+xml"):
                continue
            place = _beside(self._place, item.get("href", ""))
            for target, label in self._entries(place):
                found.setdefault(_beside(place, target), label)
        return found

    def _entries(self, place: str) -> Iterator[tuple[str, str]]:
        """The entries of a table of contents, of EPUB 3 or 2; none where it is damaged."""
        try:
            contents = self._parsed(place)
        except FileDamaged:
            return
        for link in contents.iter("a") if contents is not None else ():
            yield link.get("href", ""), " ".join("".join(link.itertext("*")).split())
        for point in contents.iter("navPoint") if contents is not None else ():
            source = point.find("content")
            if source is not None:
                yield source.get("src", ""), point.findtext("navLabel/text", "").strip()

    def _parsed(self, place: str) -> etree._Element | None:
        data = self._archive.read(place)
        return parsed(data, self._name) if data else None


def _is_contents(item: etree._Element) -> bool:
    return "nav" in (item.get("properties") or "").split()


def _beside(place: str, target: str) -> str:
    """The place in the archive to which a file in it refers."""
    return normpath(join("/", dirname(place), unquote(urldefrag(target).url))).lstrip("/")
