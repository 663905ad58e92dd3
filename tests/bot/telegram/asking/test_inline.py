"""Questions from any chat: @bot and the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.bidi import without_marks
from retrieval import Retriever
from tests.bot.telegram.process import SEEDS
from tests.bot.telegram.server import new_id, text_of

if TYPE_CHECKING:
    from tests.bot.telegram.server import Json, Telegram

# Borne out by more paragraphs than one page of results has.
QUESTION = "تركيا"


def asked(telegram: Telegram, query: str, offset: str = "", code: str = "ar") -> Json:
    """What the bot answers to an inline query."""
    number = f"inline{new_id()}"
    user = {"id": new_id(), "is_bot": False, "first_name": "ليلى", "language_code": code}
    telegram.inject({"inline_query": {"id": number, "from": user, "query": query, "offset": offset}})
    answer = telegram.wait_call("answerInlineQuery", inline_query_id=number)
    assert "result" in answer, answer
    parameters: Json = answer["parameters"]
    return parameters


def test_quotations_are_offered_each_complete_with_its_source(telegram: Telegram) -> None:
    answer = asked(telegram, "كم استمر الاجتماع؟")
    first = answer["results"][0]
    assert first["description"].startswith("استمر الاجتماع لمدة ساعة وعشر دقائق")
    content = first["input_message_content"]
    assert content["parse_mode"] == "HTML"
    assert "<blockquote>استمر الاجتماع لمدة ساعة وعشر دقائق" in content["message_text"]
    assert "<code>\u2068seeds/004_0501e0bcc7072b3e.txt" in content["message_text"]
    assert answer["cache_time"] == 60
    assert not answer["is_personal"]


def test_the_pages_of_results_hold_all_quotations_once(telegram: Telegram) -> None:
    expected = Retriever.from_folder(SEEDS).ask(QUESTION, limit=1000).quotes
    assert len(expected) > 10
    offset, found = "", []
    while True:
        answer = asked(telegram, QUESTION, offset)
        found += [result["description"] for result in answer["results"]]
        offset = answer["next_offset"]
        if not offset:
            break
    assert len(found) == len(expected)
    assert found[0][:50] == without_marks(expected[0].answer.of(expected[0].paragraph.text))[:50]


def test_the_button_under_an_offered_quotation_opens_it_in_its_context(telegram: Telegram) -> None:
    first = asked(telegram, "كم استمر الاجتماع؟")["results"][0]
    ((button,),) = first["reply_markup"]["inline_keyboard"]
    assert button["text"] == "اقرأه في سياقه"
    user = new_id()
    telegram.send({"from": {"id": user}, "text": f"/start {button['url'].partition('?start=')[2]}"})
    assert "استمر الاجتماع لمدة ساعة وعشر دقائق" in text_of(telegram.wait_shown(user)[0])


def test_where_there_is_nothing_to_offer_a_button_says_why(telegram: Telegram) -> None:
    rows = [
        ("nothing was asked yet", "", "اكتب سؤالك بعد اسم البوت"),
        ("there is no word in it", "؟!", "اكتب سؤالك بعد اسم البوت"),
        ("the documents are silent", "ما طول نهر الأمازون؟", "لا جواب عن هذا في المستندات"),
    ]
    for description, query, expected in rows:
        answer = asked(telegram, query)
        assert (answer["results"], answer["button"]["text"]) == ([], expected), description


def test_an_offset_that_the_bot_never_gave_starts_anew(telegram: Telegram) -> None:
    for offset in ("x", "-1", "9" * 40, "٣"):
        assert "results" in asked(telegram, QUESTION, offset)


def test_offers_are_in_the_askers_language(telegram: Telegram) -> None:
    assert asked(telegram, "", code="en")["button"]["text"] == "Write your question after the bot's name"
