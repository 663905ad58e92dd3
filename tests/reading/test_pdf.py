"""PDFs as four programs print them, and as archives hold them."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

import pytest
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

from retrieval.errors import FileDamaged, FileUnreadable, FileWithoutText
from retrieval.reading.pdf.pdf import extract
from tests.reading.printing.fidelity import fidelity, mean
from tests.reading.printing.producers import FONT, PRODUCERS, Absent
from tests.reading.printing.sample import Kind, samples

if TYPE_CHECKING:
    from collections.abc import Callable

    from retrieval.reading.extracted import Extracted
    from tests.reading.printing.sample import Sample

QUICK = ("WeasyPrint", "fpdf2")
"""Producers that print all texts in a second; the others print one of each set here, all in benchmarks/reading.py."""
TARGETS = [("a", 0.97, 0.95, 0.99), ("b", 0.93, 0.90, 0.97)]


@cache
def _made(producer: str, sample: Sample) -> bytes:
    return PRODUCERS[producer](sample)


def _printed(producer: str, sample: Sample) -> bytes:
    try:
        return _made(producer, sample)
    except Absent as absent:
        pytest.skip(str(absent))


@pytest.fixture(scope="module")
def harbour() -> Extracted:
    """Two pages by fpdf2."""
    return extract(_printed("fpdf2", _sample("a", "harbour")), "harbour.pdf")


def _sample(group: str, name: str) -> Sample:
    return next(sample for sample in samples(group) if sample.name == name)


def _blank() -> FPDF:
    """A page to print Arabic on."""
    pdf = FPDF()
    pdf.add_page()
    pdf.add_font("Amiri", fname=FONT)
    pdf.set_font("Amiri", size=14)
    pdf.set_text_shaping(use_shaping_engine=True, direction="rtl", script="arab", language="ara")
    return pdf


def _line(text: str) -> bytes:
    """A PDF of one line."""
    pdf = _blank()
    pdf.cell(w=0, text=text, align="R")
    return bytes(pdf.output())


@pytest.mark.parametrize("producer", PRODUCERS)
@pytest.mark.parametrize(("group", "recall", "order", "numbers"), TARGETS)
def test_words_their_order_and_numbers_are_read_as_they_were_printed(
    group: str, recall: float, order: float, numbers: float, producer: str
) -> None:
    texts = samples(group) if producer in QUICK else samples(group)[:1]
    found = mean([fidelity(text.words, extract(_printed(producer, text), text.name).text) for text in texts])
    assert found.recall >= recall, found
    assert found.order >= order, found
    assert found.numbers >= numbers, found


@pytest.mark.parametrize("producer", PRODUCERS)
def test_headers_and_page_numbers_are_dropped(producer: str) -> None:
    sample = _sample("a", "energy")
    extracted = extract(_printed(producer, sample), "energy.pdf")
    assert sample.header not in extracted.text
    assert {sample.header, "1", "2"} <= {dropped.text for dropped in extracted.dropped}


@pytest.mark.parametrize("producer", ["WeasyPrint", "Chromium", "LibreOffice"])
def test_columns_are_read_one_after_the_other(producer: str) -> None:
    sample = _sample("a", "bees")
    extracted = extract(_printed(producer, sample), "bees.pdf")
    assert fidelity(sample.words, extracted.text).order == 1.0


@pytest.mark.parametrize("producer", QUICK)
def test_a_row_of_a_table_is_a_line(producer: str) -> None:
    sample = _sample("b", "market")
    rows = [" ".join(block.cells) for block in sample.blocks if block.kind is Kind.ROW]
    assert set(rows) <= set(extract(_printed(producer, sample), "market.pdf").text.split("\n"))


def test_paragraphs_are_whole_over_lines_and_pages(harbour: Extracted) -> None:
    paragraphs = [block.text for block in _sample("a", "harbour").blocks]
    assert harbour.text.split("\n\n") == paragraphs


def test_each_page_is_marked_where_it_begins(harbour: Extracted) -> None:
    assert [(mark.kind, mark.name) for mark in harbour.marks] == [("page", "1"), ("page", "2")]
    assert harbour.marks[0].start == 0
    assert harbour.text[harbour.marks[1].start - 1].isspace()


def test_the_properties_tell_title_and_author_and_no_date(harbour: Extracted) -> None:
    assert harbour.said.title == _sample("a", "harbour").title
    assert harbour.said.date is None


def test_presentation_forms_become_letters() -> None:
    pdf = _blank()
    pdf.set_text_shaping(use_shaping_engine=False)
    pdf.cell(text="ﻡﻼﺳ")  # in visual order, as programs that can't shape print it
    assert extract(bytes(pdf.output()), "old.pdf").text == "سلام"


LINES = [
    ("digits of both scripts", "في ١٤ تموز ٢٠٠٦ وصل 1,250 مسافرا"),
    ("years from to", "استمر بين 2019-2021 عامين"),
    ("a date with strokes", "نشر في 15/03/2024 مساء"),
    ("a number before its unit", "يحتاج إلى 8 GB من الذاكرة"),
    ("a name before its number", "بدأت بطولة FIFA 2022 أمس"),
    ("Latin names among Arabic", "يعمل مع شركة SunPath Solar وبرنامج UNDP هنا"),
    ("brackets around Latin letters", "منظمة الصحة (WHO) أعلنت"),
    ("brackets and quotation marks", "قال (أمس): «لن نعود» [كذا]"),
    ("percent signs of both scripts", "بلغت 45% ثم ١٨٪ منها"),
    ("vowel marks on their letters", "كَتَبَ الطَّالِبُ الدَّرْسَ"),
]


@pytest.mark.parametrize(("_", "line"), LINES, ids=[case for case, _ in LINES])
def test_a_line_is_read_as_it_was_written(_: str, line: str) -> None:
    assert extract(_line(line), "line.pdf").text == line


def test_a_poem_is_read_verse_by_verse() -> None:
    verses = ["يا دار مية بالعلياء فالسند", "أقوت وطال عليها سالف الأمد"]
    pdf = _blank()
    for y in range(30, 90, 12):
        for x, half in zip((110, 20), verses, strict=True):
            pdf.set_xy(x, y)
            pdf.cell(w=70, text=half, align="R")
    assert extract(bytes(pdf.output()), "poem.pdf").text.split("\n") == [" ".join(verses)] * 5


def test_a_scanned_pdf_is_reported_as_such() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.rect(10, 10, 100, 100, style="F")
    with pytest.raises(FileWithoutText, match="scanner"):
        extract(bytes(pdf.output()), "scan.pdf")


def test_a_pdf_whose_fonts_name_no_letters_is_reported_as_such() -> None:
    with pytest.raises(FileWithoutText, match="fonts"):
        extract(_line("نص").replace(b"/ToUnicode", b"/NoUnicode"), "fonts.pdf")


def test_a_page_without_text_stands_between_others() -> None:
    pdf = _blank()
    pdf.cell(w=0, text="أول.", align="R")
    pdf.add_page()
    pdf.add_page()
    pdf.cell(w=0, text="ثالث", align="R")
    extracted = extract(bytes(pdf.output()), "blank.pdf")
    assert extracted.text == "أول.\n\nثالث"
    assert [mark.name for mark in extracted.marks] == ["1", "3"]


def test_a_locked_pdf_is_reported_as_such() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(_line("نص مقفل"))))
    writer.encrypt("سر", algorithm="AES-256")
    buffer = io.BytesIO()
    writer.write(buffer)
    with pytest.raises(FileUnreadable, match="password"):
        extract(buffer.getvalue(), "locked.pdf")


def _without_end(data: bytes) -> bytes:
    return data[: data.rindex(b"startxref")]


def _without_beginning(data: bytes) -> bytes:
    return b"junk" * 10 + data


BROKEN: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("without its table of objects", _without_end),
    ("with bytes before it", _without_beginning),
]


@pytest.mark.parametrize(("_", "damage"), BROKEN, ids=[case for case, _ in BROKEN])
def test_a_damaged_pdf_is_read_where_it_can_be(_: str, damage: Callable[[bytes], bytes]) -> None:
    assert extract(damage(_line("نص باق")), "broken.pdf").text == "نص باق"


def test_a_pdf_that_one_library_gives_up_is_read_by_another() -> None:
    extracted = extract(_line("نص باق").replace(b"/ProcSet", b"/ProcSet /X"), "broken.pdf")
    assert extracted.text.strip() == "نص باق"
    assert [mark.name for mark in extracted.marks] == ["1"]


@pytest.mark.parametrize("data", [b"", b"\x89PNG", "نص".encode(), b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(FileDamaged):
        extract(data, "no.pdf")
