"""When the bot speaks in a group, and when it doesn't."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.bot.telegram.server import BOT, BOT_USER, new_id, text_of

if TYPE_CHECKING:
    from tests.bot.telegram.server import Telegram

QUESTION = "كم استمر اجتماع أردوغان وبايدن؟"
OF_THE_BOT = {"message_id": 1, "date": 0, "chat": {"id": -1, "type": "group"}, "from": BOT_USER, "text": "…"}
OF_ANOTHER = {**OF_THE_BOT, "from": {"id": 8, "is_bot": False, "first_name": "سامي"}}
TOPIC = {**OF_THE_BOT, "forum_topic_created": {"name": "أسئلة", "icon_color": 1}}
STICKER = {"file_id": "1", "file_unique_id": "1", "type": "regular", "width": 1, "height": 1}
STICKER |= {"is_animated": False, "is_video": False}
GROUP_ADMIN = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


def mention(text: str, name: str = f"@{BOT}") -> dict[str, Any]:
    """A message with the entity of a mention, as Telegram sends it."""
    place = {"type": "mention", "offset": text.index(name), "length": len(name)}
    return {"text": text, "entities": [place]}


def captioned(message: dict[str, Any]) -> dict[str, Any]:
    """The same words under a picture."""
    return {"photo": [], "caption": message["text"], "caption_entities": message.get("entities", [])}


def anonymous(message: dict[str, Any]) -> dict[str, Any]:
    """The same words of an administrator who writes in the group's name."""
    return {**message, "from": GROUP_ADMIN, "sender_chat": {"id": -1, "type": "supergroup"}}


def replying(message: dict[str, Any], to: dict[str, Any]) -> dict[str, Any]:
    """The same message as a reply."""
    return {**message, "reply_to_message": to}


def named(text: str, name: str) -> dict[str, Any]:
    """A message that mentions the bot by a name that is no user name."""
    place = {"type": "text_mention", "offset": text.index(name), "length": len(name), "user": BOT_USER}
    return {"text": text, "entities": [place]}


ADDRESSED = [
    ("a mention before the question", mention(f"@{BOT} {QUESTION}")),
    ("a mention after the question", mention(f"{QUESTION} @{BOT}")),
    ("a mention in other letter case", mention(f"@{BOT.upper()} {QUESTION}", f"@{BOT.upper()}")),
    ("a mention by name", named(f"مقتبس، {QUESTION}", "مقتبس")),
    ("a mention in a caption", captioned(mention(f"@{BOT} {QUESTION}"))),
    ("a mention before a command", mention(f"@{BOT} /ask {QUESTION}")),
    ("a reply to the bot", replying({"text": QUESTION}, OF_THE_BOT)),
    ("/ask", {"text": f"/ask {QUESTION}"}),
    ("/ask with the bot's name", {"text": f"/ask@{BOT} {QUESTION}"}),
    ("/اسأل", {"text": f"/اسأل {QUESTION}"}),
    ("/اسأل with the bot's name", {"text": f"/اسأل@{BOT} {QUESTION}"}),
    ("/ask in a caption", captioned({"text": f"/ask {QUESTION}"})),
    ("/ask of an anonymous administrator", anonymous({"text": f"/ask {QUESTION}"})),
]

NOT_ADDRESSED = [
    ("a plain message", {"text": QUESTION}),
    ("a mention of another", mention(f"@another_bot {QUESTION}", "@another_bot")),
    ("the name without the entity of a mention", {"text": f"x@{BOT}.com {QUESTION}"}),
    ("a reply to another", replying({"text": QUESTION}, OF_ANOTHER)),
    ("a message in a topic that the bot opened", replying({"text": QUESTION}, TOPIC)),
    ("/ask to another bot", {"text": f"/ask@another_bot {QUESTION}"}),
    ("/ask to another bot, in a caption", captioned({"text": f"/ask@another_bot {QUESTION}"})),
    ("/ask to another bot, in a reply", replying({"text": f"/ask@another_bot {QUESTION}"}, OF_THE_BOT)),
    ("/help that names nobody", {"text": "/help"}),
    ("/start that names nobody", {"text": "/start"}),
    ("a command that only other bots know", {"text": "/ban"}),
    ("a sticker in reply to the bot", replying({"sticker": STICKER}, OF_THE_BOT)),
    ("a post that a channel sent on", {"text": f"/ask {QUESTION}", "is_automatic_forward": True}),
    ("a message sent through a bot", {"text": f"/ask {QUESTION}", "via_bot": {**BOT_USER, "id": 9}}),
    ("another bot", {"text": f"/ask {QUESTION}", "from": {"id": 9, "is_bot": True, "first_name": "Other"}}),
]


def in_group(message: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    group = -1_000_000_000_000 - new_id()
    return group, {"from": {"id": new_id()}, "chat": {"id": group, "title": "أصدقاء"}, **message}


@pytest.mark.parametrize(("description", "message"), ADDRESSED, ids=[row[0] for row in ADDRESSED])
def test_in_a_group_the_bot_answers(telegram: Telegram, description: str, message: dict[str, Any]) -> None:
    group, sent = in_group(message)
    telegram.send(sent)
    replies = telegram.wait_shown(group)
    assert "استمر الاجتماع لمدة ساعة وعشر دقائق" in text_of(replies[0]), description
    assert len(replies) == 1


@pytest.mark.parametrize(("description", "message"), NOT_ADDRESSED, ids=[row[0] for row in NOT_ADDRESSED])
def test_in_a_group_the_bot_ignores(telegram: Telegram, description: str, message: dict[str, Any]) -> None:
    group, ignored = in_group(message)
    _, question = in_group({"text": "/ask", "chat": {"id": group, "title": "أصدقاء"}})
    telegram.send(ignored, question)
    replies = telegram.wait_shown(group)
    assert [text_of(reply) for reply in replies] == ["ما سؤالك؟"], description


@pytest.mark.parametrize("command", ["help", "start", "sources", "unknown"])
def test_in_a_group_a_command_with_the_bots_name_is_answered(telegram: Telegram, command: str) -> None:
    group, sent = in_group({"text": f"/{command}@{BOT}"})
    telegram.send(sent)
    assert text_of(telegram.wait_shown(group)[0])


def test_the_answer_stays_in_the_topic_of_its_question(telegram: Telegram) -> None:
    group, sent = in_group({"text": "/ask", "message_thread_id": 5, "is_topic_message": True})
    sent["chat"] |= {"is_forum": True}
    telegram.send(sent)
    (reply,) = telegram.wait_shown(group)
    assert reply["parameters"]["message_thread_id"] == 5


def test_a_mention_without_a_question_is_asked_back(telegram: Telegram) -> None:
    group, sent = in_group(mention(f"@{BOT}"))
    telegram.send(sent)
    assert text_of(telegram.wait_shown(group)[0]) == "ما سؤالك؟"
