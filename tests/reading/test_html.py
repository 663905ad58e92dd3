"""Web pages: the article is kept, the furniture goes, the head is believed where it is sure."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.errors import FileDamaged, FileWithoutText
from retrieval.reading.document import compose
from retrieval.reading.html.html import extract
from tests.reading.printing.as_web import LATER_SITES, SITES
from tests.reading.printing.sample import Sample, samples

SENTENCE = "وصل الوفد إلى المدينة مساء الجمعة، وغادرها صباح الأحد بعد لقاء الوزير في مكتبه بالعاصمة."
ALL_SITES = SITES | LATER_SITES
PAGES = [(site, sample) for site in ALL_SITES for group in "ab" for sample in samples(group)]


def head(html: str) -> list[str | None]:
    """Title, publisher, author, day and address that a page says."""
    said = extract(f"<html><head>{html}</head><body><p>{SENTENCE}</p></body></html>".encode(), "1.html").said
    return [said.title, said.publisher, said.author, str(said.date) if said.date else None, said.url]


def words(text: str) -> str:
    return " ".join(text.replace("|", " ").split())


@pytest.mark.parametrize(("site", "sample"), PAGES, ids=[f"{site} {sample.name}" for site, sample in PAGES])
def test_every_block_of_the_article_is_quoted_and_no_furniture(site: str, sample: Sample) -> None:
    page = ALL_SITES[site](sample)
    document = compose(extract(page.html.encode(), "1.html"), "1.html").document
    quoted = words("\n".join(paragraph.text for paragraph in document.quotable()))
    body = [block for block in sample.blocks if block.text != sample.title]
    assert [block.text for block in body if words(" ".join(block.cells)) not in quoted] == []
    lines = {words(line) for paragraph in document.quotable() for line in paragraph.text.split("\n")}
    assert [furniture for furniture in page.furniture if words(furniture) in lines] == []
    places = [quoted.index(words(" ".join(block.cells))) for block in body]
    assert places == sorted(places)
    assert (document.source.title, document.source.publisher) == (sample.title, "صحيفة الضفاف")


HEADS = [
    (
        "JSON-LD of an article",
        """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"},
        {"@type": "NewsArticle", "headline": "وصول الوفد", "datePublished": "2021-02-03T22:10:00+03:00",
        "author": [{"name": "ليلى"}, {"name": "سالم"}], "publisher": {"name": "الضفاف"}}]}</script>
        <link rel="canonical" href="https://example.org/1">""",
        ["وصول الوفد", "الضفاف", "ليلى، سالم", "2021-02-03", "https://example.org/1"],
    ),
    (
        "Open Graph",
        """<meta property="og:title" content="وصول الوفد | الضفاف"><meta property="og:site_name" content="الضفاف">
        <meta property="article:published_time" content="2021-02-03"><meta name="author" content="ليلى">
        <meta property="og:url" content="https://example.org/1">""",
        ["وصول الوفد", "الضفاف", "ليلى", "2021-02-03", "https://example.org/1"],
    ),
    ("a title alone", "<title>وصول الوفد</title>", ["وصول الوفد", None, None, None, None]),
    ("the site as its own author", '<meta name="author" content="admin">', [None] * 5),
    ("an address that is none", '<link rel="canonical" href="/news/1">', [None] * 5),
    (
        "two articles",
        '<script type="application/ld+json">[{"@type":"Article","headline":"أ"},{"@type":"Article","headline":"ب"}]</script>',
        [None] * 5,
    ),
    (
        "JSON-LD that is broken",
        '<script type="application/ld+json">{"@type": "Article", </script>',
        [None] * 5,
    ),
    (
        "a day in the order of the Levant",
        '<meta name="date" content="3 شباط 2021">',
        [None, None, None, "2021-02-03", None],
    ),
    ("a day that is none", '<meta name="date" content="2021-02-31">', [None] * 5),
]


@pytest.mark.parametrize(("description", "html", "expected"), HEADS, ids=[case[0] for case in HEADS])
def test_the_head_tells_of_the_document(description: str, html: str, expected: list[str | None]) -> None:
    assert head(html) == expected, description


def test_a_day_is_taken_from_between_the_title_and_the_text_and_from_nowhere_else() -> None:
    days = {
        "<p>5 مارس 2024</p><h1>وصول الوفد</h1><p>الأربعاء 3 فبراير 2021</p><p>{}</p>": "2021-02-03",
        "<p>5 مارس 2024</p><h1>وصول الوفد</h1><p>{}</p><p>6 مارس 2024</p>": "None",
        "<h1>وصول الوفد</h1><p>3 فبراير 2021</p><p>4 فبراير 2021</p><p>{}</p>": "None",
    }
    for html, day in days.items():
        assert str(extract(html.format(SENTENCE).encode(), "1.html").said.date) == day, html


READ = [
    ("a fragment", f"<p>{SENTENCE}</p>", SENTENCE),
    ("text without tags", SENTENCE, SENTENCE),
    ("a short text", "<h1>خبر</h1>", "خبر"),
    ("line breaks", "<div>صدر البيت<br>عجز البيت</div>", "صدر البيت\nعجز البيت"),
    ("a script in a paragraph", f"<p>{SENTENCE}<script>var x</script></p>", SENTENCE),
    (
        "a hidden entity of a file",
        f'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>{SENTENCE}</p>',
        SENTENCE,
    ),
    ("moderate nesting", f"{'<div>' * 300}<p>{SENTENCE}</p>", SENTENCE),
]


@pytest.mark.parametrize(("description", "html", "text"), READ, ids=[case[0] for case in READ])
def test_odd_pages_are_read(description: str, html: str, text: str) -> None:
    found = extract(html.encode(), "1.html").text
    assert text in found, description
    assert "root:" not in found
    assert "var x" not in found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1256", "iso8859-6"])
@pytest.mark.parametrize(
    "declared",
    ["", '<meta charset="{}">', '<meta http-equiv="Content-Type" content="text/html; charset={}">'],
)
def test_pages_in_old_encodings_are_read_whether_they_name_them_or_not(encoding: str, declared: str) -> None:
    page = f"<html><head>{declared.format(encoding)}</head><body><p>{SENTENCE}</p></body></html>"
    assert extract(page.encode(encoding), "1.html").text == SENTENCE


@pytest.mark.parametrize(
    ("description", "html", "error"),
    [
        ("nothing", "<html></html>", FileWithoutText),
        ("endless nesting", "<div>" * 5000 + SENTENCE, FileDamaged),
    ],
)
def test_what_can_not_be_read_is_refused(description: str, html: str, error: type[Exception]) -> None:
    with pytest.raises(error) as refusal:
        extract(html.encode(), "1.html")
    assert str(refusal.value).startswith("1.html: "), description


def test_what_is_dropped_is_told_with_the_reason() -> None:
    page = SITES["portal"](samples("a")[0])
    dropped = {
        each.text: each.reason for each in compose(extract(page.html.encode(), "1.html"), "1.html").dropped
    }
    assert dropped["جميع الحقوق محفوظة © 2024 صحيفة الضفاف"] == "outside of the page's article"
    assert any("links" in reason for reason in dropped.values())
    assert any("offers" in reason for text, reason in dropped.items() if text.startswith("اقرأ أيضا"))


_AROUND = {"li": "<ul>{}</ul>", "td": "<table><tr>{}</tr></table>"}
_WORDS = st.lists(
    st.sampled_from("وصل الوفد إلى المدينة مساء 2021 ١٤٤٢ NATO قال: «نعم» & < لقاء".split()),
    min_size=4,
    max_size=40,
)


@settings(max_examples=25)
@given(st.lists(_WORDS, min_size=1, max_size=8), st.sampled_from(["p", "div", "li", "blockquote", "td"]))
def test_no_word_of_an_article_is_lost_whatever_its_elements(paragraphs: list[list[str]], tag: str) -> None:
    texts = [" ".join(each) + "." for each in paragraphs]
    body = "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)
    page = f"<html><body><article>{_AROUND.get(tag, '{}').format(body)}</article></body></html>"
    found = words(extract(page.encode(), "1.html").text)
    assert all(words(text) in found for text in texts)
