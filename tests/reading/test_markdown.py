"""Markdown: its words without its marks, its front matter, its chapters."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.errors import FileDamaged
from retrieval.reading.document import compose
from retrieval.reading.extracted import Said
from retrieval.reading.text.markdown import extract


def text(source: str) -> str:
    return extract(source.encode(), "1.md").text


@pytest.mark.parametrize(
    ("description", "source", "expected"),
    [
        ("emphasis, links and code", "نص **مهم** و[رابط](http://x.y) و`رمز`", "نص مهم ورابط ورمز"),
        ("a picture", "قبل ![صورة](a.png) بعد", "قبل بعد"),
        ("a list", "- بند\n- آخر", "بند\nآخر"),
        ("verses", "صدر البيت\nعجز البيت", "صدر البيت\nعجز البيت"),
        ("a quotation", "> قال الوزير", "قال الوزير"),
        ("a table", "| أ | ب |\n|---|---|\n| ١ | ٢ |", "أ | ب\n\n١ | ٢"),
        ("HTML in it", "قبل <b>مهم</b> <script>x</script>بعد", "قبل مهم بعد"),
        ("a ruler that is no front matter", "نص\n\n---\n\nآخر", "نص\n\nآخر"),
        ("plain text", "وصل الوفد.\n\nوغادر الوزير.", "وصل الوفد.\n\nوغادر الوزير."),
    ],
)
def test_markup_goes_and_words_stay(description: str, source: str, expected: str) -> None:
    assert text(source) == expected, description


def test_front_matter_tells_of_the_document_and_is_not_quoted() -> None:
    source = "---\ntitle: وصول الوفد\nالكاتب: ليلى\ndate: 2021-02-03\nurl: https://example.org/1\ntags: [a, b]\n---\nوصل الوفد.\n"
    found = extract(source.encode(), "1.md")
    assert found.said == Said(
        "وصول الوفد", None, "ليلى", date(2021, 2, 3), "https://example.org/1", (("tags", "a، b"),)
    )
    assert found.text == "وصل الوفد."


def test_broken_front_matter_is_refused() -> None:
    with pytest.raises(FileDamaged, match=r"1\.md: it is not YAML"):
        extract("---\ntitle: [\n---\nنص".encode(), "1.md")


@pytest.mark.parametrize(
    ("description", "source", "title", "chapters"),
    [
        (
            "one title, two sections",
            "# كتاب\n\nمقدمة\n\n## باب\n\nنص\n\n## فصل\n\nنص",
            "كتاب",
            ["باب", "فصل"],
        ),
        ("chapters without a title", "# باب\n\nنص\n\n# فصل\n\nنص", None, ["باب", "فصل"]),
        ("a title alone", "# كتاب\n\nنص", "كتاب", []),
        ("no headings", "نص", None, []),
    ],
)
def test_headings_are_title_and_chapters(
    description: str, source: str, title: str | None, chapters: list[str]
) -> None:
    found = extract(source.encode(), "1.md")
    assert (found.said.title, [mark.name for mark in found.marks]) == (title, chapters), description
    assert all(found.text.startswith(mark.name, mark.start) for mark in found.marks)


def test_a_paragraph_names_its_chapter() -> None:
    source = "# الرحلة\n\n## الوصول\n\nوصل الوفد إلى المدينة مساء الجمعة.\n\n## المغادرة\n\nغادر الوفد المدينة صباح الأحد."
    document = compose(extract(source.encode(), "1.md"), "1.md").document
    assert [[mark.name for mark in each.marks] for each in document.quotable()] == [["الوصول"], ["المغادرة"]]
