"""What an index keeps of a document beside its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from retrieval import Mark, Retriever, Source
from tests.index.corpus import document

if TYPE_CHECKING:
    from pathlib import Path

BOOK = replace(
    document("book.pdf", "وصل الوفد إلى المدينة مساء الجمعة.", "غادرت السفينة الميناء صباح الأحد."),
    source=Source(
        *("book.pdf", "الرحلة", "دار", date(2021, 2, 3), "https://example.org/b", "ابن بطوطة"),
        metadata=(("checked", True), ("part", 2), ("weight", 0.5), ("قسم", "رحلات")),
    ),
    marks=(Mark(0, "page", "١"), Mark(0, "chapter", "الوصول"), Mark(36, "page", "٢"), Mark(36, "page", "٣")),
)


def test_a_document_comes_back_as_it_was_put_in(tmp_path: Path) -> None:
    with Retriever.open(tmp_path, create=True) as retriever:
        retriever.add([BOOK])
        assert list(retriever.documents) == [BOOK]
        assert retriever.verify().problems == []


def test_a_quotation_names_its_page_and_chapter_from_memory_and_from_disk(tmp_path: Path) -> None:
    with Retriever.open(tmp_path, create=True) as stored:
        stored.add([BOOK])
        for retriever in (stored, Retriever.in_memory([BOOK])):
            (quote, *_) = retriever.ask("متى غادرت السفينة الميناء؟").quotes
            assert [(mark.kind, mark.name) for mark in quote.paragraph.marks] == [
                ("chapter", "الوصول"),
                ("page", "٣"),
            ]
            assert quote.paragraph.source.author == "ابن بطوطة"
