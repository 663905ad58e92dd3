"""What a person gets who writes to the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.bot.telegram.server import BOT, new_id, styles, text_of

if TYPE_CHECKING:
    from tests.bot.telegram.server import Telegram

QUESTION = "كم استمر اجتماع أردوغان وبايدن؟"
ANSWER = "استمر الاجتماع لمدة ساعة وعشر دقائق"
NOT_FOUND = "لم أجد في المستندات جوابًا عن هذا السؤال."
SILENT = "ما طول نهر الأمازون؟"

MESSAGES = [
    ("a question is answered from the documents", {"text": QUESTION}, ANSWER),
    ("/ask takes the question behind it", {"text": f"/ask {QUESTION}"}, ANSWER),
    ("/ask may name the bot", {"text": f"/ask@{BOT} {QUESTION}"}, ANSWER),
    ("a command's letters may be capitals", {"text": f"/ASK {QUESTION}"}, ANSWER),
    ("the question may stand on the next line", {"text": f"/ask\n{QUESTION}"}, ANSWER),
    ("/اسأل takes the question behind it", {"text": f"/اسأل {QUESTION}"}, ANSWER),
    ("/اسأل is known without its hamza", {"text": f"/اسال {QUESTION}"}, ANSWER),
    ("a picture's caption is a question", {"photo": [], "caption": QUESTION}, ANSWER),
    ("where the documents are silent, so is the bot", {"text": SILENT}, NOT_FOUND),
    ("/ask alone is asked back", {"text": "/ask"}, "ما سؤالك؟"),
    ("/اسأل alone is asked back", {"text": "/اسأل"}, "ما سؤالك؟"),
    ("/start tells what the bot is for", {"text": "/start"}, "اسألني عما في المستندات"),
    ("/help tells how to ask in groups", {"text": "/help"}, f"أجيب من يذكرني باسمي @{BOT}"),
    ("/المساعدة is /help", {"text": "/المساعدة"}, f"أجيب من يذكرني باسمي @{BOT}"),
    ("/sources names the documents", {"text": "/sources"}, "أنقرة وواشنطن تستأنفان مشاورتهما"),
    ("an unknown command is named", {"text": "/سؤال شيء"}, "لا أعرف الأمر /سؤال. اكتب /help"),
    ("a message without a word is no question", {"text": "؟!"}, "لم أجد في رسالتك كلمة أبحث عنها."),
    (
        "a question over the limit is refused with both numbers",
        {"text": "سؤال " * 1000},
        "فيه 4,999 حرفًا، والحد الأقصى 4,096",
    ),
    (
        "a voice message is answered in text",
        {"voice": {"file_id": "1", "file_unique_id": "1", "duration": 3}},
        "المكتوبة فقط",
    ),
    ("markup in a question is text", {"text": "<b>ما</b> <script>طول</script> نهر الأمازون & <"}, NOT_FOUND),
    ("half of a surrogate pair is left aside", {"text": f"\ud83d {QUESTION}"}, ANSWER),
    ("marks alone are no question", {"text": "\u064b\u064b"}, "لم أجد في رسالتك كلمة أبحث عنها."),
]


@pytest.mark.parametrize(("description", "message", "expected"), MESSAGES, ids=[row[0] for row in MESSAGES])
def test_each_message_gets_one_reply(
    telegram: Telegram, description: str, message: dict[str, Any], expected: str
) -> None:
    user = new_id()
    telegram.send({"from": {"id": user}, **message})
    replies = telegram.wait_shown(user)
    assert expected in text_of(replies[0]), description
    assert len(replies) == 1


SILENCES = [
    ("a command to another bot", {"text": "/ask@another_bot سؤال"}),
    (
        "a message sent through a bot",
        {"text": QUESTION, "via_bot": {"id": 5, "is_bot": True, "first_name": "Other"}},
    ),
    ("a message of another bot", {"text": QUESTION, "from": {"is_bot": True}}),
    (
        "a message of Telegram's own",
        {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}},
    ),
]


@pytest.mark.parametrize(("description", "message"), SILENCES, ids=[row[0] for row in SILENCES])
def test_nothing_is_said_to(telegram: Telegram, description: str, message: dict[str, Any]) -> None:
    user = new_id()
    ignored = {**message, "from": {"id": user, **message.get("from", {})}}
    # Messages of a chat are answered in order: after the second one's reply, the first one has had its turn.
    telegram.send(ignored, {"from": {"id": user}, "text": "/ask"})
    replies = telegram.wait_shown(user)
    assert [text_of(reply) for reply in replies] == ["ما سؤالك؟"], description


def test_a_quotation_stands_in_a_blockquote_with_its_source_below(
    telegram: Telegram,
) -> None:
    user = new_id()
    telegram.send({"from": {"id": user}, "text": QUESTION})
    (reply,) = telegram.wait_shown(user)
    assert styles(reply)[:2] == ["blockquote", "code"]
    assert reply["parameters"]["parse_mode"] == "HTML"
    source = text_of(reply).splitlines()[1]
    assert source.startswith("1. ")
    assert source.endswith("004_0501e0bcc7072b3e.txt")


def test_a_reply_stands_under_its_question_even_if_that_is_deleted(telegram: Telegram) -> None:
    user = new_id()
    telegram.send({"from": {"id": user}, "message_id": 77, "text": SILENT})
    (reply,) = telegram.wait_shown(user)
    assert reply["parameters"]["reply_parameters"] == {"message_id": 77, "allow_sending_without_reply": True}
    assert reply["parameters"]["link_preview_options"] == {"is_disabled": True}


def test_ask_alone_opens_the_reply_field(telegram: Telegram) -> None:
    user = new_id()
    telegram.send({"from": {"id": user}, "text": "/ask"})
    (reply,) = telegram.wait_shown(user)
    assert reply["parameters"]["reply_markup"] == {"force_reply": True, "selective": True}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("ar", NOT_FOUND),
        ("en", "The documents hold no answer to this question."),
        ("en-GB", "The documents hold no answer to this question."),
        ("fr", NOT_FOUND),
        (None, NOT_FOUND),
    ],
)
def test_the_bot_speaks_the_users_language_or_arabic(
    telegram: Telegram, code: str | None, expected: str
) -> None:
    user = new_id()
    telegram.send({"from": {"id": user, "language_code": code}, "text": SILENT})
    assert text_of(telegram.wait_shown(user)[0]).startswith(expected)


def test_questions_of_one_chat_are_answered_in_their_order(telegram: Telegram) -> None:
    user = new_id()
    telegram.send(*({"from": {"id": user}, "message_id": 10 + n, "text": QUESTION} for n in range(12)))
    replies = telegram.wait_shown(user, 12)
    answered = [reply["parameters"]["reply_parameters"]["message_id"] for reply in replies]
    assert answered == list(range(10, 22))


def test_the_commands_are_listed_for_everybody_and_again_in_each_language(telegram: Telegram) -> None:
    telegram.wait_call("setMyCommands", language_code="en")
    listed = {
        call["parameters"].get("language_code"): call["parameters"]
        for call in telegram.calls("setMyCommands")
    }
    names = ["ask", "alone", "sources", "language", "help", "privacy", "forget", "start"]
    assert {code: [each["command"] for each in menu["commands"]] for code, menu in listed.items()} == {
        None: names,
        "ar": names,
        "en": names,
    }
    assert listed[None]["commands"] == listed["ar"]["commands"]
    assert listed["en"]["commands"][0]["description"] == "ask about the documents"
