"""What a page of quotations holds."""

from __future__ import annotations

import random

import pytest

from bot.render.excerpt import units
from bot.render.telegram import LIMIT
from bot.telegram import guide
from bot.telegram.asking.pages import page
from bot.texts import Language
from retrieval import Document, Retriever, Source, Span

QUESTION = "المنحة الدراسية"
SENTENCE = "أعلنت الجامعة عن المنحة الدراسية الجديدة لطلابها."
WORDS = "حضر الحفل جمع من الأساتذة والطلاب والضيوف وتحدث فيه رئيس المجلس عن خطة البناء وموازنة العام وأسعار القمح".split()


def paragraph(number: int, length: int) -> str:
    """A paragraph of about `length` characters that names the question's words, unlike any other."""
    chance = random.Random(number)  # noqa: S311
    filling = " ".join(chance.choice(WORDS) for _ in range(length))
    return f"{SENTENCE} الدورة رقم {number}. {filling}"[:length] + "."


def library(*paragraphs: str) -> Retriever:
    """A document for each paragraph."""
    return Retriever.in_memory(
        Document(Source(f"{number}.txt"), text, (Span(0, len(text)),))
        for number, text in enumerate(paragraphs, 1)
    )


@pytest.mark.parametrize(
    ("description", "lengths", "shown"),
    [
        ("three short quotations share a page", [200] * 7, [3, 3, 1]),
        ("of long ones a page holds as many as fit", [1800] * 5, [2, 2, 1]),
        ("a quotation as long as a message has a page of its own", [3900] * 3, [1, 1, 1]),
        ("a longer one is cut to a page", [9000] * 2, [1, 1]),
    ],
)
def test_pages_hold_whole_messages_and_lose_no_quotation(
    description: str, lengths: list[int], shown: list[int]
) -> None:
    retriever = library(*(paragraph(number, length) for number, length in enumerate(lengths)))
    trail = ""
    while (found := page(retriever, QUESTION, trail, Language.ARABIC)).ranks:
        assert (
            units(found.text) <= LIMIT + len("<blockquote expandable><b></b></blockquote><code></code>") * 3
        )
        assert found.further == sum(lengths_left := shown[len(trail) + 1 :]), (description, lengths_left)
        trail = found.following
    assert trail == "".join(map(str, shown)), description


@pytest.mark.parametrize("length", [200, 3900, 9000])
def test_a_page_of_a_follow_up_holds_its_heading_and_a_quotation(length: int) -> None:
    found = page(library(paragraph(1, length)), "ومتى؟", "", Language.ARABIC, f"متى: {QUESTION}؟")
    assert found.ranks == (1,)
    assert found.text.startswith("فهمتُ السؤال:")
    assert SENTENCE[:20] in found.text
    assert units(found.text) <= LIMIT + len("<blockquote expandable><b></b></blockquote><code></code>")


def test_sources_names_the_first_documents_and_counts_the_others() -> None:
    retriever = library(*(paragraph(number, 100) for number in range(25)))
    heading, listed, others = guide.sources(retriever, Language.ENGLISH).blocks
    assert len(listed.text.splitlines()) == 20
    assert "5" in others.text
    assert "25" in heading.text
