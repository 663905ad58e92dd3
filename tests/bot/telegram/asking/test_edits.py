"""A question that is edited is answered by editing the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bot.telegram.server import Telegram, labels, new_id, text_of

if TYPE_CHECKING:
    from tests.bot.telegram.server import Json

QUESTION, OTHER = "كم استمر الاجتماع؟", "من هو المتحدث باسم الرئاسة التركية؟"
SILENT = "ما طول نهر الأمازون؟"
NOT_FOUND = "لم أجد في المستندات جوابًا عن هذا السؤال."


def message(user: int, text: str, number: int = 50) -> Json:
    return {"from": {"id": user}, "message_id": number, "text": text}


def test_the_answer_is_put_in_the_place_of_the_one_before(telegram: Telegram) -> None:
    user = new_id()
    telegram.send(message(user, SILENT))
    (before,) = telegram.wait_shown(user)
    telegram.inject({"edited_message": message(user, QUESTION)})
    after = telegram.wait_shown(user, 2)[1]
    assert after["method"] == "editMessageText"
    assert after["result"]["message_id"] == before["result"]["message_id"]
    assert text_of(before).startswith(NOT_FOUND)
    assert "استمر الاجتماع لمدة ساعة وعشر دقائق" in text_of(after)
    telegram.press(after, user, "السياق 1")
    assert text_of(telegram.wait_shown(user, 3)[2]).startswith("الاقتباس 1 في سياقه")


def test_buttons_for_what_was_asked_before_are_no_longer_honoured(telegram: Telegram) -> None:
    user = new_id()
    telegram.send(message(user, OTHER))
    (before,) = telegram.wait_shown(user)
    assert labels(before)
    data = before["result"]["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    telegram.inject({"edited_message": message(user, QUESTION)})
    after = telegram.wait_shown(user, 2)[1]
    query = telegram.press(after, user, data=data)
    refusal = telegram.wait_call("answerCallbackQuery", callback_query_id=query)
    assert refusal["parameters"]["text"].startswith("لم يعد هذا الزر صالحًا")


def test_the_same_edit_twice_changes_nothing(telegram: Telegram) -> None:
    user = new_id()
    telegram.send(message(user, SILENT))
    telegram.wait_shown(user)
    telegram.inject(*({"edited_message": message(user, QUESTION)} for _ in range(2)))
    telegram.send(message(user, "/ask", 60))
    assert [text_of(call)[:9] for call in telegram.wait_shown(user, 3)] == [
        NOT_FOUND[:9],
        "استمر الا",
        "ما سؤالك؟",
    ]


def test_an_edit_that_cant_be_searched_says_why_in_the_place_of_the_answer(telegram: Telegram) -> None:
    user = new_id()
    telegram.send(message(user, QUESTION))
    telegram.wait_shown(user)
    telegram.inject({"edited_message": message(user, "؟!")})
    after = telegram.wait_shown(user, 2)[1]
    assert after["method"] == "editMessageText"
    assert text_of(after).startswith("لم أجد في رسالتك كلمة أبحث عنها.")


def test_what_had_no_answer_yet_is_answered_anew(telegram: Telegram) -> None:
    user = new_id()
    telegram.send(message(user, "؟!"))
    telegram.wait_shown(user)
    telegram.inject({"edited_message": message(user, QUESTION)})
    assert telegram.wait_shown(user, 2)[1]["method"] == "sendMessage"


def test_an_edited_command_is_left_alone(telegram: Telegram) -> None:
    user = new_id()
    telegram.inject({"edited_message": message(user, "/help")})
    telegram.send(message(user, "/ask", 60))
    assert [text_of(call) for call in telegram.wait_shown(user)] == ["ما سؤالك؟"]
