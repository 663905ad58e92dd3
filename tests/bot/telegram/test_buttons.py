"""Paging through further quotations by the buttons under them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from retrieval import Retriever
from tests.bot.telegram.process import SEEDS
from tests.bot.telegram.server import BOT, buttons, data_of, labels, new_id, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bot.telegram.process import BotProcess
    from tests.bot.telegram.server import Json, Telegram

# Named in more paragraphs than three pages hold.
QUESTION = "تركيا"
NEXT, BACK = "المزيد", "السابق"
EXPIRED = "لم يعد هذا الزر صالحًا. أرسل سؤالك من جديد."


def ranks(call: Json) -> list[int]:
    """The numbers of the quotations that a message shows."""
    return [int(rank) for rank in re.findall(r"^(\d+)\. ", text_of(call), re.MULTILINE)]


def turns(call: Json) -> set[str]:
    """The ways on and back from a page."""
    return {NEXT, BACK} & {button["text"] for button in buttons(call)}


@pytest.fixture
def first(telegram: Telegram, asker: int) -> Json:
    """The first page for a question of `asker`."""
    telegram.send({"from": {"id": asker}, "text": QUESTION})
    return telegram.wait_shown(asker)[0]


def test_the_button_leads_through_all_quotations_and_back_by_editing_one_message(
    telegram: Telegram, asker: int, first: Json
) -> None:
    expected = Retriever.from_folder(SEEDS).ask(QUESTION, limit=1000)
    pages = [first]
    while NEXT in turns(pages[-1]):
        telegram.press(pages[-1], asker, NEXT)
        pages = telegram.wait_shown(asker, len(pages) + 1)
    assert [rank for page in pages for rank in ranks(page)] == [quote.rank for quote in expected.quotes]
    assert len(pages) > 3
    assert {page["result"]["message_id"] for page in pages} == {first["result"]["message_id"]}
    assert [page["method"] for page in pages] == ["sendMessage"] + ["editMessageText"] * (len(pages) - 1)

    shown = list(pages)
    while BACK in turns(shown[-1]):
        telegram.press(shown[-1], asker, BACK)
        shown = telegram.wait_shown(asker, len(shown) + 1)
    back = shown[len(pages) :]
    assert [text_of(page) for page in back] == [text_of(page) for page in reversed(pages[:-1])]


def test_the_first_page_has_no_way_back_and_the_last_no_way_on(
    telegram: Telegram, asker: int, first: Json
) -> None:
    assert turns(first) == {NEXT}
    telegram.press(first, asker, NEXT)
    second = telegram.wait_shown(asker, 2)[1]
    assert turns(second) == {NEXT, BACK}
    while turns(second) != {BACK}:
        telegram.press(second, asker, NEXT)
        second = telegram.wait_shown(asker, len(telegram.shown(asker)) + 1)[-1]


def test_buttons_are_laid_out_from_right_to_left_in_arabic_and_from_left_to_right_in_english(
    telegram: Telegram, asker: int, first: Json
) -> None:
    assert labels(first) == [["السياق 3", "السياق 2", "السياق 1"], [NEXT], ["👎", "👍", "لماذا؟"]]
    telegram.send({"from": {"id": asker, "language_code": "en"}, "text": QUESTION})
    english = telegram.wait_shown(asker, 2)[1]
    assert labels(english) == [["Context 1", "Context 2", "Context 3"], ["More"], ["Why?", "👍", "👎"]]


def test_where_there_is_no_answer_there_is_no_button(telegram: Telegram, asker: int) -> None:
    telegram.send({"from": {"id": asker}, "text": "ما طول نهر الأمازون؟"})
    assert buttons(telegram.wait_shown(asker)[0]) == []


def test_each_press_is_answered_before_the_page_turns(telegram: Telegram, asker: int, first: Json) -> None:
    query = telegram.press(first, asker, NEXT)
    page = telegram.wait_shown(asker, 2)[1]
    answer = telegram.wait_call("answerCallbackQuery", callback_query_id=query)
    assert answer["at"] <= page["at"]
    assert "text" not in answer["parameters"]


def test_a_press_too_old_to_be_answered_still_turns_the_page(
    telegram: Telegram, asker: int, first: Json
) -> None:
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    telegram.script({"method": "answerCallbackQuery", "kind": 400, "description": too_old})
    telegram.press(first, asker, NEXT)
    assert ranks(telegram.wait_shown(asker, 2)[1])[0] == ranks(first)[-1] + 1


def test_the_same_button_pressed_twice_turns_one_page(
    telegram: Telegram, bot: BotProcess, asker: int, first: Json
) -> None:
    errors = bot.log.count("ERROR")
    telegram.press(first, asker, NEXT)
    telegram.press(first, asker, NEXT)
    telegram.send({"from": {"id": asker}, "text": "/ask"})
    texts = [text_of(call) for call in telegram.wait_shown(asker, 3)]
    assert texts[2] == "ما سؤالك؟"
    assert len(texts) == 3
    assert bot.log.count("ERROR") == errors


def test_only_who_asked_can_turn_the_page(telegram: Telegram, asker: int) -> None:
    group = -new_id()
    chat = {"id": group, "title": "أصدقاء"}
    telegram.send({"from": {"id": asker}, "chat": chat, "text": f"/ask@{BOT} {QUESTION}"})
    first = telegram.wait_shown(group)[0]
    query = telegram.press(first, new_id(), NEXT)
    refusal = telegram.wait_call("answerCallbackQuery", callback_query_id=query)
    assert refusal["parameters"]["text"].startswith("هذا الزر لمن طرح السؤال وحده.")
    telegram.press(first, asker, NEXT)
    shown = telegram.wait_shown(group, 2)
    assert ranks(shown[1])[0] == ranks(first)[-1] + 1


def test_anybody_in_the_group_can_turn_the_page_of_an_anonymous_administrator(telegram: Telegram) -> None:
    group = -1_000_000_000_000 - new_id()
    chat = {"id": group, "type": "supergroup", "title": "أصدقاء"}
    telegram.send({"chat": chat, "sender_chat": chat, "text": f"/ask {QUESTION}"})
    first = telegram.wait_shown(group)[0]
    telegram.press(first, new_id(), NEXT)
    assert ranks(telegram.wait_shown(group, 2)[1])


@pytest.mark.parametrize(
    ("description", "forge"),
    [
        ("another page under the same code", lambda data: data[:-1] + "9"),
        ("a page without a code", lambda data: data[16:]),
        ("a code of another", lambda data: "A" * 16 + data[16:]),
        ("a page that is no number", lambda data: data + "x"),
        ("letters that no code has", lambda _: "ق" * 20),
        ("one character", lambda _: "0"),
    ],
)
def test_a_forged_button_turns_no_page(
    telegram: Telegram, asker: int, first: Json, description: str, forge: Callable[[str], str]
) -> None:
    query = telegram.press(first, asker, data=forge(data_of(first, NEXT)))
    refusal = telegram.wait_call("answerCallbackQuery", callback_query_id=query)
    assert refusal["parameters"]["text"] == EXPIRED, description
    assert len(telegram.shown(asker)) == 1


@pytest.mark.parametrize(
    ("description", "change"),
    [
        ("the question was deleted", lambda message: {**message, "reply_to_message": None}),
        (
            "the question was edited since",
            lambda message: {**message, "reply_to_message": {**message["reply_to_message"], "text": "روسيا"}},
        ),
        (
            "the message is too old for Telegram to show",
            lambda message: {"message_id": message["message_id"], "chat": message["chat"], "date": 0},
        ),
    ],
)
def test_a_button_that_lost_its_question_says_so(
    telegram: Telegram, asker: int, first: Json, description: str, change: Callable[[Json], Json]
) -> None:
    # Under an id that the server hasn't kept, the message is passed on as it stands here.
    changed = change({**first["result"], "message_id": 10_000_000 + new_id()})
    query = telegram.press({"result": changed}, asker, data=data_of(first, NEXT))
    refusal = telegram.wait_call("answerCallbackQuery", callback_query_id=query)
    assert refusal["parameters"]["text"] == EXPIRED, description


def test_the_data_of_a_button_is_short_and_tells_nothing_of_the_question(first: Json) -> None:
    data = data_of(first, NEXT)
    assert len(data.encode()) <= 64
    assert QUESTION not in data
