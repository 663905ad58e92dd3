"""EPUBs: the chapters of the spine, in its order."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.errors import FileDamaged
from retrieval.reading.extracted import Said
from retrieval.reading.office.epub import extract
from tests.reading.printing.as_docx import as_docx
from tests.reading.printing.as_epub import as_epub, book, chapter
from tests.reading.printing.fidelity import fidelity
from tests.reading.printing.sample import Sample, samples


@pytest.mark.parametrize("sample", [*samples("a"), *samples("b")], ids=lambda sample: sample.name)
def test_every_word_of_a_text_is_read_in_order(sample: Sample) -> None:
    found = fidelity(sample.words, extract(as_epub(sample), "a.epub").text)
    assert (found.recall, found.order, found.numbers, found.surplus) == (1.0, 1.0, 1.0, 0.0)


def test_the_spine_gives_the_order() -> None:
    chapters = {"b.xhtml": chapter("<p>ثان</p>"), "a.xhtml": chapter("<p>أول</p>")}
    assert extract(book(chapters, spine=["a.xhtml", "b.xhtml"]), "a.epub").text == "أول\n\nثان"


def test_what_is_not_in_the_spine_is_not_read() -> None:
    chapters = {"a.xhtml": chapter("<p>أول</p>"), "b.xhtml": chapter("<p>ثان</p>")}
    assert extract(book(chapters, spine=["a.xhtml"]), "a.epub").text == "أول"


def test_headings_are_chapters() -> None:
    extracted = extract(
        book({"a.xhtml": chapter("<p>مقدمة</p><h1>الباب <i>الأول</i></h1><p>نص</p>")}), "a.epub"
    )
    assert [(mark.kind, mark.name) for mark in extracted.marks] == [("chapter", "الباب الأول")]
    assert extracted.text.startswith("الباب الأول", extracted.marks[0].start)


CHAPTERS = [
    ("names of signs that only HTML has", "<p>أول&nbsp;وثان&mdash;</p>", "أول وثان—"),
    ("a table", "<table><tr><td>أول</td><td>ثان</td></tr></table>", "أول | ثان"),
    ("a list", "<ul><li>أول</li><li>ثان</li></ul>", "أول\nثان"),
    ("elements left open", "<p>أول<p>ثان", "أول\n\nثان"),
    ("scripts and styles", "<script>x()</script><style>p{}</style><p>أول</p>", "أول"),
    ("the number of a footnote", '<p>أول<a epub:type="noteref">1</a></p>', "أول"),
]


@pytest.mark.parametrize(("_", "body", "text"), CHAPTERS, ids=[case for case, _, _ in CHAPTERS])
def test_a_chapter_is_read_as_it_is_seen(_: str, body: str, text: str) -> None:
    assert extract(book({"a.xhtml": chapter(body)}), "a.epub").text.replace("\xa0", " ") == text


def test_the_book_says_title_publisher_author_and_day() -> None:
    said = extract(as_epub(samples("a")[0]), "a.epub").said
    assert said == Said(samples("a")[0].title, "دار الضفاف", "سلمى الكاتب", date(2021, 5, 17))


def test_a_damaged_chapter_is_passed_over_and_told() -> None:
    extracted = extract(book({"a.xhtml": "", "b.xhtml": chapter("<p>ثان</p>")}), "a.epub")
    assert extracted.text == "ثان"
    assert [dropped.text for dropped in extracted.dropped] == ["OEBPS/a.xhtml"]


@pytest.mark.parametrize("data", [b"", b"PK\5\6", as_docx(samples("a")[0])])
def test_what_is_no_epub_is_refused(data: bytes) -> None:
    with pytest.raises(FileDamaged):
        extract(data, "a.epub")
