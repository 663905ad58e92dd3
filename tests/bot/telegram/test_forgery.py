"""Buttons that were forged, kept too long, or made for another: none is honoured."""

from __future__ import annotations

import random
import string
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from telegram import CallbackQuery, Chat, Message, User

from bot.telegram.access.access import Access, Mode
from bot.telegram.access.door import Door
from bot.telegram.access.limits import Limits
from bot.telegram.asking.buttons import Buttons
from bot.telegram.asking.question import Question
from bot.telegram.asking.record import Record
from bot.telegram.database import Database
from bot.telegram.languages import Languages
from bot.telegram.pressing import Pressing, Refusal
from bot.texts import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ME = User(1, "bot", is_bot=True, username="the_bot")
LAYLA, SAMI, GROUP = 7, 8, -10
WORDS = "كم استمر الاجتماع؟"
TODAY = datetime.now(UTC)
ACTIONS = ["p3", "p33", "p", "o1.", "o2.3", "w", "g", "b", "f", "len", "u1", "x"]
BUTTONS = Buttons("123456:secret")


@pytest.fixture
def pressing(tmp_path: Path) -> Iterator[Pressing]:
    access = Access(Mode.OPEN, frozenset({LAYLA}), frozenset(), set())
    with Database(tmp_path) as database:
        door, languages = Door(access, Limits(0, 0)), Languages(database, Language.ARABIC)
        yield Pressing(door, access, BUTTONS, languages, Record(database))


def data(
    action: str, user: int = LAYLA, chat: int = LAYLA, words: str = WORDS, buttons: Buttons = BUTTONS
) -> str:
    """What a genuine button sends."""
    bound = "" if action[0] in "flux" else words
    return str(buttons.button("…", action, Question(bound, chat, user)).callback_data)


def press(sent: str, user: int = LAYLA, chat: int = LAYLA, at: datetime = TODAY) -> CallbackQuery:
    """A press on a button under the reply to Layla's question."""
    place = Chat(chat, "private" if chat > 0 else "supergroup")
    asked = Message(1, at, place, from_user=User(LAYLA, "ليلى", is_bot=False), text=WORDS)
    shown = Message(2, at, place, from_user=ME, reply_to_message=asked)
    return CallbackQuery("1", User(user, "…", is_bot=False), "1", shown, data=sent)


async def honoured(pressing: Pressing, query: CallbackQuery) -> bool:
    try:
        await pressing.read(query, ME)
    except Refusal:
        return False
    return True


def forged(chance: random.Random) -> CallbackQuery:
    action = chance.choice(ACTIONS)
    letters = string.ascii_letters + string.digits + "-_"
    genuine = data(action)
    place = chance.randrange(16)
    other = chance.choice([letter for letter in letters if letter != genuine[place]])
    return press(
        chance.choice(
            [
                "".join(chance.choices(letters, k=16)) + action,
                action,
                genuine[:place] + other + genuine[place + 1 :],
                genuine + chance.choice("0123456789x"),
                genuine[:16] + chance.choice([each for each in ACTIONS if each != action]),
                data(action, buttons=Buttons("123456:another")),
                "ق" * 20,
                "",
            ]
        )
    )


def expired(chance: random.Random) -> CallbackQuery:
    return press(
        data(chance.choice(ACTIONS)), at=TODAY - timedelta(days=30, minutes=chance.randrange(1, 10**6))
    )


def of_another(chance: random.Random) -> CallbackQuery:
    action = chance.choice(ACTIONS)
    return chance.choice(
        [
            press(data(action, chat=GROUP), SAMI, GROUP),
            press(data(action), SAMI),
            press(data(action, chat=GROUP)),
            # One that Sami was given, for the same words, under Layla's question.
            press(data(action, SAMI, GROUP), LAYLA, GROUP),
            press(data("p3", words="سؤال آخر")),
        ]
    )


@pytest.mark.parametrize(
    ("description", "number", "make"),
    [("forged", 600, forged), ("expired", 200, expired), ("another's", 200, of_another)],
)
async def test_of_so_many_callbacks_none_is_honoured(
    pressing: Pressing, description: str, number: int, make: Callable[[random.Random], CallbackQuery]
) -> None:
    """Where neither code nor age is looked at, 930 of the 1,000 are honoured."""
    chance = random.Random(1)  # noqa: S311
    assert [
        query.data for query in (make(chance) for _ in range(number)) if await honoured(pressing, query)
    ] == [], description


@pytest.mark.parametrize("action", ACTIONS)
async def test_the_genuine_one_is_honoured(pressing: Pressing, action: str) -> None:
    assert await honoured(pressing, press(data(action)))
