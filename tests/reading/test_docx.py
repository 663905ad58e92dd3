"""Word files: all that a reader sees, nothing that was deleted."""

from __future__ import annotations

import pytest

from retrieval.errors import FileDamaged
from retrieval.reading.office.docx import extract
from tests.reading.printing.as_docx import as_docx, document, package, paragraph
from tests.reading.printing.fidelity import fidelity
from tests.reading.printing.sample import Sample, samples

_ALTERNATIVE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_BOX = "<w:txbxContent><w:p><w:r><w:t>في صندوق</w:t></w:r></w:p></w:txbxContent>"


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _table(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


A, B = (paragraph(_run(word)) for word in ("أول", "ثان"))

FEATURES = [
    ("paragraphs", A + B, "أول\n\nثان"),
    ("runs of one word", paragraph(_run("أو") + _run("ل")), "أول"),
    (
        "a line break, a tab",
        paragraph("<w:r><w:t>أ</w:t><w:br/><w:t>ب</w:t><w:tab/><w:t>ج</w:t></w:r>"),
        "أ\nب ج",
    ),
    ("an insertion", paragraph(f"<w:ins>{_run('أول')}</w:ins>"), "أول"),
    ("a deletion", paragraph(f"{_run('أول')}<w:del><w:r><w:delText>محذوف</w:delText></w:r></w:del>"), "أول"),
    ("a paragraph moved away", paragraph(f"<w:moveFrom>{_run('قديم')}</w:moveFrom>") + A, "أول"),
    ("a paragraph moved here", paragraph(f"<w:moveTo>{_run('أول')}</w:moveTo>"), "أول"),
    ("a link", paragraph(f"<w:hyperlink>{_run('أول')}</w:hyperlink>"), "أول"),
    (
        "a content control in a line",
        paragraph(f"<w:sdt><w:sdtContent>{_run('أول')}</w:sdtContent></w:sdt>"),
        "أول",
    ),
    (
        "a content control around paragraphs",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{A}{B}</w:sdtContent></w:sdt>",
        "أول\n\nثان",
    ),
    (
        "a field's result, not its code",
        paragraph(f"<w:r><w:instrText>PAGE</w:instrText></w:r>{_run('أول')}"),
        "أول",
    ),
    ("a table", _table([A, B], [B, A]), "أول | ثان\nثان | أول"),
    ("whole texts in a table", _table([A + B, B]), "أول\n\nثان\n\nثان"),
    ("a table in a table", _table([_table([A, B]) + "<w:p/>"]), "أول | ثان"),
    ("a list", paragraph(_run("أول")).replace("<w:bidi/>", "<w:numPr/>") * 2, "أول\nأول"),
    (
        "a box of text, given in two ways",
        paragraph(
            f'{_run("أول")}<w:r><mc:AlternateContent xmlns:mc="{_ALTERNATIVE}"><mc:Choice>{_BOX}</mc:Choice>'
            f"<mc:Fallback>{_BOX}</mc:Fallback></mc:AlternateContent></w:r>"
        ),
        "أول\n\nفي صندوق",
    ),
    ("an old box of text", paragraph(f"<w:r><w:pict>{_BOX}</w:pict></w:r>"), "في صندوق"),
]


@pytest.mark.parametrize(("_", "body", "text"), FEATURES, ids=[case for case, _, _ in FEATURES])
def test_a_feature_of_word_is_read_as_it_is_seen(_: str, body: str, text: str) -> None:
    assert extract(document(f"<w:body>{body}</w:body>"), "a.docx").text == text


@pytest.mark.parametrize("sample", [*samples("a"), *samples("b")], ids=lambda sample: sample.name)
def test_every_word_of_a_text_is_read_in_order_and_no_header(sample: Sample) -> None:
    extracted = extract(as_docx(sample), "a.docx")
    found = fidelity(sample.words, extracted.text)
    assert (found.recall, found.order, found.numbers, found.surplus) == (1.0, 1.0, 1.0, 0.0)
    assert sample.header in {dropped.text for dropped in extracted.dropped}


def test_footnotes_follow_the_text() -> None:
    sample = next(sample for sample in samples("b") if sample.name == "wisdom")
    blocks = extract(as_docx(sample), "a.docx").text.split("\n\n")
    assert blocks[-2:] == [sample.note("1"), sample.note("2")]


def test_headings_are_chapters() -> None:
    sample = next(sample for sample in samples("a") if sample.name == "harbour")
    extracted = extract(as_docx(sample), "a.docx")
    assert [mark.name for mark in extracted.marks] == [sample.title, "الحبوب والحرير", "سنوات الركود"]
    assert all(extracted.text.startswith(mark.name, mark.start) for mark in extracted.marks)


def test_hidden_text_is_not_read_and_told() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>سر</w:t></w:r>"
    extracted = extract(document(f"<w:body>{paragraph(_run('أول') + hidden)}</w:body>"), "a.docx")
    assert extracted.text == "أول"
    assert [dropped.text for dropped in extracted.dropped] == ["سر"]


TITLES = [
    ("the author's", "تقرير الطاقة", "تقرير الطاقة"),
    ("a program's", "Microsoft Word - تقرير.docx", None),
    ("none", "", None),
]


@pytest.mark.parametrize(("_", "title", "told"), TITLES, ids=[case for case, _, _ in TITLES])
def test_the_properties_tell_what_somebody_wrote(_: str, title: str, told: str | None) -> None:
    body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    said = extract(package({"document": body}, title=title), "a.docx").said
    assert (said.title, said.author, said.date) == (told, "سلمى الكاتب", None)


NO_WORD_FILES = [
    ("nothing", b""),
    ("text", "نص".encode()),
    ("an old Word file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)),
    ("half of one", as_docx(samples("a")[0])[:2000]),
]


@pytest.mark.parametrize(("_", "data"), NO_WORD_FILES, ids=[case for case, _ in NO_WORD_FILES])
def test_what_is_no_word_file_is_refused(_: str, data: bytes) -> None:
    with pytest.raises(FileDamaged):
        extract(data, "a.docx")
