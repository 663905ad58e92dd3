"""How the bot is used: how much is asked, how often the documents are silent, and about what.

Questions are told without who asked them.
"""

from __future__ import annotations

import csv
import io
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.reply import Note, Reply
from bot.texts import say
from bot.visible import visible_line, visible_start

if TYPE_CHECKING:
    import sqlite3

    from bot.telegram.database import Database
    from bot.texts import Language

_MOST = 10
"""Questions that the message lists; the file has all."""
_SHOWN = 120
"""Letters of a question in the message."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet runs as a formula."""


@dataclass(frozen=True, slots=True)
class Often:
    """Questions of the same words, by the wording asked last.

    last: seconds since 1970
    """

    question: str
    times: int
    last: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the last `days` brought.

    unanswered: how many questions the documents were silent on
    often: those asked most; silent_on: those that got no answer; both the most frequent first
    """

    days: int
    questions: int
    unanswered: int
    good: int
    bad: int
    often: list[Often]
    silent_on: list[Often]


class Usage:
    """What the database knows of how the bot is used.

    days: for so long back
    """

    def __init__(self, database: Database, days: int) -> None:
        self._database = database
        self._days = days

    async def statistics(self) -> Statistics:
        """The statistics as they are now."""
        since = int(time.time()) - self._days * 86400
        return await self._database.run(lambda it: _statistics(it, self._days, since))


def compose_statistics(found: Statistics, language: Language) -> Reply:
    """The statistics as a reply."""
    blocks = [Note(say(language, "stats-questions", questions=found.questions, days=found.days))]
    if found.questions:
        percent = round(100 * found.unanswered / found.questions)
        blocks.append(Note(say(language, "stats-silence", unanswered=found.unanswered, percent=percent)))
    if found.good or found.bad:
        blocks.append(Note(say(language, "stats-feedback", good=found.good, bad=found.bad)))
    for heading, listed in (("stats-often", found.often), ("stats-unanswered", found.silent_on[:_MOST])):
        if listed:
            lines = [
                say(language, "stats-line", question=visible_start(each.question, _SHOWN), times=each.times)
                for each in listed
            ]
            blocks.append(Note("\n".join([say(language, heading), *lines])))
    return Reply(language, tuple(blocks))


def exported(silent_on: list[Often]) -> bytes:
    """The questions that got no answer as CSV, for a spreadsheet: question, times, date of the last."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(("question", "times", "last"))
    for each in silent_on:
        day = datetime.fromtimestamp(each.last, UTC).date().isoformat()
        question = visible_line(each.question)
        writer.writerow((f"'{question}" if question.startswith(_FORMULA) else question, each.times, day))
    # With a byte order mark, without which Excel doesn't take it for UTF-8.
    return table.getvalue().encode("utf-8-sig")


def _statistics(database: sqlite3.Connection, days: int, since: int) -> Statistics:
    questions, unanswered = database.execute(
        "select count(*), coalesce(sum(not answered), 0) from questions where at >= ?", [since]
    ).fetchone()
    good, bad = database.execute(
        "select coalesce(sum(good), 0), coalesce(sum(not good), 0) from feedback where at >= ?", [since]
    ).fetchone()
    return Statistics(
        days,
        questions,
        unanswered,
        good,
        bad,
        often=_often(database, "at >= ?", since, _MOST),
        silent_on=_often(database, "at >= ? and not answered", since),
    )


def _often(database: sqlite3.Connection, which: str, since: int, limit: int = -1) -> list[Often]:
    # Of the columns that aren't grouped by, SQLite gives those of the row that has the maximum.
    rows = database.execute(
        f"select text, count(*), max(at) from questions where {which} "  # noqa: S608 - our own conditions
        "group by folded order by 2 desc, 3 desc, folded limit ?",
        (since, limit),
    )
    return [Often(*row) for row in rows]
