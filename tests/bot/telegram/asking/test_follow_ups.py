"""Questions that lean on the one before, or on the one whose answer they reply to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.bidi import without_marks
from bot.conversation import Conversation
from bot.reply import Note
from bot.texts import Language
from retrieval import Retriever
from tests.bot.telegram.process import SEEDS, BotProcess
from tests.bot.telegram.server import BOT, Telegram, buttons, labels, new_id, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot.telegram.server import Json

CALL, WHEN = "كم استمرت المكالمة بين سوليفان وقالن؟", "ومتى كان ذلك؟"
UNDERSTOOD = "فهمتُ السؤال: متى كان ذلك: المكالمة بين سوليفان وقالن؟"
MEETING, SILENT = "كم استمر الاجتماع؟", "ما طول نهر الأمازون؟"
OF_MEETING = "فهمتُ السؤال: متى كان ذلك: الاجتماع؟"
NOT_FOUND = "لم أجد في المستندات جوابًا عن هذا السؤال."
ALONE = "أجب عنه كما كتبته"
ALREADY = "بحثت عن سؤالك الأخير كما كتبته، ولم أزد عليه شيئًا."
QUOTED = "…"
"""For a reply that begins by a quotation."""


def first_line(call: Json) -> str:
    line = text_of(call).splitlines()[0]
    return line if line.startswith(("فهمتُ", "لم أجد", "بحثت")) else QUOTED


def ask(telegram: Telegram, user: int, text: str, **more: Any) -> Json:
    """What the bot shows for a message of `user`, in private unless `more` says otherwise."""
    chat = more.get("chat", {}).get("id", user)
    before = len(telegram.shown(chat))
    telegram.send({"from": {"id": user}, "text": text, **more})
    return telegram.wait_shown(chat, before + 1)[before]


def group(number: int) -> Json:
    return {"chat": {"id": number, "title": "أصدقاء"}}


@pytest.mark.parametrize(
    ("description", "lines"),
    [
        ("the former question is taken along", [(CALL, QUOTED), (WHEN, UNDERSTOOD)]),
        ("and again by the next", [(CALL, QUOTED), (WHEN, UNDERSTOOD), ("وأين؟", UNDERSTOOD.replace("متى كان ذلك", "أين"))]),
        ("also from one that found no answer", [(SILENT, NOT_FOUND), (WHEN, "فهمتُ السؤال: متى كان ذلك: طول نهر الأمازون؟")]),
        ("a question of its own is left alone", [(CALL, QUOTED), (MEETING, QUOTED)]),
        ("without a former question nothing is added", [(WHEN, NOT_FOUND)]),
        ("nothing is taken from a command", [("/privacy", QUOTED), (WHEN, NOT_FOUND)]),
        ("/alone answers as written, and the next leans on that", [(CALL, QUOTED), (WHEN, UNDERSTOOD), ("/alone", NOT_FOUND), ("/alone", ALREADY), ("وأين؟", NOT_FOUND)]),
        ("/alone without a follow-up says so", [(CALL, QUOTED), ("/alone", ALREADY)]),
        ("the same in Arabic", [(CALL, QUOTED), (WHEN, UNDERSTOOD), ("/كما_كتبته", NOT_FOUND)]),
    ],
)  # fmt: skip
def test_a_conversation(telegram: Telegram, description: str, lines: list[tuple[str, str]]) -> None:
    user = new_id()
    shown = [(line, first_line(ask(telegram, user, line))) for line, _ in lines]
    assert shown == lines, description


def test_telegram_and_the_console_understand_a_dialogue_alike(telegram: Telegram) -> None:
    user = new_id()
    console = Conversation(Retriever.from_folder(SEEDS), Language.ARABIC)
    for line in (CALL, WHEN, "وأين؟", "/alone", "/alone", MEETING, "وماذا عن أردوغان؟", SILENT):
        (first, *_) = console.reply(line).blocks
        said = without_marks(first.text).splitlines()[0] if isinstance(first, Note) else QUOTED
        assert first_line(ask(telegram, user, line)) == said, line


def test_the_reply_reads_from_right_to_left_under_the_question_as_it_was_understood(
    telegram: Telegram,
) -> None:
    user = new_id()
    ask(telegram, user, MEETING)
    follow_up = ask(telegram, user, WHEN)
    heading, gap, quotation, source, *_ = follow_up["result"]["text"].splitlines()
    assert heading == "فهمتُ السؤال: \u2068متى كان ذلك: الاجتماع؟\u2069"
    assert gap == ""
    assert "الاجتماع" in quotation
    assert source.startswith("\u200f")
    assert labels(follow_up)[-1] == [ALONE]


def test_a_button_answers_the_question_as_it_was_written(telegram: Telegram) -> None:
    user = new_id()
    ask(telegram, user, CALL)
    follow_up = ask(telegram, user, WHEN)
    for _ in range(2):
        telegram.press(follow_up, user, ALONE)
    alone = telegram.wait_shown(user, 3)[2]
    assert (first_line(alone), buttons(alone)) == (NOT_FOUND, [])
    assert alone["result"]["message_id"] == follow_up["result"]["message_id"]
    assert first_line(ask(telegram, user, "/alone")) == ALREADY


def test_buttons_of_a_refused_follow_up_are_no_longer_honoured(telegram: Telegram) -> None:
    user = new_id()
    ask(telegram, user, CALL)
    follow_up = ask(telegram, user, WHEN)
    ask(telegram, user, "/alone")
    query = telegram.press(follow_up, user, "المزيد")
    refusal = telegram.wait_call("answerCallbackQuery", callback_query_id=query)
    assert refusal["parameters"]["text"].startswith("لم يعد هذا الزر صالحًا")


def test_the_pages_of_a_follow_up_show_what_was_understood(telegram: Telegram) -> None:
    user = new_id()
    ask(telegram, user, CALL)
    shown = [ask(telegram, user, WHEN)]
    for label in ("المزيد", "السابق", "لماذا؟", "رجوع", "السياق 1", "رجوع"):
        telegram.press(shown[-1], user, label)
        shown = telegram.wait_shown(user, len(shown) + 2)[1:]
    first, second, *_ = shown
    assert first_line(second) == UNDERSTOOD
    assert text_of(second) != text_of(first)
    for back in (2, 4, 6):
        assert (text_of(shown[back]), labels(shown[back])) == (text_of(first), labels(first))
    assert len({call["result"]["message_id"] for call in shown}) == 1


def test_an_edit_is_understood_as_its_words_now_are(telegram: Telegram) -> None:
    user = new_id()
    for number, text in ((2_000, CALL), (2_010, MEETING), (2_020, SILENT)):
        ask(telegram, user, text, message_id=number)
    edits = [(WHEN, UNDERSTOOD), (SILENT, NOT_FOUND), (WHEN, UNDERSTOOD)]
    for shown, (text, expected) in enumerate(edits, 4):
        telegram.inject({"edited_message": {"from": {"id": user}, "message_id": 2_010, "text": text}})
        assert first_line(telegram.wait_shown(user, shown)[-1]) == expected


def test_a_reply_takes_along_the_question_of_the_answer_that_it_replies_to(telegram: Telegram) -> None:
    user = new_id()
    of_call = ask(telegram, user, CALL)["result"]
    ask(telegram, user, MEETING)
    assert first_line(ask(telegram, user, WHEN, reply_to_message=of_call)) == UNDERSTOOD


def test_a_reply_to_what_is_no_answer_takes_nothing_along(telegram: Telegram) -> None:
    user = new_id()
    told = ask(telegram, user, "/privacy")["result"]
    ask(telegram, user, CALL)
    assert first_line(ask(telegram, user, WHEN, reply_to_message=told)) == NOT_FOUND


def test_users_of_a_group_do_not_mix_but_for_a_reply_to_the_answer_of_another(telegram: Telegram) -> None:
    here, (layla, sami) = group(-new_id()), (new_id(), new_id())
    of_call = ask(telegram, layla, f"/ask {CALL}", **here)["result"]
    assert first_line(ask(telegram, sami, f"/ask {WHEN}", **here)) == NOT_FOUND
    ask(telegram, sami, f"/ask {MEETING}", **here)
    assert first_line(ask(telegram, layla, f"/ask {WHEN}", **here)) == UNDERSTOOD
    assert first_line(ask(telegram, sami, f"/ask {WHEN}", **here)) == OF_MEETING
    assert first_line(ask(telegram, sami, WHEN, reply_to_message=of_call, **here)) == UNDERSTOOD
    assert first_line(ask(telegram, layla, f"/alone@{BOT}", **here)) == NOT_FOUND


def test_nothing_is_carried_from_one_chat_to_another(telegram: Telegram) -> None:
    user, here, there = new_id(), group(-new_id()), group(-new_id())
    ask(telegram, user, CALL)
    answer = ask(telegram, user, f"/ask {CALL}", **here)["result"]
    assert first_line(ask(telegram, user, f"/ask {WHEN}", **there)) == NOT_FOUND
    # A message of the bot's that has the same number in the other chat.
    alike = {name: answer[name] for name in ("message_id", "date", "from", "text")}
    alike["chat"] = {**there["chat"], "type": "group"}
    assert first_line(ask(telegram, user, WHEN, reply_to_message=alike, **there)) == NOT_FOUND


def test_the_topics_of_a_group_are_conversations_of_their_own(telegram: Telegram) -> None:
    user, here = new_id(), group(-1_000_000_000_000 - new_id())
    one, other = ({**here, "message_thread_id": number, "is_topic_message": True} for number in (5, 6))
    ask(telegram, user, f"/ask {CALL}", **one)
    assert first_line(ask(telegram, user, f"/ask {WHEN}", **other)) == NOT_FOUND
    assert first_line(ask(telegram, user, f"/ask {WHEN}", **here)) == NOT_FOUND
    follow_up = ask(telegram, user, f"/ask {WHEN}", **one)
    assert first_line(follow_up) == UNDERSTOOD
    telegram.press(follow_up, user, ALONE)
    telegram.wait_shown(here["chat"]["id"], 5)
    assert first_line(ask(telegram, user, f"/alone@{BOT}", **one)) == ALREADY


def test_the_button_of_another_says_no_to_nothing(telegram: Telegram) -> None:
    here, (layla, sami) = group(-new_id()), (new_id(), new_id())
    ask(telegram, layla, f"/ask {CALL}", **here)
    follow_up = ask(telegram, layla, f"/ask {WHEN}", **here)
    query = telegram.press(follow_up, sami, ALONE)
    refusal = telegram.wait_call("answerCallbackQuery", callback_query_id=query)
    assert refusal["parameters"]["text"].startswith("هذا الزر لمن طرح السؤال وحده")


def test_what_is_forgotten_is_not_taken_along(telegram: Telegram) -> None:
    user = new_id()
    answer = ask(telegram, user, CALL)["result"]
    telegram.press(ask(telegram, user, "/forget"), user, "نعم، احذفها")
    telegram.wait_shown(user, 3)
    assert first_line(ask(telegram, user, WHEN)) == NOT_FOUND
    assert first_line(ask(telegram, user, WHEN, reply_to_message=answer)) == NOT_FOUND


def test_after_an_hour_a_former_question_is_taken_along_by_a_reply_only(telegram: Telegram) -> None:
    user = new_id()
    answer = ask(telegram, user, CALL)["result"]
    later = {"date": answer["date"] + 3700}
    assert first_line(ask(telegram, user, WHEN, **later)) == NOT_FOUND
    assert first_line(ask(telegram, user, WHEN, reply_to_message=answer, **later)) == UNDERSTOOD


def test_a_follow_up_and_its_buttons_outlive_a_kill(tmp_path: Path) -> None:
    user, number = new_id(), 3_000
    with Telegram() as telegram:
        with BotProcess(telegram.base_url, tmp_path) as bot:
            telegram.send({"from": {"id": user}, "text": CALL})
            telegram.send({"from": {"id": user}, "message_id": number, "text": WHEN})
            telegram.wait_shown(user)
            bot.kill()
        with BotProcess(telegram.base_url, tmp_path):
            # What was under way is done anew, in the order of the chat; then this.
            telegram.send({"from": {"id": user}, "text": SILENT})
            telegram.wait_text(user, NOT_FOUND)
            before = telegram.shown(user)
            # A kill between an answer and its mark repeats the answer; the last is the one an edit is shown in.
            follow_up = [call for call in before if first_line(call) == UNDERSTOOD][-1]
            telegram.press(follow_up, user, "المزيد")
            telegram.inject({"edited_message": {"from": {"id": user}, "message_id": number, "text": WHEN}})
            telegram.press(follow_up, user, ALONE)
            after = telegram.wait_shown(user, len(before) + 3)[len(before) :]
            assert [first_line(call) for call in after] == [UNDERSTOOD, UNDERSTOOD, NOT_FOUND]
