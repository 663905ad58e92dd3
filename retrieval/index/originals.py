"""Paragraphs as their documents have them: text, source, page and chapter, read when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.index import documents
from retrieval.index.keys import document_of
from retrieval.model import Paragraph

if TYPE_CHECKING:
    import sqlite3

    from retrieval.model import Source


class Originals:
    """The paragraphs of one generation, for use within one transaction.

    kept: key -> the paragraph, of those that were read before; no key is given out twice
    """

    def __init__(self, database: sqlite3.Connection, kept: dict[int, Paragraph]) -> None:
        self._database = database
        self._kept = kept
        self._documents: dict[int, tuple[Source, str]] = {}

    def paragraph(self, key: int) -> Paragraph:
        """The paragraph under a key."""
        if key not in self._kept:
            self._kept[key] = self._read(key)
        return self._kept[key]

    def source(self, key: int) -> Source:
        """Where the document of the paragraph under a key comes from; its text isn't read for that."""
        return self._document(document_of(key))[0]

    def _read(self, key: int) -> Paragraph:
        start, length = self._database.execute(
            "select start, length from paragraphs where key = ?", [key]
        ).fetchone()
        number = document_of(key)
        source, sha256 = self._document(number)
        text = documents.excerpt(self._database, number, start, start + length)
        marks = documents.marks_at(self._database, number, start)
        return Paragraph(text, start, start + length, source, sha256, marks)

    def _document(self, number: int) -> tuple[Source, str]:
        if number not in self._documents:
            self._documents[number] = documents.source(self._database, number)
        return self._documents[number]
