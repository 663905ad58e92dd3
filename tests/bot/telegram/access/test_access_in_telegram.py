"""Who gets anything of the documents, tried in Telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.bot.telegram.guarded import (
    ADMIN,
    ANSWER,
    EDITOR,
    EDITORS_ROOM,
    LISTED,
    QUESTION,
    ROOM,
    SECRET,
    SECRET_QUESTION,
    STRANGERS,
    guarded,
    stranger,
)
from tests.bot.telegram.server import new_id, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bot.telegram.guarded import Guarded
    from tests.bot.telegram.server import Json


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    with guarded(tmp_path_factory.mktemp("guarded")) as running:
        yield running


def words_of_the_documents(here: Guarded) -> set[str]:
    """What no stranger may see: every line of a document, and their names."""
    found = {SECRET}
    for path in here.open.glob("*.txt"):
        found |= {
            path.name,
            *(line.strip() for line in path.read_text("utf-8").split("\n") if len(line) > 20),
        }
    return found


ATTEMPTS: list[tuple[str, Json]] = [
    ("a question", {"message": {"text": QUESTION}}),
    ("/ask", {"message": {"text": f"/ask {QUESTION}"}}),
    ("/sources", {"message": {"text": "/sources"}}),
    ("a command of admins", {"message": {"text": "/stats"}}),
    ("/start", {"message": {"text": "/start"}}),
    ("an invitation that nobody made", {"message": {"text": "/start i_AAAAAAAAAAAA"}}),
    ("a link to a quotation", {"message": {"text": "/start q_AAAAAAAAAAAAAAAA"}}),
    ("/help", {"message": {"text": "/help"}}),
    ("a caption", {"message": {"photo": [], "caption": QUESTION}}),
    ("an edited question", {"edited_message": {"text": QUESTION, "message_id": 9}}),
    ("a document", {"message": {"document": {"file_id": "1", "file_unique_id": "1", "file_name": "x.txt"}}}),
]


@pytest.mark.parametrize(("description", "update"), ATTEMPTS, ids=[row[0] for row in ATTEMPTS])
def test_a_stranger_gets_nothing_of_the_documents_by(here: Guarded, description: str, update: Json) -> None:
    user = stranger()
    sender = {"id": user, "is_bot": False, "first_name": "ليلى"}
    here.server.inject({kind: {"from": sender, **body} for kind, body in update.items()})
    here.server.send({"from": sender, "text": "/privacy"})
    said = str([call["result"] for call in here.server.wait_shown(user, 2)])
    assert not [words for words in words_of_the_documents(here) if words in said], description


def test_a_stranger_is_told_their_number_for_the_owner(here: Guarded) -> None:
    user = stranger()
    assert text_of(here.told(user, QUESTION)) == f"{STRANGERS} إن أردت الإذن فأرسل إليه رقمك: {user}"


def test_a_stranger_who_asks_inline_is_told_so_and_nobody_else_gets_that_answer(here: Guarded) -> None:
    number = f"inline{new_id()}"
    user = {"id": stranger(), "is_bot": False, "first_name": "ليلى", "username": "admin"}
    here.server.inject({"inline_query": {"id": number, "from": user, "query": QUESTION, "offset": ""}})
    answer = here.server.wait_call("answerInlineQuery", inline_query_id=number)["parameters"]
    assert (answer["results"], answer["is_personal"]) == ([], True)
    assert answer["button"]["text"] == "أجيب من أذن له صاحب البوت"


def test_somebody_listed_who_asks_inline_gets_quotations_for_themselves(here: Guarded) -> None:
    number = f"inline{new_id()}"
    user = {"id": LISTED, "is_bot": False, "first_name": "ليلى"}
    here.server.inject({"inline_query": {"id": number, "from": user, "query": QUESTION, "offset": ""}})
    answer = here.server.wait_call("answerInlineQuery", inline_query_id=number)["parameters"]
    assert answer["results"][0]["description"].startswith(ANSWER)
    assert (answer["is_personal"], answer["cache_time"]) == (True, 10)


ANSWERED = [
    ("somebody listed", LISTED, QUESTION, ANSWER),
    ("an admin", ADMIN, QUESTION, ANSWER),
    ("an editor, from what all read", EDITOR, QUESTION, ANSWER),
    ("an editor, from what only editors read", EDITOR, SECRET_QUESTION, SECRET),
    ("somebody listed, from what only editors read: nothing", LISTED, SECRET_QUESTION, "لم أجد في المستندات"),
]


@pytest.mark.parametrize(
    ("description", "user", "question", "expected"), ANSWERED, ids=[row[0] for row in ANSWERED]
)
def test_in_private_is_answered(
    here: Guarded, description: str, user: int, question: str, expected: str
) -> None:
    assert expected in text_of(here.told(user, question)), description


NOBODYS_ROOM = -1_000_000_000_999
ROOMS = [
    ("a stranger in a listed group", (ROOM, 0), QUESTION, ANSWER),
    ("an editor in a group of others, as the others", (ROOM, EDITOR), SECRET_QUESTION, "لم أجد في المستندات"),
    ("a stranger in the editors' group, as an editor", (EDITORS_ROOM, 0), SECRET_QUESTION, SECRET),
    (
        "an admin in a group that isn't listed: not at all",
        (NOBODYS_ROOM, ADMIN),
        QUESTION,
        "لم يأذن صاحب البوت",
    ),
]


@pytest.mark.parametrize(
    ("description", "where", "question", "expected"), ROOMS, ids=[row[0] for row in ROOMS]
)
def test_in_a_group_is_answered(
    here: Guarded, description: str, where: tuple[int, int], question: str, expected: str
) -> None:
    room, user = where
    chat: dict[str, Any] = {"id": room, "title": "أصدقاء", "type": "supergroup"}
    before = len(here.server.shown(room))
    here.server.send({"from": {"id": user or stranger()}, "chat": chat, "text": f"/ask {question}"})
    assert expected in text_of(here.server.wait_shown(room, before + 1)[-1]), description


def test_an_editors_link_shows_others_nothing(here: Guarded) -> None:
    answer = here.told(EDITOR, SECRET_QUESTION)
    turned = len(here.server.shown(EDITOR)) + 1
    here.server.press(answer, EDITOR, "السياق 1")
    opened = here.server.wait_shown(EDITOR, turned)[-1]
    (link,) = (
        button["copy_text"]["text"]
        for row in opened["result"]["reply_markup"]["inline_keyboard"]
        for button in row
        if "copy_text" in button
    )
    start = f"/start {link.partition('?start=')[2]}"
    assert SECRET in text_of(here.told(EDITOR, start))
    assert text_of(here.told(LISTED, start)).startswith("لم يعد هذا الاقتباس في المستندات")
    assert text_of(here.told(stranger(), start)).startswith(STRANGERS)


def test_an_invitation_lets_one_stranger_in_and_no_other(here: Guarded) -> None:
    invitation = text_of(here.told(ADMIN, "/invite"))
    payload = invitation.rpartition("?start=")[2]
    first, second = stranger(), stranger()
    assert text_of(here.told(first, f"/start {payload}")).startswith("أهلًا بك.")
    assert ANSWER in text_of(here.told(first, QUESTION))
    assert text_of(here.told(second, f"/start {payload}")).startswith("لم يعد رابط الدعوة هذا صالحًا")
    assert text_of(here.told(second, QUESTION)).startswith(STRANGERS)
    assert text_of(here.told(ADMIN, f"/revoke {first}")) == f"سحبت الدعوة من صاحب الرقم {first}."
    assert text_of(here.told(first, QUESTION)).startswith(STRANGERS)


def test_a_button_is_no_way_in_for_who_was_shown_out(here: Guarded) -> None:
    payload = text_of(here.told(ADMIN, "/invite")).rpartition("?start=")[2]
    guest = stranger()
    here.told(guest, f"/start {payload}")
    answer = here.told(guest, QUESTION)
    here.told(ADMIN, f"/revoke {guest}")
    query = here.server.press(answer, guest, "السياق 1")
    refusal = here.server.wait_call("answerCallbackQuery", callback_query_id=query)
    assert refusal["parameters"]["text"].replace("\u2068", "").startswith(STRANGERS)
    assert here.server.shown(guest)[-1]["method"] == "sendMessage"


@pytest.mark.parametrize("command", ["/invite", "/revoke 1", "/stats", "/reindex"])
def test_for_others_the_commands_of_admins_arent_there(here: Guarded, command: str) -> None:
    assert text_of(here.told(LISTED, command)).startswith("لا أعرف الأمر")


def test_who_asks_too_fast_is_told_so_once_however_much_they_write(tmp_path: Path) -> None:
    with guarded(tmp_path, access="open", IQTIBAS_USER_RATE="3") as running:
        fast, other = stranger(), stranger()
        running.server.send(*[{"from": {"id": fast}, "text": "/ask"}] * 300)
        assert text_of(running.told(other, "/ask")) == "ما سؤالك؟"
        said = [text_of(call)[:4] for call in running.server.wait_shown(fast, 4)]
        assert said == ["ما س"] * 3 + ["مهلً"]
        assert len(running.server.shown(fast)) == 4
