"""What people settle for themselves: language, privacy, being forgotten."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.telegram.access.invitations import Invitations
from bot.telegram.asking.question import Question
from bot.telegram.asking.record import Asked, Record
from bot.telegram.database import FILE, Database
from bot.telegram.languages import Languages
from bot.telegram.privacy import Privacy
from bot.telegram.schema import STEPS
from bot.texts import Language
from tests.bot.telegram.server import labels, new_id, text_of

if TYPE_CHECKING:
    from tests.bot.telegram.process import BotProcess
    from tests.bot.telegram.server import Telegram

PRIVACY = Path(__file__).parents[3] / "docs" / "privacy.md"
SILENT = "ما طول نهر الأمازون؟"
ARABIC, ENGLISH = "لم أجد في المستندات", "The documents hold no answer"


@pytest.fixture
def user() -> int:
    return new_id()


def test_the_language_that_somebody_chooses_comes_before_that_of_their_telegram(
    telegram: Telegram, user: int
) -> None:
    arabic = {"id": user, "language_code": "ar"}
    telegram.send({"from": arabic, "text": "/language en"}, {"from": arabic, "text": SILENT})
    told, answer = telegram.wait_shown(user, 2)
    assert text_of(told) == "I speak English from here on."
    assert text_of(answer).startswith(ENGLISH)


def test_the_language_can_be_chosen_by_a_button(telegram: Telegram, user: int) -> None:
    telegram.send({"from": {"id": user}, "text": "/اللغة"})
    (offered,) = telegram.wait_shown(user)
    assert labels(offered) == [["English", "العربية"]]
    telegram.press(offered, user, "English")
    telegram.wait_shown(user, 2)
    telegram.send({"from": {"id": user}, "text": SILENT})
    assert text_of(telegram.wait_shown(user, 3)[2]).startswith(ENGLISH)


def test_privacy_tells_what_is_kept_for_how_long_and_ones_number(telegram: Telegram, user: int) -> None:
    telegram.send({"from": {"id": user}, "text": "/privacy"})
    told = text_of(telegram.wait_shown(user)[0])
    assert "90 يومًا" in told
    assert told.endswith(f"رقمك: {user}")


def rows_of(bot: BotProcess, user: int) -> dict[str, int]:
    """In how many rows of each table of the bot's database somebody's number stands."""
    connection = sqlite3.connect(bot.data / FILE)
    tables = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
    found = {}
    for table in tables:
        rows = connection.execute(f"select * from {table}").fetchall()  # noqa: S608 - its name
        found[table] = sum(any(str(user) in str(value) for value in row) for row in rows)
    connection.close()
    return found


def test_forget_deletes_every_row_of_a_user_and_of_nobody_else(
    telegram: Telegram, bot: BotProcess, user: int
) -> None:
    other = new_id()
    for each in (user, other):
        telegram.send({"from": {"id": each}, "text": "/language ar"}, {"from": {"id": each}, "text": "تركيا"})
        answer = telegram.wait_shown(each, 2)[1]
        query = telegram.press(answer, each, "👍")
        telegram.wait_call("answerCallbackQuery", callback_query_id=query)
    kept = rows_of(bot, other)
    assert (kept["questions"], kept["feedback"], kept["languages"]) == (1, 1, 1)

    telegram.send({"from": {"id": user}, "text": "/forget"})
    asked = telegram.wait_shown(user, 3)[2]
    telegram.press(asked, user, "نعم، احذفها")
    assert text_of(telegram.wait_shown(user, 4)[3]) == "حذفت كل ما كنت أحفظه عنك."
    left = rows_of(bot, user)
    assert {table: count for table, count in left.items() if count and table not in {"inbox", "sent"}} == {}
    after = rows_of(bot, other)
    assert (after["questions"], after["feedback"], after["languages"]) == (1, 1, 1)


def test_nobody_else_can_have_somebody_forgotten(telegram: Telegram, user: int) -> None:
    group = -new_id()
    telegram.send(
        {"from": {"id": user}, "chat": {"id": group, "title": "أصدقاء"}, "text": "/ask@test123456_bot تركيا"}
    )
    telegram.wait_shown(group)
    telegram.send(
        {"from": {"id": user}, "chat": {"id": group, "title": "أصدقاء"}, "text": "/forget@test123456_bot"}
    )
    asked = telegram.wait_shown(group, 2)[1]
    query = telegram.press(asked, new_id(), "نعم، احذفها")
    refusal = telegram.wait_call("answerCallbackQuery", callback_query_id=query)
    assert refusal["parameters"]["text"].startswith("لم يعد هذا الزر صالحًا")


async def test_what_is_old_enough_goes_by_itself(tmp_path: Path) -> None:

    with Database(tmp_path) as database:
        record = Record(database)
        for message in (1, 2):
            await record.keep(Asked(Question(SILENT, 7, 7), message, message + 100, answered=False))
        await database.run(
            lambda it: it.execute("update questions set at = at - 11 * 86400 where message = 1")
        )
        privacy = Privacy(database, Languages(database, Language.ARABIC), Invitations(database), kept_days=10)
        await privacy.expire()
        assert [await record.reply_to(7, message) for message in (1, 2)] == [None, 102]


def test_every_table_is_told_of_in_the_document_on_privacy() -> None:
    tables = set(re.findall(r"create table (\w+)", "".join(STEPS)))
    assert set(re.findall(r"^\| `(\w+)` \|", PRIVACY.read_text("utf-8"), re.MULTILINE)) == tables
