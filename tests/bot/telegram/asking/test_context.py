"""A quotation in its context, why it was found, and what one thinks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.render.excerpt import units
from bot.render.telegram import LIMIT
from bot.telegram.asking.context import context
from bot.texts import Language
from retrieval import Document, Retriever, Source, Span
from tests.bot.telegram.process import SEEDS
from tests.bot.telegram.server import Telegram, buttons, labels, new_id, styles, text_of

if TYPE_CHECKING:
    from tests.bot.telegram.server import Json

QUESTION = "كم استمر الاجتماع؟"
ANSWER = "استمر الاجتماع لمدة ساعة وعشر دقائق"


@pytest.fixture
def first(telegram: Telegram, asker: int) -> Json:
    """The answer to a question of `asker`."""
    telegram.send({"from": {"id": asker}, "text": QUESTION})
    return telegram.wait_shown(asker)[0]


def test_a_quotation_opens_between_the_paragraphs_before_and_after_it_and_closes_again(
    telegram: Telegram, asker: int, first: Json
) -> None:
    telegram.press(first, asker, "السياق 1")
    opened = telegram.wait_shown(asker, 2)[1]
    retriever = Retriever.from_folder(SEEDS)
    (quote,) = retriever.ask(QUESTION, limit=1).quotes
    around = retriever.context(quote.paragraph, before=2, after=2)
    assert len(around) > 1
    assert all(line in text_of(opened) for paragraph in around for line in paragraph.text.split("\n"))
    assert styles(opened) == ["blockquote", "bold", "code"]
    assert labels(opened) == [["نسخ الرابط", "رجوع"]]

    telegram.press(opened, asker, "رجوع")
    back = telegram.wait_shown(asker, 3)[2]
    assert (text_of(back), labels(back)) == (text_of(first), labels(first))
    assert {call["result"]["message_id"] for call in (opened, back)} == {first["result"]["message_id"]}


def test_why_names_what_each_quotation_holds_of_the_question(
    telegram: Telegram, asker: int, first: Json
) -> None:
    telegram.press(first, asker, "لماذا؟")
    why = telegram.wait_shown(asker, 2)[1]
    lines = text_of(why).splitlines()
    assert lines[0] == "لماذا الاقتباس 1؟"
    assert "الاجتماع" in text_of(why)
    assert lines[-1].startswith("الثقة بأن في المستندات جوابًا:")
    telegram.press(why, asker, "رجوع")
    assert text_of(telegram.wait_shown(asker, 3)[2]) == text_of(first)


@pytest.mark.parametrize("label", ["👍", "👎"])
def test_an_opinion_is_thanked_for_and_changes_nothing_else(
    telegram: Telegram, asker: int, first: Json, label: str
) -> None:
    query = telegram.press(first, asker, label)
    answer = telegram.wait_call("answerCallbackQuery", callback_query_id=query)
    assert answer["parameters"]["text"] == "شكرًا، سجلت رأيك."
    assert not answer["parameters"]["show_alert"]
    assert len(telegram.shown(asker)) == 1


def test_the_link_of_a_quotation_opens_the_same_one_for_somebody_else(
    telegram: Telegram, asker: int, first: Json
) -> None:
    telegram.press(first, asker, "السياق 1")
    opened = telegram.wait_shown(asker, 2)[1]
    (link,) = (button["copy_text"]["text"] for button in buttons(opened) if "copy_text" in button)
    address, _, payload = link.partition("?start=")
    assert address == "https://t.me/test123456_bot"
    other = new_id()
    telegram.send({"from": {"id": other}, "text": f"/start {payload}"})
    linked = telegram.wait_shown(other)[0]
    assert text_of(linked).split("\n", 2)[2] == text_of(opened).split("\n", 2)[2]
    assert text_of(linked).startswith("الاقتباس في سياقه:")


@pytest.mark.parametrize("payload", ["q_", "q_AAAAAAAAAAAAAAAA", "q_../../etc"])
def test_a_link_to_nothing_says_so(telegram: Telegram, asker: int, payload: str) -> None:
    telegram.send({"from": {"id": asker}, "text": f"/start {payload}"})
    assert text_of(telegram.wait_shown(asker)[0]).startswith("لم يعد هذا الاقتباس في المستندات")


def paragraphs(length: int) -> Retriever:
    """A document of five paragraphs, the middle one with the question's words."""
    filling = "وحضر الحفل جمع من الأساتذة والطلاب والضيوف. "
    texts = [filling * (length // len(filling)) + str(number) for number in range(5)]
    texts[2] = "أعلنت الجامعة عن المنحة الدراسية. " + texts[2]
    starts = [sum(len(text) + 1 for text in texts[:number]) for number in range(5)]
    spans = tuple(Span(start, start + len(text)) for start, text in zip(starts, texts, strict=True))
    return Retriever.in_memory([Document(Source("docs/تقرير.txt"), "\n".join(texts), spans)])


@pytest.mark.parametrize(
    ("description", "length", "shown"),
    [
        ("two paragraphs to each side, if a message holds them", 500, 5),
        ("else one", 1200, 3),
        ("else two in a file", 3000, 0),
    ],
)
def test_the_context_is_as_wide_as_a_message_holds(description: str, length: int, shown: int) -> None:
    retriever = paragraphs(length)
    (quote,) = retriever.ask("المنحة الدراسية").quotes
    found = context(retriever, quote, Language.ARABIC)
    held = [paragraph.text for paragraph in retriever.context(quote.paragraph, before=2, after=2)]
    assert sum(text in found.text.replace("<b>", "").replace("</b>", "") for text in held) == shown, (
        description
    )
    assert units(found.text) <= LIMIT + 60
    if not shown:
        assert found.file is not None
        name, content = found.file
        assert name == "تقرير.txt"
        assert all(text in content.decode("utf-8") for text in held)
